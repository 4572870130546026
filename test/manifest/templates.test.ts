import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nameFrom, templateName, templates } from "../../extension/manifest/catalog/templates";
import { applyEdits, edit } from "../../extension/manifest/edit/edit";
import { openManifest } from "../../extension/manifest/manifest";
import { draw } from "../../extension/protocol/picture";
import { synthesize } from "../../extension/targets/aws/synthesize";

const shapeOf = (text: string) => {
  const { components, edges } = draw(openManifest(text), { version: 1, editable: true, deploy: { possible: true } });
  return {
    components: components.map(({ name, type }) => ({ name, type })),
    links: edges.filter(({ kind }) => kind !== "reference").map(({ from, to }) => ({ from, to })),
  };
};

const sorted = (links: readonly { readonly from: string; readonly to: string }[]) =>
  links.map(({ from, to }) => `${from} > ${to}`).sort();

describe.each(templates)("the template $id", ({ text, components, links }) => {
  it("has nothing wrong with it but what every application without a domain is told", () => {
    const codes = openManifest(text).problems.map(({ code }) => code);
    expect(codes.filter((code) => code !== "plain-http")).toEqual([]);
  });

  it("has the shape of its preview", () => {
    const shape = shapeOf(text);
    expect(shape.components).toEqual(components);
    expect(sorted(shape.links)).toEqual(sorted(links));
  });

  it("can be deployed", () => {
    const app = openManifest(text).appFor();
    expect(app?.name).toBe(templateName);
    expect(app && synthesize(app).template.Resources).toBeTypeOf("object");
  });

  it.each([
    ["nothing", ""],
    ["a comment", "# What this is.\n"],
    ["a name", `name: ${templateName}\n`],
    ["components without any", `name: ${templateName}\ncomponents: {}\n`],
  ])("can be put into a file with %s", (_, before) => {
    const manifest = openManifest(before);
    const result = edit(manifest, [
      { kind: "setValue", path: ["name"], value: templateName },
      { kind: "pasteComponents", text },
    ]);
    expect(result).toMatchObject({ ok: true, components: components.map(({ name }) => name) });
    const after = result.ok ? applyEdits(before, result.edits) : "";
    expect(after.startsWith(before.startsWith("#") ? before : `name: ${templateName}`)).toBe(true);
    expect(shapeOf(after)).toEqual(shapeOf(text));
  });
});

it("the Discourse template has the shape of the sample", () => {
  const sample = readFileSync(join(import.meta.dirname, "../../samples/discourse/stackwright.yaml"), "utf8");
  const template = templates.find(({ id }) => id === "discourse")?.text ?? "";
  expect(shapeOf(template)).toEqual(shapeOf(sample));
});

it.each([
  ["shop", "shop"],
  ["My Shop 2", "my-shop-2"],
  ["2024_shop", "shop"],
  ["店", templateName],
  ["a".repeat(60), "a".repeat(40)],
  [`${"a".repeat(39)} b`, "a".repeat(39)],
])("a folder called %j gives the name %j", (folder, name) => {
  expect(nameFrom(folder)).toBe(name);
});
