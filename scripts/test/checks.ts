import { attempt, binary } from "../setup/command";
import type { Tally } from "./report";

const checks = [
  { name: "types of the extension, the scripts and the tests", run: binary("typescript", "tsc", ["-p", "."]) },
  { name: "types of the webview", run: binary("typescript", "tsc", ["-p", "webview"]) },
  { name: "format and lint", run: binary("@biomejs/biome", "biome", ["ci", "--colors=off", "."]) },
] as const;

/** Types, format and lint; each counts as a test. */
export async function runChecks(): Promise<Tally> {
  const passed = await Promise.all(
    checks.map(async ({ name, run }) => {
      const { code, output } = await attempt(...run);
      console.log(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output.trim()}`);
      return code === 0;
    }),
  );
  const good = passed.filter(Boolean).length;
  return { passed: good, failed: passed.length - good, skipped: 0 };
}
