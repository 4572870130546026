import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { exportAs, read } from "../read";

const end = process.platform === "win32" ? ".exe" : "";
const program = join(__dirname, "..", "..", "..", ".cache", "go-tools", `helm${end}`);

/** What to add to the name of a test that is skipped without Helm. */
export const missingHelm = existsSync(program) ? "" : " (not installed: run npm run setup once, with Go)";
// Where it must be there, its absence is a failure.
export const skipped = missingHelm !== "" && !process.env["CI"];

/** The manifests that Helm makes of the chart of an application. Throws with what it says. @param more such as `--set` */
export function rendered(manifest: string, ...more: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "stackwright-chart-"));
  try {
    for (const [name, text] of exportAs("helm", read(manifest)).files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const words = ["template", "release", join(folder, "chart"), ...more];
    return execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
