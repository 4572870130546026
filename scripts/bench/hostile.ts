import { openManifest } from "../../extension/manifest/manifest";
import { hostileTexts } from "../../test/manifest/hostile";
import { type Row, row } from "./row";

/** The slowest of all hostile texts, opened with nothing known before. */
export function hostileRow(): Row {
  const all = hostileTexts.map(({ name, text }) => ({
    name,
    ms: Math.min(...Array.from({ length: 5 }, () => open(text))),
  }));
  const [slowest, ...rest] = all.sort((a, b) => b.ms - a.ms);
  for (const { name, ms } of rest.slice(0, 4)) console.error(`hostile: ${ms.toFixed(1)} ms for ${name}`);
  if (slowest === undefined) throw new Error("There are no hostile texts.");
  console.error(`hostile: ${slowest.ms.toFixed(1)} ms for ${slowest.name}, the slowest`);
  return row("hostile-max", slowest.ms, "ms", { most: 100 });
}

/**
 * The time on the clock holds what else the machine does, and the processor's what threads collect garbage beside the
 * work: the text's fault is at most the lesser.
 */
function open(text: string): number {
  const clock = performance.now();
  const before = process.cpuUsage();
  openManifest(text);
  const { user, system } = process.cpuUsage(before);
  return Math.min((user + system) / 1000, performance.now() - clock);
}
