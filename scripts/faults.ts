import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { out, root } from "./setup/paths";

/**
 * Runs the fault matrix, in which every cell is a test, and prints it. A fault that lasts, lasts a minute; with
 * `npm run faults -- <seconds>` so long. Ends with 1 when a cell does not hold.
 */
function faults([seconds = "60"]: readonly string[]): void {
  const file = join(out, "faults.json");
  mkdirSync(out, { recursive: true });
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const env = { ...process.env, STACKWRIGHT_FAULT_SECONDS: seconds };
  const args = [vitest, "run", "test/faults", "--reporter=json", `--outputFile=${file}`];
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  console.log(matrix(tests.map(cellOf)));
  for (const { status: how, fullName, failureMessages = [] } of tests) {
    if (how !== "passed") console.log(`\n${fullName}: ${how}\n${failureMessages[0]?.split("\n")[0] ?? ""}`);
  }
  process.exitCode = status ?? 1;
}

interface Test {
  readonly fullName: string;
  readonly status: string;
  readonly ancestorTitles: readonly string[];
  readonly title: string;
  readonly failureMessages?: readonly string[];
}

interface Report {
  readonly testResults: readonly { readonly assertionResults: readonly Test[] }[];
}

interface Cell {
  readonly phase: string;
  readonly fault: string;
  readonly holds: boolean;
}

/** Of the two titles of a test, the one with the cross is the fault. */
function cellOf({ ancestorTitles, title, status }: Test): Cell {
  const titles = [...ancestorTitles, title];
  const fault = titles.find((text) => text.startsWith("× ")) ?? "";
  const phase = titles.find((text) => text !== fault) ?? "";
  return { phase, fault: fault.replace("× ", ""), holds: status === "passed" };
}

const phases = ["plan", "execute", "watch", "roll back", "destroy"];

function matrix(cells: readonly Cell[]): string {
  const faultNames = [...new Set(cells.map(({ fault }) => fault))].sort();
  const width = Math.max(...faultNames.map((name) => name.length));
  const line = (name: string, row: readonly string[]) =>
    [name.padEnd(width), ...row.map((text) => text.padEnd(9))].join("  ").trimEnd();
  const rows = faultNames.map((fault) =>
    line(
      fault,
      phases.map((phase) => {
        const cell = cells.find((candidate) => candidate.fault === fault && candidate.phase === phase);
        return cell === undefined ? "-" : cell.holds ? "holds" : "FAILS";
      }),
    ),
  );
  const holding = cells.filter(({ holds }) => holds).length;
  return [line("", phases), ...rows, "", `${holding} of ${cells.length} cells hold.`].join("\n");
}

faults(process.argv.slice(2));
