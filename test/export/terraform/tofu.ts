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

/** Runs OpenTofu in a folder with these files. The providers know their published schemas, and nothing else. */
export function tofu(files: ReadonlyMap<string, string>, ...commands: readonly (readonly string[])[]): string {
  const place = mkdtempSync(join(tmpdir(), "stackwright-terraform-"));
  try {
    for (const [name, text] of files) {
      mkdirSync(dirname(join(place, name)), { recursive: true });
      writeFileSync(join(place, name), text);
    }
    return commands.map((command) => run(place, command)).join("");
  } finally {
    rmSync(place, { recursive: true });
  }
}

function run(cwd: string, command: readonly string[]): string {
  const env = { ...process.env, TF_CLI_CONFIG_FILE: join(folder, "providers", "tofu.rc") };
  return execFileSync(program, command, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** What OpenTofu finds wrong with files: their form first, then what the schemas say. Empty where all is well. */
export function faultsIn(files: ReadonlyMap<string, string>): readonly string[] {
  try {
    tofu(files, ["fmt", "-check", "-recursive"], ["validate", "-json"]);
    return [];
  } catch (error) {
    const text = typeof error === "object" && error !== null && "stdout" in error ? String(error.stdout) : "";
    if (!text.startsWith("{")) return [`${String(error)} ${text}`];
    const { diagnostics }: { diagnostics: readonly Diagnostic[] } = JSON.parse(text);
    return diagnostics
      .filter(({ severity }) => severity === "error")
      .map(
        ({ summary, detail, range, snippet }) => `${range?.filename}: ${summary}: ${detail} (${snippet?.code.trim()})`,
      );
  }
}

interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail: string;
  readonly range?: { readonly filename: string };
  readonly snippet?: { readonly code: string };
}
