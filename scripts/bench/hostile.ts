import { openManifest } from "../../extension/manifest/manifest";
import { hostileTexts } from "../../test/manifest/hostile";
import { type Row, row } from "./row";

/** The slowest of all hostile texts, opened with nothing known before. The best of three, so that it is the text's. */
export function hostileRow(): Row {
  const all = hostileTexts.map(({ name, text }) => ({ name, ms: Math.min(open(text), open(text), open(text)) }));
  const [slowest, ...rest] = all.sort((a, b) => b.ms - a.ms);
  for (const { name, ms } of rest.slice(0, 4)) console.error(`hostile: ${ms.toFixed(1)} ms for ${name}`);
  if (slowest === undefined) throw new Error("There are no hostile texts.");
  console.error(`hostile: ${slowest.ms.toFixed(1)} ms for ${slowest.name}, the slowest`);
  return row("hostile-max", slowest.ms, "ms", { most: 100 });
}

function open(text: string): number {
  const before = performance.now();
  openManifest(text);
  return performance.now() - before;
}
