import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { complete } from "../../extension/language/complete";
import { hover } from "../../extension/language/hover";
import { type Manifest, openManifest } from "../../extension/manifest/manifest";

const samples = ["discourse", "rails", "wordpress"];

function read(name: string): string {
  const file = join(import.meta.dirname, "../../samples", name, "stackwright.yaml");
  return readFileSync(file, "utf8");
}

/** Opens a version upon the one before and asks at its cursor; answers must be about this version. */
function ask(text: string, cursor: number, previous: Manifest | undefined): Manifest {
  const manifest = openManifest(text, previous);
  for (const { range, label } of complete(manifest, cursor)) {
    if (range.start > cursor || range.end < cursor || range.end > text.length) {
      throw new Error(`${label} at ${cursor} replaces ${range.start} to ${range.end} of ${text.length}.`);
    }
  }
  const found = hover(manifest, Math.max(0, cursor - 1));
  if (found !== undefined && found.range.end > text.length)
    throw new Error(`The hover at ${cursor} is of another text.`);
  return manifest;
}

describe("typing a sample", () => {
  it.each(samples)("answers at every character of %s, from empty to full and back", { timeout: 120_000 }, (name) => {
    const text = read(name);
    let manifest: Manifest | undefined;
    for (let length = 0; length <= text.length; length += 1) manifest = ask(text.slice(0, length), length, manifest);
    for (let length = text.length; length >= 0; length -= 1) manifest = ask(text.slice(0, length), length, manifest);
    expect(manifest?.text).toBe("");
  });

  it.each(samples)("answers upon an older version of %s as it does from the start", (name) => {
    const text = read(name);
    let manifest: Manifest | undefined;
    for (let length = 0; length <= text.length; length += 37) {
      const typed = text.slice(0, length);
      manifest = openManifest(typed, manifest);
      expect(complete(manifest, length)).toEqual(complete(openManifest(typed), length));
    }
  });
});
