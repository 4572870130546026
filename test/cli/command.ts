import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../../extension/cli/run";
import type { Terminal } from "../../extension/cli/terminal";

const root = fileURLToPath(new URL("../..", import.meta.url));
export const fixtures = "test/cli/fixtures";

export interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder for a Sandbox of the test's own. */
export async function sandboxFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "stackwright-cli-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A Sandbox and a journal of the test's own. */
function ownState(folder: string) {
  return {
    STACKWRIGHT_SANDBOX_DIR: join(folder, "sandbox"),
    STACKWRIGHT_STATE_DIR: folder,
    STACKWRIGHT_CACHE_DIR: join(folder, "cache"),
    // No test asks the internet.
    STACKWRIGHT_OFFLINE: "1",
  };
}

export interface Spawned {
  /** Sends Ctrl-C once the output so far holds the text. */
  interruptAfter(text: string): void;
  /** Ends it at once, as a crash does, once the output so far holds the text. */
  killAfter(text: string): void;
  /** Resolves once the output so far holds the text; rejects when the program ends without. */
  until(text: string): Promise<void>;
  readonly result: Promise<Result>;
}

/** Starts the command as a program of its own, from the sources, with nobody in front of it. */
export function start(
  args: readonly string[],
  options: { folder?: string; speed?: string; input?: string } = {},
): Spawned {
  const { folder, speed = "0", input } = options;
  const child = spawn(process.execPath, ["--import", "tsx", "extension/cli/main.ts", ...args], {
    cwd: root,
    env: { ...process.env, STACKWRIGHT_SANDBOX_SPEED: speed, ...(folder ? ownState(folder) : {}) },
  });
  let out = "";
  let err = "";
  let awaited: string | undefined;
  let by: NodeJS.Signals = "SIGINT";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    if (awaited !== undefined && out.includes(awaited)) {
      awaited = undefined;
      child.kill(by);
    }
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  child.stdin.end(input ?? "");
  const result = new Promise<Result>((resolve) => child.on("close", (code) => resolve({ code, out, err })));
  return {
    result,
    until: (text) =>
      new Promise((resolve, reject) => {
        const look = () => out.includes(text) && resolve();
        look();
        child.stdout.on("data", look);
        child.on("close", () => reject(new Error(`It ended without ${text}: ${out}${err}`)));
      }),
    interruptAfter: (text) => {
      awaited = text;
    },
    killAfter: (text) => {
      by = "SIGKILL";
      awaited = text;
    },
  };
}

/** Runs the command as a program of its own to its end. */
export function stackwright(args: readonly string[], options: Parameters<typeof start>[1] = {}): Promise<Result> {
  return start(args, options).result;
}

/**
 * Runs the command in this process, in front of a person who gives these answers, one to each question.
 * @param more variables of the environment
 */
export async function withPerson(
  args: readonly string[],
  folder: string,
  answers: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Result & { asked: readonly string[] }> {
  const asked: string[] = [];
  let out = "";
  let err = "";
  const terminal: Terminal = {
    env: { ...ownState(folder), STACKWRIGHT_SANDBOX_SPEED: "0", ...more },
    interactive: true,
    screen: true,
    colour: true,
    width: 80,
    height: 40,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    readInput: () => Promise.resolve(""),
    ask: (question) => {
      asked.push(question);
      return Promise.resolve(answers[asked.length - 1] ?? "");
    },
    onInterrupt: () => () => undefined,
  };
  const code = await run(args, terminal);
  return { code, out, err, asked };
}
