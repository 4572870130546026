import { join } from "node:path";
import { attempt } from "../../setup/command";
import type { Checker, Finding } from "./checker";

interface Match {
  readonly Filename: string;
  readonly Message: string;
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Path: readonly (string | number)[] | null };
}

/** Errors and warnings of `cfn-lint`, with AWS's registry schemas: types, properties, required, enums and patterns. */
export function cfnLint(programs: string): Checker {
  return {
    name: "cfn-lint",
    batch: 20,
    async check(files) {
      const names = new Map([...files].map(([name, file]) => [file, name]));
      const { stdout, output } = await attempt(join(programs, "cfn-lint"), [
        "--format",
        "json",
        "--",
        ...files.values(),
      ]);
      if (!stdout.trimStart().startsWith("[")) throw new Error(`cfn-lint gave no answer:\n${output.slice(-2000)}`);
      return { findings: (JSON.parse(stdout) as Match[]).map((match) => findingOf(match, names)) };
    },
  };
}

function findingOf({ Filename, Message, Rule, Location }: Match, names: ReadonlyMap<string, string>): Finding {
  const path = Location.Path ?? [];
  const resource = path[0] === "Resources" ? String(path[1]) : undefined;
  return {
    manifest: names.get(Filename) ?? Filename,
    rule: Rule.Id,
    message: `${Message} (${path.join("/")})`,
    ...(resource !== undefined && { resource }),
  };
}
