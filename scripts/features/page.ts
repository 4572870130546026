import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { complaints, features } from "../../test/vscode/features/features";
import { root } from "../setup/paths";

const folder = join(root, "test", "vscode", "features");

/** The files of scenarios in which each feature and each complaint has its own, by `feature 12` or `complaint 3`. */
export function scenarios(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".test.ts"))) {
    const calls = readFileSync(join(folder, file), "utf8").matchAll(/^\s*(feature|complaint)\((\d+),/gm);
    for (const [, kind, number] of calls) {
      const key = `${kind} ${number}`;
      found.set(key, [...(found.get(key) ?? []), file]);
    }
  }
  return found;
}

/** The document that lists every feature and every complaint with the scenario that shows it, as Markdown. */
export function featuresPage(): string {
  const found = scenarios();
  const fileOf = (key: string): string => {
    const [file] = found.get(key) ?? [];
    if (file === undefined) throw new Error(`There is no scenario for ${key}.`);
    return `[${file.replace(".test.ts", "")}](../test/vscode/features/${file})`;
  };
  const groups = Object.entries(features).flatMap(([group, titles]) => [
    `## ${group}`,
    "",
    "| | What | Scenario |",
    "|---|---|---|",
    ...Object.entries(titles).map(([number, title]) => `| ${number} | ${title} | ${fileOf(`feature ${number}`)} |`),
    "",
  ]);
  const refuted = Object.entries(complaints).map(
    ([number, title]) => `| ${number} | ${title} | ${fileOf(`complaint ${number}`)} |`,
  );
  return [
    "# What the canvas does",
    "",
    "Sixty features and fifteen complaints, and for each the scenario that is called what it says, and that is told in real",
    "VS Code with a mouse and a keyboard. `npm test` tells them all; some are not told yet, and say so. `npm run features`",
    "writes this page from the scenarios.",
    "",
    ...groups,
    "## What people complain of elsewhere, and what does not happen here",
    "",
    "| | Complaint | Scenario |",
    "|---|---|---|",
    ...refuted,
    "",
  ].join("\n");
}
