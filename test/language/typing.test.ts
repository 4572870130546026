import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { complete } from "../../extension/language/complete";
import { hover } from "../../extension/language/hover";
import { type Manifest, openManifest } from "../../extension/manifest/manifest";

const golden = join(import.meta.dirname, "../edit/golden");
const texts = readdirSync(golden).filter((name) => name.endsWith(".before.yaml"));

describe("typing", () => {
  it.each(["rename-in-quotes-and-blocks", "remove-component-with-its-mentions", "add-component-to-flow-lines"])(
    "answers at every character of %s, from empty to full",
    (name) => {
      const text = readFileSync(join(golden, `${name}.before.yaml`), "utf8");
      let manifest: Manifest | undefined;
      for (let length = 0; length <= text.length; length += 1) {
        manifest = openManifest(text.slice(0, length), manifest);
        for (const { range } of complete(manifest, length)) {
          expect(range.start).toBeLessThanOrEqual(length);
          expect(range.end).toBeGreaterThanOrEqual(length);
        }
      }
    },
  );

  it.each(texts)("answers at every place in %s with ranges on the cursor's line", (name) => {
    const text = readFileSync(join(golden, name), "utf8");
    const manifest = openManifest(text);
    for (let offset = 0; offset <= text.length; offset += 1) {
      for (const { range } of complete(manifest, offset)) {
        expect(text.slice(range.start, range.end)).not.toContain("\n");
        expect(range.start <= offset && offset <= range.end).toBe(true);
      }
      hover(manifest, offset);
    }
  });
});
