import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const root = join(__dirname, "..", "..");

/** `cfn-lint`, from the project's own Python environment or the PATH; undefined where it is not installed. */
export function findLinter(): string | undefined {
  const windows = process.platform === "win32";
  const name = windows ? "cfn-lint.exe" : "cfn-lint";
  const own = join(root, ".cache", "python", windows ? "Scripts" : "bin");
  return [own, ...(process.env["PATH"] ?? "").split(delimiter)].map((folder) => join(folder, name)).find(existsSync);
}

/**
 * Runs `cfn-lint` over templates, with its informational rules.
 * @param templates texts by name
 * @returns findings as `name: rule message at path`
 */
export function lint(linter: string, templates: ReadonlyMap<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), "stackwright-lint-"));
  try {
    const files = [...templates].map(([name, text]) => {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, text);
      return file;
    });
    return findingsOf(run(linter, ["--format", "json", "--include-checks", "I", "--", ...files]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Finding {
  readonly Filename: string;
  readonly Level: string;
  readonly Message: string;
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Path: readonly (string | number)[] | null };
}

function findingsOf(output: string): string[] {
  return (JSON.parse(output) as Finding[]).map(({ Filename, Rule, Message, Location }) => {
    const name = (Filename.split(/[\\/]/).at(-1) ?? Filename).replace(/\.json$/, "");
    return `${name}: ${Rule.Id} ${Message} at ${(Location.Path ?? []).join("/")}`;
  });
}

/** The linter ends with a number that says what it found; the findings themselves are on its standard output. */
function run(linter: string, args: readonly string[]): string {
  try {
    return execFileSync(linter, args, { encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (stdout?.trimStart().startsWith("[")) return stdout;
    throw error;
  }
}
