import { wrongImports } from "./house/imports";
import { impureUses } from "./house/purity";
import { type Sizes, sizesOf } from "./house/sizes";
import { sourcesIn } from "./house/sources";
import { runMain } from "./setup/main";

/** Prints how the house is kept: sizes, `any`, tests to source, and imports against the one direction. */
runMain(async () => {
  const groups = ["extension", "webview", "scripts", "test"].map((name) => [name, sourcesIn(name)] as const);
  console.log(row("folder", "files", "lines", "median", "p90", "largest", "any/1000"));
  for (const [name, sources] of groups) console.log(describe(name, sizesOf(sources)));
  const of = (...names: string[]): number =>
    groups.reduce((sum, [name, list]) => sum + (names.includes(name) ? sizesOf(list).lines : 0), 0);
  console.log(`\nTest to source: ${(of("test") / of("extension", "webview")).toFixed(2)}`);
  const product = groups
    .filter(([name]) => name === "extension" || name === "webview")
    .flatMap(([, sources]) => sources);
  const wrong = [...wrongImports(product), ...impureUses(product)];
  console.log(wrong.length === 0 ? "Imports: all in the one direction." : wrong.join("\n"));
  if (wrong.length > 0) process.exitCode = 1;
});

function describe(name: string, sizes: Sizes): string {
  const { files, lines, median, p90, largest } = sizes;
  return row(name, files, lines, median, p90, largest ? `${largest.lines} ${largest.path}` : "", sizes.any.toFixed(2));
}

function row(...cells: readonly (string | number)[]): string {
  const [name = "", files = "", lines = "", median = "", p90 = "", largest = "", any = ""] = cells.map(String);
  return `${name.padEnd(10)}${files.padStart(6)}${lines.padStart(8)}${median.padStart(8)}${p90.padStart(6)}${any.padStart(10)}  ${largest}`;
}
