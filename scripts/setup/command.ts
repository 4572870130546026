import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "./paths";

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Show the output while it runs. */
  readonly show?: boolean;
}

export interface CommandResult {
  /** `null` when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  /** Both streams, in the order of arrival. */
  readonly output: string;
}

/** Runs a program to its end without a shell; never throws for its exit code, throws when it cannot be started. */
export function attempt(file: string, args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...args], {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      output += text;
      if (options.show) process.stdout.write(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (options.show) process.stderr.write(text);
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, output }));
  });
}

/** Like `attempt`, but anything but exit code 0 throws with the last lines of the output. */
export async function command(file: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const result = await attempt(file, args, options);
  if (result.code === 0) return result.stdout;
  const last = options.show ? "" : `\n${result.output.trim().split("\n").slice(-15).join("\n")}`;
  throw new Error(`"${[file, ...args].join(" ")}" ended with ${result.code ?? "a signal"}.${last}`);
}

/** Runs npm. Through its own script where npm started us, so that no shell is needed on Windows. */
export function npm(args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const script = process.env["npm_execpath"];
  if (script?.endsWith(".js")) return command(process.execPath, [script, ...args], options);
  if (process.platform === "win32") return command("cmd.exe", ["/d", "/c", "npm", ...args], options);
  return command("npm", args, options);
}

/** How to run a program that a package of ours brings, without a shell and without npx. */
export function binary(packageName: string, name: string, args: readonly string[]): [string, string[]] {
  const require = createRequire(join(root, "package.json"));
  const manifest = require.resolve(`${packageName}/package.json`);
  const { bin } = require(manifest) as { readonly bin: string | Readonly<Record<string, string>> };
  const file = typeof bin === "string" ? bin : bin[name];
  if (file === undefined) throw new Error(`${packageName} brings no program "${name}".`);
  return [process.execPath, [join(dirname(manifest), file), ...args]];
}
