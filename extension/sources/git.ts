import { spawn } from "node:child_process";
import { SourceError } from "./sourceError";

/** Milliseconds that one call may take, and bytes that it may print. */
const patience = 60_000;
const largestAnswer = 4 * 1024 * 1024;

/** Whatever a repository or the settings of this machine say: no hooks, no submodules, no helpers of a transport. */
const settings = [
  "core.hooksPath=/dev/null",
  "submodule.recurse=false",
  "fetch.recurseSubmodules=false",
  "protocol.allow=never",
  "protocol.file.allow=always",
  "protocol.git.allow=always",
  "protocol.https.allow=always",
  "protocol.http.allow=always",
  "protocol.ssh.allow=always",
  "commit.gpgSign=false",
].flatMap((setting) => ["-c", setting]);

/**
 * Runs git without a shell and gives what it prints. It never asks for a password: credential helpers and keys of the
 * person are used as they are. Throws a `SourceError` with git's own last words.
 * @param env on top of ours, such as who commits
 */
export function git(
  args: readonly string[],
  { input = "", env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      child.kill();
      reject(new SourceError(`git ${args.find((word) => !word.startsWith("-")) ?? ""} failed: ${why}`));
    };
    const child = spawn("git", [...settings, ...args], {
      env: {
        ...process.env,
        GIT_TERMINAL_PROMPT: "0",
        GIT_ASKPASS: "",
        SSH_ASKPASS: "",
        GIT_SSH_COMMAND: process.env["GIT_SSH_COMMAND"] ?? "ssh -o BatchMode=yes",
        GIT_ATTR_NOSYSTEM: "1",
        GIT_TEMPLATE_DIR: "",
        GIT_NO_LAZY_FETCH: "1",
        ...env,
      },
      timeout: patience,
      stdio: ["pipe", "pipe", "pipe"],
    });
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
      if (out.length > largestAnswer) fail(`it printed more than ${largestAnswer} characters.`);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err = (err + text).slice(-2000);
    });
    child.stdin.on("error", () => undefined).end(input);
    child.on("error", (error: NodeJS.ErrnoException) =>
      fail(error.code === "ENOENT" ? "git is not installed, and this needs it." : error.message),
    );
    child.on("close", (code, signal) => {
      if (code === 0) resolve(out);
      else fail(signal ? `it took longer than ${patience / 1000} seconds.` : err.trim());
    });
  });
}
