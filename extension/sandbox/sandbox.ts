import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { type Controls, controlsOf } from "./control/controls";
import { loadSpecification } from "./loadSpecification";
import { listen } from "./server/listen";
import { exclusively, isAlive, type Owner, readOwner, removeOwner, whenGone, writeOwner } from "./server/own";
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
  /** False while another live process serves the same directory. Whoever uses it takes over, at the same address, when it ends. */
  readonly owner: boolean;
  /** What a person should know about the start, such as a state file that could not be read and was set aside. */
  readonly notices: readonly string[];
  /** Faults, the clock and other actors; undefined while another process owns the Sandbox. */
  readonly controls?: Controls | undefined;
  /** Ends the server when this process owns it. Whoever else uses it takes over; otherwise what is under way goes on later. */
  close(): Promise<void>;
}

/** The account that the Sandbox simulates. */
export const SANDBOX_ACCOUNT = "000000000000";

/** Milliseconds between attempts to take over. */
const RETRY = 1_000;

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
    if (!present || !(await isAlive(present))) return serve(options);
    return standBy(present, () => startSandbox({ ...options, port: present.port }));
  });
}

/** A connection to the process that serves the directory; this one serves in its place, at its address, when that has ended. */
function standBy(present: Owner, takeOver: () => Promise<Sandbox>): Sandbox {
  let heir: Promise<Sandbox> | undefined;
  let served: Sandbox | undefined;
  let isClosed = false;
  const succeed = async (): Promise<Sandbox> => {
    for (;;) {
      try {
        served = await takeOver();
        return served;
      } catch (error) {
        // Another program has the port, or the directory is gone: it may change, and the address cannot.
        if (isClosed) throw error;
        await sleep(RETRY, undefined, { ref: false });
      }
    }
  };
  const leave = whenGone(present, () => {
    heir = succeed();
    heir.catch(() => undefined);
  });
  return {
    endpoint: endpointAt(present.port),
    account: SANDBOX_ACCOUNT,
    notices: [],
    get owner() {
      return served?.owner ?? false;
    },
    get controls() {
      return served?.controls;
    },
    async close() {
      isClosed = true;
      leave();
      await (await heir?.catch(() => undefined))?.close();
    },
  };
}
