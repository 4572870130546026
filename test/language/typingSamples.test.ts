import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { complete } from "../../extension/language/complete";
import { hover } from "../../extension/language/hover";
import { type Manifest, openManifest } from "../../extension/manifest/manifest";

const samples = ["discourse", "rails", "wordpress"];

/** Against the time that `yaml` takes to read the whole sample: what each state may take to be read upon the last and completed. */
const budgetInParses = 5;

/** How often a state is tried before it counts as slow: whatever else the machine does must not decide. */
const attempts = 8;

function read(name: string): string {
  const file = join(import.meta.dirname, "../../samples", name, "stackwright.yaml");
  return readFileSync(file, "utf8");
}

/** Every state from empty to full, and back. */
function* states(text: string): Generator<string> {
  for (let length = 0; length <= text.length; length += 1) yield text.slice(0, length);
  for (let length = text.length - 1; length >= 0; length -= 1) yield text.slice(0, length);
}

/** What a version upon the one before answers at its end. */
function ask(text: string, previous: Manifest | undefined) {
  const manifest = openManifest(text, previous);
  return { manifest, items: complete(manifest, text.length) };
}

function said({ manifest, items }: ReturnType<typeof ask>) {
  return { items, problems: manifest.problems };
}

/** Fails unless every answer is about this version: at its cursor, inside of its text, on its line. */
function requireOwn(text: string, { manifest, items }: ReturnType<typeof ask>): void {
  if (manifest.text !== text) throw new Error(`At ${text.length} there is another version of the text.`);
  const line = text.lastIndexOf("\n") + 1;
  for (const { range, label } of items) {
    if (range.start < line || range.start > text.length || range.end !== text.length) {
      throw new Error(`“${label}” at ${text.length} replaces ${range.start} to ${range.end}.`);
    }
  }
  const ranges = manifest.problems.flatMap(({ range, related = [] }) => [range, ...related.map((one) => one.range)]);
  const found = hover(manifest, Math.max(0, text.length - 1));
  for (const { start, end } of found === undefined ? ranges : [...ranges, found.range]) {
    if (start < 0 || end < start || end > text.length) throw new Error(`${start} to ${end} is not in this version.`);
  }
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The shortest of several times, and no more of them than are needed to be below `enough`. */
function shortest(times: number, enough: number, work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times && least > enough; time += 1) least = Math.min(least, timeOf(work));
  return least;
}

describe("typing a sample", () => {
  it.each(samples)(
    "answers about its own version at every character of %s, from empty to full and back, as it does from the start",
    (name) => {
      let previous: Manifest | undefined;
      for (const text of states(read(name))) {
        const answer = ask(text, previous);
        requireOwn(text, answer);
        const [own, fresh] = [said(answer), said(ask(text, undefined))];
        // The comparison that says what is different takes too long to be made at each state.
        if (JSON.stringify(own) !== JSON.stringify(fresh)) expect({ text, ...own }).toEqual({ text, ...fresh });
        previous = answer.manifest;
      }
      expect(previous?.text).toBe("");
    },
    180_000,
  );

  it.each(samples)(
    "is within the budget at every state of %s",
    (name) => {
      const whole = read(name);
      const parse = () => parseDocument(whole);
      shortest(30, 0, parse);
      const budget = budgetInParses * shortest(30, 0, parse);
      const slow: string[] = [];
      let previous: Manifest | undefined;
      for (const text of states(whole)) {
        const base = previous;
        const time = shortest(attempts, budget, () => {
          previous = ask(text, base).manifest;
        });
        if (time <= budget) continue;
        // The machine may be slower than when the budget was taken: both anew, side by side.
        const now = budgetInParses * shortest(attempts, 0, parse);
        const again = shortest(attempts, now, () => ask(text, base));
        if (again > now) slow.push(`${text.length}: ${again.toFixed(2)} ms of ${now.toFixed(2)}`);
      }
      expect(slow).toEqual([]);
    },
    180_000,
  );
});
