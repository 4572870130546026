import type { Cloud } from "../deploy/cloud";
import type { App } from "../manifest/app";
import { openSandbox } from "./openSandbox";
import type { Options } from "./parseArguments";
import type { Terminal } from "./terminal";

export interface OpenCloud {
  readonly cloud: Cloud;
  /** The Sandbox runs in this process: it stands still when the command ends, and goes on when it is started again. */
  readonly ownsSandbox: boolean;
  close(): Promise<void>;
}

/** Signs in to the target. The Sandbox is started, unless another process of this user serves it already. */
export async function openCloud(
  options: Pick<Options, "target" | "profile">,
  app: Pick<App, "region">,
  terminal: Terminal,
): Promise<OpenCloud> {
  const { connect } = await import("../deploy/bundle");
  const { target, profile } = options;
  const { region } = app;
  if (target === "aws") {
    const cloud = await connect({ target, region, ...(profile === undefined ? {} : { profile }) });
    return { cloud, ownsSandbox: false, close: async () => cloud.close() };
  }
  const sandbox = await openSandbox(terminal);
  try {
    const cloud = await connect({ target, region, endpoint: sandbox.endpoint });
    const close = async () => {
      cloud.close();
      await sandbox.close();
    };
    return {
      cloud,
      get ownsSandbox() {
        return sandbox.owner;
      },
      close,
    };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}
