import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openManifest } from "../../extension/manifest/manifest";
import { componentTypes } from "../../extension/manifest/schema";
import { manifestFile, manifestPage } from "../../scripts/manifestPage";

const page = readFileSync(manifestFile, "utf8");

test("the page of fields says what the schema says; `npx tsx scripts/manifestPage.ts` writes it", () => {
  expect(page).toBe(manifestPage());
});

test("every field of every type is on it", () => {
  for (const { type, schema } of componentTypes.values()) {
    const section = page.slice(page.indexOf(`## \`type: ${type}\``)).split("\n## ")[0] ?? "";
    const missing = Object.keys(schema.properties ?? {}).filter(
      (key) => key !== "type" && !section.includes(`\`${key}\``),
    );
    expect(missing, type).toEqual([]);
  }
});

test("its example has nothing wrong with it", () => {
  const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  expect(openManifest(example).components).toHaveLength(3);
  expect(openManifest(example).problems.filter(({ severity }) => severity !== "hint")).toEqual([]);
});
