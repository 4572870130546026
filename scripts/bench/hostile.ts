import { openManifest } from "../../extension/manifest/manifest";
import { hostileTexts } from "../../test/manifest/hostile";
import { type Row, row } from "./row";

/** The slowest of all hostile texts, opened with nothing known before. The best of three, so that it is the text's. */
export function hostileRow(): Row {
  let slowest = 0;
  for (const { text } of hostileTexts) slowest = Math.max(slowest, Math.min(open(text), open(text), open(text)));
  return row("hostile-max", slowest, "ms", { most: 100 });
}

function open(text: string): number {
  const before = performance.now();
  openManifest(text);
  return performance.now() - before;
}
