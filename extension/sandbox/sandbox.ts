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
  close(): Promise<void>;
}

/** Starts the simulated CloudFormation, or connects to the one that already serves the directory. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  throw new Error(`The Sandbox in ${options.directory} cannot start yet.`);
}
