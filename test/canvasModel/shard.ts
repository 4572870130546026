import { describe, expect, it } from "vitest";
import { type Counts, noCounts, runSequence } from "./sequence";

/** Files run beside each other, so each takes its part. */
const shards = 4;
const sequences = Number(process.env["CANVAS_MODEL_SEQUENCES"] ?? 10_000);
/** Another first seed gives other sequences; the same gives the same. A failure names the one to look at. */
const firstSeed = Number(process.env["CANVAS_MODEL_SEED"] ?? 1);

/** One part of the random sequences. */
export function runShard(shard: number): void {
  const wanted = Math.ceil(sequences / shards);
  describe(`random sequences on the canvas and in the text, part ${shard} of ${shards}`, () => {
    it(`${wanted} of them keep picture and text alike, change no other byte, and can be undone`, {
      timeout: 600_000,
    }, () => {
      const counts = noCounts();
      for (let index = 0; index < wanted; index += 1) runSequence(firstSeed + (shard - 1) * wanted + index, counts);
      console.log(
        `part ${shard}: ${Object.entries(counts)
          .map(([name, count]) => `${name} ${count}`)
          .join(", ")}`,
      );
      expect(counts.sequences).toBe(wanted);
      expectAll(counts);
    });
  });
}

/** A run in which something never happens would prove nothing of it. */
function expectAll({ sequences: all, ...happened }: Counts): void {
  if (all < 100) return;
  for (const [what, times] of Object.entries(happened)) expect(times, what).toBeGreaterThan(all / 20);
}
