import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Manifest, openManifest, toJson } from "../../extension/manifest/manifest";
import { edits } from "./mutate";
import { rich } from "./samples";

/** Everything that can be asked of a manifest, as plain data. */
function answers(manifest: Manifest) {
  return {
    problems: manifest.problems,
    readable: manifest.readable,
    environments: manifest.environments,
    components: manifest.components.map(({ name, type, range, key, value }) => ({
      name,
      type,
      range,
      key: key.range,
      value: value?.range,
    })),
    json: JSON.stringify(toJson(manifest, manifest.root)),
    paths: Array.from({ length: 40 }, (_, index) => manifest.pathAt(Math.floor((manifest.text.length * index) / 40))),
    apps: manifest.environments.map((environment) => {
      const app = manifest.appFor(environment);
      return app && { ...app, components: [...app.components], source: undefined };
    }),
  };
}

describe("a manifest that is opened with its previous version", () => {
  it("says the same as one that is opened from scratch, after any sequence of edits", () => {
    fc.assert(
      fc.property(edits(rich, 6), (versions) => {
        let previous: Manifest | undefined;
        for (const text of versions) {
          previous = openManifest(text, previous);
          expect(answers(previous), text).toEqual(answers(openManifest(text)));
        }
      }),
      { numRuns: 30, seed: 20261122 },
    );
  });

  it("is found at its place again when only what stands before it has changed", () => {
    const before = openManifest(rich);
    const after = openManifest(`# A line more.\n${rich}`, before);
    const offset = rich.indexOf("postgres");
    expect(after.pathAt(offset + "# A line more.\n".length)).toEqual(["components", "db", "type"]);
  });

  it("gives the same JSON object for a component that did not change", () => {
    const before = openManifest(rich);
    const after = openManifest(rich.replace("name: shop", "name: store"), before);
    const json = (manifest: Manifest) => toJson(manifest, manifest.find(["components", "db"])?.node);
    expect(json(after)).toBe(json(before));
  });

  it("looks again at what an alias stands for when its anchor has changed", () => {
    const before = openManifest(rich);
    expect(before.problems).toEqual([]);
    const after = openManifest(rich.replace("port: 80\n", "prot: 80\n"), before);
    expect(after.problems.map(({ code, component }) => [code, component])).toEqual([
      ["unknown-key", "app"],
      ["unknown-key", "api"],
    ]);
  });

  it("looks again at an override when the base's type has changed", () => {
    const before = openManifest(rich);
    const after = openManifest(rich.replace("type: postgres", "type: redis"), before);
    expect(after.problems.filter(({ code }) => code === "unknown-key").length).toBeGreaterThan(0);
    expect(after.problems).toEqual(openManifest(after.text).problems);
  });

  it.each([
    ["another name for it", "  db:\n", "  database:\n"],
    ["another type", "    type: postgres\n", "    type: redis\n"],
    ["a port that a route does not lead to", "    port: 80\n", "    port: 81\n"],
    ["a variable that a connection injects", "      MOTD: |\n", "      DB_URL: x\n      MOTD: |\n"],
    ["an override that no longer fits its base", "    scale: { min: 1, max: 3, cpu: 60 }\n", "    scale: 2\n"],
  ])("looks at the others again when one component has %s", (_, from, to) => {
    const text = rich.replace(from, to);
    expect(text).not.toBe(rich);
    const after = openManifest(text, openManifest(rich));
    expect(after.problems).toEqual(openManifest(text).problems);
    expect(openManifest(rich, after).problems).toEqual([]);
  });

  it("suggests the same names when there are more mistakes than suggestions", () => {
    const names = Array.from({ length: 150 }, (_, index) => `dbx${index}`);
    const text = (port: number) =>
      `name: a\ncomponents:\n  db: { type: postgres }\n${names
        .map(
          (name, index) =>
            `  w${index}: { type: web, image: a, port: ${index === 75 ? port : 80}, connections: [${name}] }\n`,
        )
        .join("")}`;
    const after = openManifest(text(81), openManifest(text(80)));
    expect(after.problems).toEqual(openManifest(text(81)).problems);
    expect(openManifest(text(80), after).problems).toEqual(openManifest(text(80)).problems);
  });
});
