import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { freeName } from "../../extension/manifest/edit/clip/freeName";
import { applyEdits, copyComponents, edit } from "../../extension/manifest/edit/edit";
import type { Json } from "../../extension/manifest/edit/operation";
import { openManifest } from "../../extension/manifest/manifest";

const root = join(import.meta.dirname, "..", "..");
const manifests = join(root, "test", "canvasModel", "manifests");
const written: readonly (readonly [string, string])[] = [
  ...["discourse", "rails", "wordpress"].map(
    (name) => [name, join(root, "samples", name, "stackwright.yaml")] as const,
  ),
  ...readdirSync(manifests).map((name) => [name, join(manifests, name)] as const),
];

type Parts = { readonly components: { readonly [name: string]: Json }; readonly environments?: Json };

function read(text: string): Parts {
  return parse(text, { merge: true, logLevel: "silent" }) as Parts;
}

function paste(target: string, text: string) {
  const result = edit(openManifest(target), [{ kind: "pasteComponents", text }]);
  if (!result.ok) throw new Error(result.reason);
  return { text: applyEdits(target, result.edits), components: result.components ?? [] };
}

function namesIn(text: string): readonly string[] {
  return openManifest(text).components.map(({ name }) => name);
}

describe.each(written.filter(([, path]) => !path.endsWith("empty.yaml")))("the components of %s", (_, path) => {
  const text = readFileSync(path, "utf8");
  const names = namesIn(text);

  it("say the same in another manifest", () => {
    const pasted = paste("name: other\n", copyComponents(openManifest(text), names));
    expect(pasted.components).toEqual(names);
    expect(read(pasted.text).components).toEqual(read(text).components);
  });

  it.each(names)("can be copied one by one: %s", (name) => {
    const pasted = paste("name: other\n", copyComponents(openManifest(text), [name]));
    expect(read(pasted.text).components).toEqual({ [name]: read(text).components[name] });
  });

  it("leave what is there as it is when they are pasted beside themselves", () => {
    const pasted = paste(text, copyComponents(openManifest(text), names));
    expect(pasted.components).toHaveLength(names.length);
    expect(new Set(namesIn(pasted.text)).size).toBe(names.length * 2);
    const both = read(pasted.text).components;
    for (const [name, value] of Object.entries(read(text).components)) expect(both[name]).toEqual(value);
  });
});

it("takes the comments in and directly above a component along, and not those that stand apart", () => {
  const clip = copyComponents(openManifest(readFileSync(join(manifests, "comments.yaml"), "utf8")), ["web", "db"]);
  for (const own of [
    "About web,",
    "behind the key",
    "pinned",
    'B: "2"',
    "Last inside.",
    "Another about db.",
    "More room.",
  ]) {
    expect(clip).toContain(`# ${own}\n`);
  }
  for (const other of ["About db.", "Behind the last component.", "About environments.", "really"]) {
    expect(clip).not.toContain(`# ${other}`);
  }
});

describe("what environments change of copied components", () => {
  const text = `name: shop
components:
  db: { type: postgres }
environments:
  production:
    components:
      db: { size: large } # for the holidays
  staging: {}
`;
  const clip = copyComponents(openManifest(text), ["db"]);

  it("comes along where the environment exists, as it is written", () => {
    expect(paste(text, clip).text).toContain("      db-2: { size: large } # for the holidays\n");
  });

  it("makes no environment", () => {
    expect(read(paste("name: other\nenvironments: { staging: {} }\n", clip).text).environments).toEqual({
      staging: {},
    });
  });

  it("begins the overrides of an environment that has none", () => {
    const other = "name: other\nenvironments:\n  production:\n    protected: true\n";
    expect(read(paste(other, clip).text).environments).toEqual({
      production: { protected: true, components: { db: { size: "large" } } },
    });
  });
});

describe("a paste that cannot be", () => {
  it.each([
    ["nothing", "", "no text"],
    ["a number", "42\n", "no components"],
    ["a manifest without components", "name: shop\ncomponents: {}\n", "no components"],
    ["two documents", "web: { type: web }\n---\nb: { type: web }\n", "no components|not YAML|on its own"],
    ["an anchor in itself", "web: &a { type: web, env: *a }\n", "."],
    ["more than a manifest can be", `web: { type: web, image: ${"x".repeat(1_000_001)} }\n`, "larger"],
  ])("is refused with its reason: %s", (_, text, reason) => {
    const result = edit(openManifest("name: shop\n"), [{ kind: "pasteComponents", text }]);
    expect(result).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });
});

it.each([
  ["web", ["api"], "web"],
  ["web", ["web"], "web-2"],
  ["web-2", ["web", "web-2"], "web-3"],
  ["a".repeat(31), ["a".repeat(31)], `${"a".repeat(29)}-2`],
])("a free name for %s beside %j is %s", (wanted, taken, free) => {
  expect(freeName(wanted, (name) => taken.includes(name))).toBe(free);
});
