import { mkdir, readFile, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { buildPackage } from "./package/vsix";
import { missingIn, setupAll } from "./setup/all";
import { attempt, binary } from "./setup/command";
import { out, root } from "./setup/paths";
import { runChecks } from "./test/checks";
import { runConformance } from "./test/conformance";
import {
  add,
  failedFiles,
  lastLine,
  replaceFiles,
  skippedIn,
  type Tally,
  tallyOf,
  type VitestReport,
} from "./test/report";

const crashed: Tally = { passed: 0, failed: 1, skipped: 0 };
/** With more failed files than this it is no noise. */
const mostNoisyFiles = 5;

/** Everything: tools, build, package, types, lint, units, the suites in VS Code, and the checkers from outside. The last line sums it up. */
async function main(): Promise<Tally> {
  await mkdir(out, { recursive: true });
  const tools = await timed("Setup", setupAll);
  const missing = missingIn(tools);
  const vsix = await timed("Build and package", () => buildPackage(join(out, "stackwright.vsix")));
  const checks = await timed("Types and lint", runChecks);
  const tests = await timed("Tests", () => runTests(vsix));
  for (const part of missing) console.log(`Skipped for want of it: ${part.message}`);
  const results = add(checks, tests);
  // Whoever names tests wants those alone.
  if (process.argv.length > 2) return results;
  return add(results, await timed("Conformance", () => runConformance(tools.python)));
}

async function runTests(vsix: string): Promise<Tally> {
  const args = process.argv.slice(2);
  const first = await runVitest(vsix, args);
  if (!process.env["CI"] || !first.report) return sumUp(first);
  const failed = failedFiles(first.report);
  if (failed.length === 0 || failed.length > mostNoisyFiles) return sumUp(first);
  // Windows of VS Code and measured ratios depend on a machine that others load, and the stories of a file on each other. So
  // in CI a file that failed gets a second try as a whole, with nothing beside it. What is broken fails again.
  console.log(`Failed, and tried once more:\n${failed.map((file) => `  ${relative(root, file)}`).join("\n")}`);
  const second = await runVitest(vsix, ["--no-file-parallelism", ...failed]);
  if (!second.report) return sumUp(first);
  return sumUp({ code: second.code, report: replaceFiles(first.report, second.report) });
}

interface Run {
  readonly code: number | null;
  /** Nothing where the runner ended before it could write one. */
  readonly report: VitestReport | undefined;
}

async function runVitest(vsix: string, args: readonly string[]): Promise<Run> {
  const file = join(out, "tests.json");
  await rm(file, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const [program, all] = binary("vitest", "vitest", ["run", ...reporters, ...args]);
  const { code } = await attempt(program, all, { show: true, env: { ...process.env, STACKWRIGHT_VSIX: vsix } });
  const text = await readFile(file, "utf8").catch(() => undefined);
  return { code, report: text === undefined ? undefined : (JSON.parse(text) as VitestReport) };
}

function sumUp({ code, report }: Run): Tally {
  if (!report) return crashed;
  for (const name of skippedIn(report)) console.log(`Skipped: ${name}`);
  const tally = tallyOf(report);
  // No test at all, or a runner that is unhappy for a reason that is no test's, is a failure too.
  const silent = tally.failed === 0 && (code !== 0 || tally.passed === 0);
  return silent ? add(tally, crashed) : tally;
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  console.log(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return crashed;
  })
  .then((tally) => {
    process.exitCode = tally.failed === 0 ? 0 : 1;
    console.log(lastLine(tally));
  });
