import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const folder = join(__dirname, "..", "..", "..", ".cache", "terraform");
const program = join(folder, "program", "tofu");
// Where it must be there, its absence is a failure. It is built on Linux alone: the files are the same everywhere.
const required = Boolean(process.env["CI"]) && process.platform === "linux";

/** What to add to the name of a test that is skipped without OpenTofu. */
export const missingTofu = existsSync(program) ? "" : " (not installed: run npm run setup once, on Linux, with Go)";
export const skipped = missingTofu !== "" && !required;

type Files = ReadonlyMap<string, string>;

/** Runs OpenTofu in a folder with these files. The providers know their published schemas, and nothing else. */
export function tofu(files: Files, commands: readonly (readonly string[])[], more: NodeJS.ProcessEnv = {}): string {
  const cwd = mkdtempSync(join(tmpdir(), "stackwright-terraform-"));
  const env = { ...process.env, ...more, TF_CLI_CONFIG_FILE: join(folder, "providers", "tofu.rc") };
  try {
    for (const [name, text] of files) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), text);
    }
    const run = (command: readonly string[]) =>
      execFileSync(program, command, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return commands.map(run).join("");
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** What OpenTofu finds wrong with files: their form first, then what the schemas say. Empty where all is well. */
export function faultsIn(files: Files): readonly string[] {
  try {
    tofu(files, [
      ["fmt", "-check", "-recursive"],
      ["validate", "-json"],
    ]);
    return [];
  } catch (error) {
    return errorsOf(error);
  }
}

interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail: string;
  readonly range?: { readonly filename: string };
  readonly snippet?: { readonly code: string };
}

interface Message {
  readonly diagnostics?: readonly Diagnostic[];
  readonly diagnostic?: Diagnostic;
}

/** What a run that failed has said: one document of `validate`, lines of JSON of `test`, or names of files of `fmt`. */
export function errorsOf(error: unknown): readonly string[] {
  const text = typeof error === "object" && error !== null && "stdout" in error ? String(error.stdout) : "";
  if (!text.startsWith("{")) return [`${String(error)} ${text}`];
  const messages: readonly Message[] = text.startsWith("{\n")
    ? [JSON.parse(text)]
    : text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
  const errors = messages
    .flatMap(({ diagnostics = [], diagnostic }) => [...diagnostics, ...(diagnostic ? [diagnostic] : [])])
    .filter(({ severity }) => severity === "error");
  return errors.map(
    ({ summary, detail, range, snippet }) => `${range?.filename}: ${summary}: ${detail} (${snippet?.code.trim()})`,
  );
}
