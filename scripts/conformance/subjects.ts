import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { App } from "../../extension/manifest/app";
import { openManifest } from "../../extension/manifest/manifest";
import { synthesize } from "../../extension/targets/aws/synthesize";
import type { Template } from "../../extension/targets/aws/template";
import { root } from "../setup/paths";
import { generate } from "./generate/generate";

/** What is checked: one manifest in one environment, and the template that it becomes. */
export interface Subject {
  readonly name: string;
  readonly app: App;
  readonly template: Template;
  readonly text: string;
}

/** Every sample in every environment, as `discourse-production`. */
export function sampleSubjects(): readonly Subject[] {
  const folder = join(root, "samples");
  const samples = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return samples.flatMap(({ name }) => {
    const text = readFileSync(join(folder, name, "stackwright.yaml"), "utf8");
    return openManifest(text).environments.map((environment) => subjectOf(`${name}-${environment}`, text, environment));
  });
}

/** The generated manifests; see `generate`. */
export function generatedSubjects(): { readonly subjects: readonly Subject[]; readonly pairs: number } {
  const { manifests, pairs } = generate();
  return { subjects: manifests.map(({ name, text, environment }) => subjectOf(name, text, environment)), pairs };
}

function subjectOf(name: string, text: string, environment: string): Subject {
  const manifest = openManifest(text);
  const app = manifest.appFor(environment);
  if (app === undefined) throw new Error(`${name} has an error: ${JSON.stringify(manifest.problems)}`);
  const { template, text: json } = synthesize(app);
  return { name, app, template, text: json };
}

/** Writes each template into a folder that is emptied before. @returns the file of each */
export function writeTemplates(folder: string, subjects: readonly Subject[]): ReadonlyMap<string, string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return new Map(
    subjects.map(({ name, text }) => {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, text);
      return [name, file];
    }),
  );
}
