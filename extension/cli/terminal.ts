import { createInterface } from "node:readline/promises";
import { text as readAll } from "node:stream/consumers";

/** What the command line needs of the outside. Tests give their own. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Somebody sits in front of it: questions can be asked. */
  readonly interactive: boolean;
  /** Standard output is a screen: lines can be redrawn. */
  readonly screen: boolean;
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
  /** Lines. */
  readonly height: number;
  /** To standard output, exactly. */
  out(text: string): void;
  /** To standard error, exactly. */
  err(text: string): void;
  readInput(): Promise<string>;
  ask(question: string): Promise<string>;
  /** Calls back at each Ctrl-C or request to terminate, until the returned function is called. */
  onInterrupt(callback: () => void): () => void;
}

export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  const screen = stdout.isTTY === true && env["TERM"] !== "dumb";
  return {
    env,
    interactive: stdin.isTTY === true && stdout.isTTY === true,
    screen,
    colour: screen && !env["NO_COLOR"],
    width: stdout.columns ?? 100,
    height: stdout.rows ?? 40,
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    readInput: () => readAll(stdin),
    ask: async (question) => {
      const reader = createInterface({ input: stdin, output: stdout });
      try {
        // Ctrl-C and Ctrl-D at a question are a "no".
        const closed = new Promise<string>((resolve) => reader.once("close", () => resolve("")));
        return await Promise.race([reader.question(question).catch(() => ""), closed]);
      } finally {
        reader.close();
      }
    },
    onInterrupt: (callback) => {
      const signals = ["SIGINT", "SIGTERM"] as const;
      for (const signal of signals) process.on(signal, callback);
      return () => {
        for (const signal of signals) process.off(signal, callback);
      };
    },
  };
}
