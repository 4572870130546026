import type { Cloud } from "../../deploy/cloud";
import type { Deployment } from "./deployment";
import { loadEngine } from "./engine";
import type { SandboxServer } from "./sandboxServer";

/** Signs in to where a deployment goes; the Sandbox is started for it. */
export async function connectTo(
  { app, choice }: Pick<Deployment, "app" | "choice">,
  sandbox: SandboxServer,
): Promise<Cloud> {
  const { connect } = await loadEngine();
  const { region } = app;
  if (choice.target === "sandbox") {
    const { endpoint } = await sandbox.start();
    return connect({ target: "sandbox", region, endpoint });
  }
  return connect({ target: "aws", region, ...(choice.profile === undefined ? {} : { profile: choice.profile }) });
}
