import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { activationRow } from "./bench/activation";
import { canvasReadyRows } from "./bench/canvas";
import { canvasGestureRows } from "./bench/canvasGestures";
import { canvasHeapRow } from "./bench/canvasHeap";
import { canvasSyncRows } from "./bench/canvasSync";
import { compareNames, compareRows } from "./bench/compare";
import { deployNames, deployRows } from "./bench/deploy";
import { hostileRow } from "./bench/hostile";
import { importNames, importRows } from "./bench/import";
import { installNames, installRows } from "./bench/install";
import { languageNames, languageRows } from "./bench/language";
import { layoutRows } from "./bench/layout";
import { memoryRow } from "./bench/memory";
import { installPeers } from "./bench/peers";
import { pollMemoryRow } from "./bench/pollMemory";
import { priceNames, priceRows } from "./bench/price";
import { type Row, table } from "./bench/row";
import { sizeRows } from "./bench/size";
import { synthNames, synthRows } from "./bench/synth";
import { buildAll } from "./build/buildAll";
import { out } from "./setup/paths";

/** Rows that are measured together. */
interface Group {
  readonly names: readonly string[];
  /** What it measures is what ships, so that this is built before. */
  readonly ships?: true;
  /** @param names those of its rows that were asked for */
  run(peers: string, names: readonly string[]): readonly Row[] | Promise<readonly Row[]>;
}

const groups: readonly Group[] = [
  { names: languageNames, run: languageRows },
  { names: ["memory-793"], run: (peers) => [memoryRow(peers)] },
  { names: ["hostile-max"], run: () => [hostileRow()] },
  { names: synthNames, ships: true, run: synthRows },
  { names: priceNames, run: () => priceRows() },
  { names: compareNames, run: () => compareRows() },
  { names: importNames, run: () => importRows() },
  { names: installNames, ships: true, run: () => installRows() },
  { names: deployNames, ships: true, run: deployRows },
  { names: ["poll-memory-24h"], run: async () => [await pollMemoryRow()] },
  { names: ["activation"], ships: true, run: async () => [await activationRow()] },
  { names: ["bundle-extension", "package-size"], ships: true, run: () => sizeRows() },
  { names: ["canvas-ready-200", "canvas-ready-1000"], ships: true, run: () => canvasReadyRows() },
  {
    names: ["canvas-drag-1000", "canvas-pan-1000", "canvas-zoom-1000"],
    ships: true,
    run: () => canvasGestureRows(),
  },
  { names: ["text-to-canvas-200", "canvas-to-text-200"], ships: true, run: () => canvasSyncRows() },
  { names: ["layout-200", "layout-1000"], run: () => layoutRows() },
  { names: ["canvas-heap-1000"], ships: true, run: async () => [await canvasHeapRow()] },
];

/**
 * Measures the budgets against peers in the same run; prints a table and writes out/bench.json. `npm run bench -- <name>`
 * measures the rows whose names begin so, and writes nothing.
 */
async function bench(asked: readonly string[]): Promise<void> {
  const chosen = groups.flatMap((group) => {
    const names = group.names.filter((name) => asked.length === 0 || asked.some((start) => name.startsWith(start)));
    return names.length === 0 ? [] : [{ ...group, names }];
  });
  if (chosen.length === 0) {
    console.error(`There is no such row. There are ${groups.flatMap(({ names }) => names).join(", ")}.`);
    process.exitCode = 1;
    return;
  }
  if (chosen.some(({ ships }) => ships)) await buildAll({ production: true });
  const peers = await installPeers();
  const rows: Row[] = [];
  for (const { names, run } of chosen)
    rows.push(...(await run(peers, names)).filter(({ name }) => names.includes(name)));
  if (asked.length === 0) {
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, "bench.json"), `${JSON.stringify(rows, null, 2)}\n`);
  }
  console.log(table(rows));
  if (rows.some((each) => !each.ok)) process.exitCode = 1;
}

void bench(process.argv.slice(2));
