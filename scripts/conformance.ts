import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { installPeers } from "./bench/peers";
import { accepted } from "./conformance/acceptedFindings";
import { cfnLint } from "./conformance/checkers/cfnLint";
import { checkov } from "./conformance/checkers/checkov";
import { moto } from "./conformance/checkers/moto";
import { cdkNag } from "./conformance/checkers/nag";
import { specification } from "./conformance/checkers/specification";
import { judge } from "./conformance/judge";
import { page } from "./conformance/page";
import { runCheckers } from "./conformance/run";
import { generatedSubjects, sampleSubjects, writeTemplates } from "./conformance/subjects";
import { summary, tableOf, totals } from "./conformance/table";
import { versions } from "./conformance/versions";
import { runMain } from "./setup/main";
import { out, root } from "./setup/paths";
import { setupPython } from "./setup/python";

/**
 * Has the templates of all samples and of the generated manifests checked from outside; prints a table, writes all
 * findings to out/conformance.json, and ends with 1 when something is off. `--samples` leaves
 * the generated ones out, `--only=Checkov,cdk-nag` runs those checkers, `--write` writes docs/aws-findings.md, and
 * `--processes=2` says how many checkers may run at a time (otherwise as many as there are processors).
 */
async function conformance(args: readonly string[]): Promise<void> {
  const samples = sampleSubjects();
  const { subjects, pairs } = generatedSubjects();
  const all = args.includes("--samples") ? samples : [...samples, ...subjects];
  const files = writeTemplates(join(out, "conformance"), all);
  console.log(
    `${samples.length} samples and environments; ${subjects.length} generated manifests with ${pairs.toLocaleString("en")} pairs of values.`,
  );
  const [python, peers] = [await setupPython(), await installPeers()];
  const only = option(args, "only")?.split(",");
  const checkers = [cfnLint(python), moto(python), checkov(python), cdkNag(peers), specification()].filter(
    ({ name }) => only === undefined || only.includes(name),
  );
  const started = performance.now();
  const results = await runCheckers(checkers, files, processes(args));
  const verdict = judge(results, all, accepted);

  writeFileSync(join(out, "conformance.json"), `${JSON.stringify(verdict.all, null, 1)}\n`);
  console.log(tableOf(results, verdict.all));
  for (const line of totals(results.flatMap(({ notes }) => notes))) console.log(`moto ${line}`);
  console.log(`Checked in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  const wrong = [
    ...summary(verdict.unlisted),
    // The samples alone do not have everything that is listed.
    ...(all.length > samples.length
      ? verdict.stale.map(
          ({ checker, rule, types }) => `${checker} ${rule} on ${types.join(", ")}: listed, and not found.`,
        )
      : []),
    ...pageIsOld(args.includes("--write")),
  ];
  for (const line of wrong) console.error(`✗ ${line}`);
  if (wrong.length > 0) process.exitCode = 1;
}

function processes(args: readonly string[]): number {
  return Math.max(1, Number(option(args, "processes") ?? availableParallelism()));
}

function option(args: readonly string[], name: string): string | undefined {
  return args.find((arg) => arg.startsWith(`--${name}=`))?.split("=")[1];
}

function pageIsOld(write: boolean): readonly string[] {
  const file = join(root, "docs", "aws-findings.md");
  const text = page(accepted, versions());
  if (write) writeFileSync(file, text);
  return readFileSync(file, "utf8") === text ? [] : ["docs/aws-findings.md is old: npm run conformance -- --write."];
}

runMain(() => conformance(process.argv.slice(2)));
