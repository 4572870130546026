import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { type Controls, controlsOf } from "./control/controls";
import { loadSpecification } from "./loadSpecification";
import { listen } from "./server/listen";
import { exclusively, isAlive, type Owner, readOwner, removeOwner, writeOwner } from "./server/own";
import { Service } from "./service";
import { Store } from "./state/store";

export interface SandboxOptions {
  /** Holds the Sandbox's state and says which process serves it. Made when absent. */
  readonly directory: string;
  /** A free port when absent. */
  readonly port?: number;
  /** 1: the pace of a demonstration. 0: as fast as possible, still asynchronous. 1 when absent. */
  readonly speed?: number;
}

export interface Sandbox {
  /** `http://127.0.0.1:<port>`, for an AWS client's `endpoint`. */
  readonly endpoint: string;
  readonly account: string;
  /** False when another live process serves the same directory, and this is a connection to it. */
  readonly owner: boolean;
  /** What a person should know about the start, such as a state file that could not be read and was set aside. */
  readonly notices: readonly string[];
  /** Faults, the clock and other actors; undefined when another process owns the Sandbox. */
  readonly controls?: Controls;
  /** Ends the server when this process owns it. What is under way goes on when the directory is next served. */
  close(): Promise<void>;
}

/** The account that the Sandbox simulates. */
export const SANDBOX_ACCOUNT = "000000000000";

function endpointAt(port: number): string {
  return `http://127.0.0.1:${port}`;
}

async function serve({ directory, port = 0, speed = 1 }: SandboxOptions): Promise<Sandbox> {
  const store = new Store(directory);
  const service = new Service(store, loadSpecification(), SANDBOX_ACCOUNT, speed);
  const token = randomBytes(24).toString("base64url");
  const listener = await listen(service, token, port).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === "EADDRINUSE" ? "another program uses it" : error.message;
    throw new Error(`The Sandbox cannot listen on port ${port} of 127.0.0.1: ${reason}. Choose another port.`, {
      cause: error,
    });
  });
  const owner: Owner = { port: listener.port, token };
  writeOwner(directory, owner);
  service.resume();
  return {
    endpoint: endpointAt(listener.port),
    account: SANDBOX_ACCOUNT,
    owner: true,
    notices: store.notices,
    controls: controlsOf(service),
    async close() {
      service.close();
      await listener.close();
      removeOwner(directory, owner);
    },
  };
}

/**
 * Starts the simulated CloudFormation, or connects to the process that already serves the directory. Rejects when the
 * directory cannot be written or the port is taken.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { directory } = options;
  mkdirSync(directory, { recursive: true });
  return exclusively(directory, async () => {
    const present = readOwner(directory);
    if (present && (await isAlive(present))) {
      const endpoint = endpointAt(present.port);
      return { endpoint, account: SANDBOX_ACCOUNT, owner: false, notices: [], close: () => Promise.resolve() };
    }
    return serve(options);
  });
}
