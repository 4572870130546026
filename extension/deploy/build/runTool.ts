import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface Run {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly signal?: AbortSignal;
  /** Each line of either output, as it comes. */
  readonly line?: (text: string) => void;
}

export interface Ran {
  /** Undefined when the program could not be started, or was stopped. */
  readonly code: number | undefined;
  /** The last lines of both outputs. */
  readonly tail: string;
}

/** How many lines a person is shown of a failure. */
const shown = 20;

/** Runs a program without a shell, to its end. Never throws. */
export function runTool({ command, args, cwd, signal, line }: Run): Promise<Ran> {
  return new Promise((resolve) => {
    const tail: string[] = [];
    const child = spawn(command, args, {
      ...(cwd && { cwd }),
      ...(signal && { signal }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const hear = (text: string): void => {
      tail.push(text);
      if (tail.length > shown) tail.shift();
      line?.(text);
    };
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", hear);
    child.on("error", (error) => {
      tail.push(error.message);
      resolve({ code: undefined, tail: tail.join("\n") });
    });
    child.on("close", (code) => resolve({ code: code ?? undefined, tail: tail.join("\n") }));
  });
}
