import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openManifest } from "../extension/manifest/manifest";
import { synthesize } from "../extension/targets/aws/synthesize";
import { cfnLint } from "./conformance/checkers/cfnLint";
import { runCheckers } from "./conformance/run";
import { corpus, importCorpus, type Row } from "./corpus/importCorpus";
import { runMain } from "./setup/main";
import { out } from "./setup/paths";
import { setupPython } from "./setup/python";

/**
 * Imports every file of the corpus beside the repository and prints what became of each: components, what was not
 * carried, problems of the manifest, findings of cfn-lint in its AWS template, and time. Ends with 1 when a manifest has
 * an error or a template a finding.
 */
async function corpusTable(): Promise<void> {
  const rows = importCorpus();
  if (rows.length === 0) {
    console.log(`There is no corpus at ${corpus}, so nothing is imported.`);
    return;
  }
  const folder = join(out, "corpus");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, string>();
  const broken = new Set<string>();
  for (const row of rows) {
    if (row.imported.kind === "refused") continue;
    const stem = join(folder, row.file.replaceAll("/", "-"));
    writeFileSync(`${stem}.stackwright.yaml`, row.imported.text);
    const app = openManifest(row.imported.text).appFor();
    if (app === undefined) broken.add(row.file);
    else {
      writeFileSync(`${stem}.json`, synthesize(app).text);
      files.set(row.file, `${stem}.json`);
    }
  }
  const [result] = await runCheckers([cfnLint(await setupPython())], files, 4);
  const findings = new Map<string, number>();
  for (const { manifest } of result?.findings ?? []) findings.set(manifest, (findings.get(manifest) ?? 0) + 1);
  for (const row of rows) console.log(lineOf(row, broken.has(row.file), findings.get(row.file) ?? 0));
  for (const { manifest, rule, message } of result?.findings ?? []) console.log(`${manifest}: ${rule} ${message}`);
  const imported = rows.filter((row) => row.imported.kind === "manifest").length;
  console.log(
    `\n${imported} of ${rows.length} files imported, ${rows.length - imported} refused with a reason; ${broken.size} manifests with errors, ${findings.size} templates with findings of cfn-lint.`,
  );
  if (broken.size + findings.size > 0) process.exitCode = 1;
}

function lineOf({ file, imported, milliseconds }: Row, broken: boolean, findings: number): string {
  const time = `${milliseconds.toFixed(1)} ms`;
  if (imported.kind === "refused") return `${file} | refused: ${imported.reason} | ${time}`;
  const components = imported.components.map(({ name, type }) => `${name} (${type})`).join(", ");
  const left = imported.notes.filter(({ kind }) => kind === "left").map(({ place, field }) => `${field}:${place.line}`);
  const { length: warnings } = openManifest(imported.text).problems;
  const valid = broken ? "ERRORS" : `valid, ${warnings} hints`;
  return `${file} | ${components} | not carried: ${left.join(" ") || "nothing"} | ${valid} | cfn-lint ${findings} | ${time}`;
}

runMain(corpusTable);
