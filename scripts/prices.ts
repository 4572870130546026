/**
 * Makes the product's price list from `extension/targets/aws/price/prices.json`. To renew the prices, replace that file
 * and run `npx tsx scripts/prices.ts`; with a file's name as its argument it takes that file over first.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PriceList } from "../extension/targets/aws/price/priceList";

interface PriceFile {
  readonly asOf: string;
  readonly aws: {
    readonly [region: string]: { readonly [key: string]: { readonly usd: number; readonly source: string } };
  };
}

const folder = join(fileURLToPath(new URL("..", import.meta.url)), "extension", "targets", "aws", "price");
export const priceFile = join(folder, "prices.json");
export const priceListFile = join(folder, "prices.generated.ts");

/** Reads a price file. Throws when a price is no number above zero or names no source: neither could be shown. */
export function priceListOf(text: string): PriceList {
  const { asOf, aws } = JSON.parse(text) as PriceFile;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) throw new Error(`asOf is no date: ${asOf}`);
  const sources: string[] = [];
  const sourceOf = (source: string) => {
    if (!sources.includes(source)) sources.push(source);
    return sources.indexOf(source);
  };
  const regions: { [region: string]: { [key: string]: [number, number] } } = {};
  for (const [region, prices] of Object.entries(aws)) {
    const rows: { [key: string]: [number, number] } = {};
    for (const [key, { usd, source }] of Object.entries(prices)) {
      if (!(usd > 0)) throw new Error(`${region}: ${key} costs ${usd}`);
      if (!source) throw new Error(`${region}: ${key} has no source`);
      rows[key] = [usd, sourceOf(source)];
    }
    regions[region] = rows;
  }
  return { asOf, sources, regions };
}

/** The price list as a module. */
export function priceListModule(list: PriceList): string {
  const rows = Object.entries(list.regions).flatMap(([region, prices]) => [
    `    "${region}": {`,
    ...Object.entries(prices).map(([key, [usd, source]]) => `      "${key}": [${usd}, ${source}],`),
    "    },",
  ]);
  return [
    "/** Generated from prices.json by scripts/prices.ts. Do not edit. */",
    'import type { PriceList } from "./priceList";',
    "",
    "export const prices: PriceList = {",
    `  asOf: ${JSON.stringify(list.asOf)},`,
    "  sources: [",
    ...list.sources.map((source) => `    ${JSON.stringify(source)},`),
    "  ],",
    "  regions: {",
    ...rows,
    "  },",
    "};",
    "",
  ].join("\n");
}

/** Without the platforms that Stackwright does not deploy to. */
function ours(text: string): string {
  const { note, asOf, aws } = JSON.parse(text) as PriceFile & { readonly note?: string };
  return `${JSON.stringify({ note, asOf, aws }, null, 2)}\n`;
}

function main(): void {
  const given = process.argv[2];
  if (given !== undefined && given !== "--check") writeFileSync(priceFile, ours(readFileSync(given, "utf8")));
  const text = priceListModule(priceListOf(readFileSync(priceFile, "utf8")));
  if (given !== "--check") {
    writeFileSync(priceListFile, text);
  } else if (readFileSync(priceListFile, "utf8").replaceAll("\r\n", "\n") !== text) {
    console.error(`${priceListFile} is out of date. Run: npx tsx scripts/prices.ts`);
    process.exitCode = 1;
  }
}

if (process.argv[1]?.endsWith("prices.ts") === true) main();
