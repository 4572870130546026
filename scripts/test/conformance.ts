import { join } from "node:path";
import { attempt } from "../setup/command";
import { MissingPart } from "../setup/part";
import { root } from "../setup/paths";
import type { Tally } from "./report";

/**
 * The checkers from outside, which count as one test. In a process of their own, since they write as they go.
 * @param python the folder of the Python programs, or what is missing
 */
export async function runConformance(python: string | MissingPart): Promise<Tally> {
  if (python instanceof MissingPart) return { passed: 0, failed: 0, skipped: 1 };
  const script = join(root, "scripts", "conformance.ts");
  const { code } = await attempt(process.execPath, ["--import", "tsx", script], { show: true });
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}
