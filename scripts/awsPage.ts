import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { componentTypes } from "../extension/manifest/schema";
import { defaultsTable } from "./awsPage/defaults";
import { egressTable, pricesTable } from "./awsPage/prices";
import { resourcesTable } from "./awsPage/resources";
import { root } from "./setup/paths";

export const awsPageFile = join(root, "docs", "aws.md");

const tables: Readonly<Record<string, () => string>> = {
  "resources shared": () => resourcesTable(undefined),
  "prices of egress": egressTable,
  "prices all": pricesTable,
  ...Object.fromEntries(
    [...componentTypes.keys()].flatMap((type) => [
      [`resources ${type}`, () => resourcesTable(type)],
      [`defaults ${type}`, () => defaultsTable(type)],
    ]),
  ),
};

/**
 * Fills each table of the page anew from the code: what stands between `<!-- table: name -->` and `<!-- end -->`.
 * Throws when the page lacks a table, or names one that there is not.
 */
export function fillTables(page: string): string {
  const missing = new Set(Object.keys(tables));
  const filled = page.replaceAll(/<!-- table: (.+?) -->[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const make = tables[name];
    if (!make) throw new Error(`There is no table "${name}".`);
    missing.delete(name);
    return `<!-- table: ${name} -->\n${make()}\n<!-- end -->`;
  });
  if (missing.size > 0) throw new Error(`The page lacks: ${[...missing].join(", ")}.`);
  return filled;
}

if (process.argv[1]?.endsWith("awsPage.ts") === true) {
  writeFileSync(awsPageFile, fillTables(readFileSync(awsPageFile, "utf8")));
}
