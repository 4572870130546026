import { describe, expect, it } from "vitest";
import { applyEdits, edit } from "../../extension/manifest/edit/edit";
import type { Operation } from "../../extension/manifest/edit/operation";
import { rebase } from "../../extension/manifest/edit/rebase";
import { Versions } from "../../extension/manifest/edit/versions";
import { openManifest } from "../../extension/manifest/manifest";

const seen = `name: shop
components:
  web:
    type: web
    image: shop:1
    port: 80
    env: { A: "1", B: "2" }
  edge:
    type: load-balancer
    routes:
      - { to: web, path: / }
      - { to: api, path: /api }
      - { to: web, path: /admin }
`;

/** What an operation that was meant for `seen` does to the text as it is now. */
function carriedOver(now: string, operation: Operation): string {
  const rebased = rebase(openManifest(seen), openManifest(now), [operation]);
  if (!rebased.ok) return rebased.reason;
  const result = edit(openManifest(now), rebased.operations);
  return result.ok ? applyEdits(now, result.edits) : result.reason;
}

const set = (component: string, path: (string | number)[], value: string | number | { [key: string]: string }) =>
  ({ kind: "setField", component, path, value }) as const;

describe("an edit that was made on an older text", () => {
  it("holds when something else changed", () => {
    const now = seen.replace("image: shop:1", "image: shop:2");
    expect(carriedOver(now, set("web", ["port"], 81))).toBe(now.replace("port: 80", "port: 81"));
  });

  it("follows an item of a list to where it stands now", () => {
    const now = seen.replace("      - { to: web, path: / }\n", "");
    expect(carriedOver(now, set("edge", ["routes", 2, "path"], "/root"))).toBe(now.replace("/admin", "/root"));
  });

  it("knows an item that was itself edited by its unchanged neighbours", () => {
    const now = seen.replace("path: /api", "path: /v2");
    expect(carriedOver(now, set("edge", ["routes", 1, "to"], "web"))).toBe(now.replace("to: api", "to: web"));
  });

  it("appends behind what came meanwhile", () => {
    const now = `${seen}      - { to: api, path: /new }\n`;
    expect(carriedOver(now, set("edge", ["routes", 3], { to: "web", path: "/x" }))).toBe(
      `${now}      - { to: web, path: /x }\n`,
    );
  });

  it("is refused when its item is gone", () => {
    const now = seen.replace("      - { to: api, path: /api }\n", "");
    expect(carriedOver(now, set("edge", ["routes", 1, "path"], "/v2"))).toMatch(/routes` was changed meanwhile/);
  });

  it("is refused when two items are alike, so that it is not certain which was meant", () => {
    const twice = seen.replace("path: /admin", "path: /");
    const now = twice.replace("      - { to: api, path: /api }\n", "");
    const rebased = rebase(openManifest(twice), openManifest(now), [set("edge", ["routes", 2, "path"], "/x")]);
    expect(rebased.ok).toBe(false);
  });

  it("merges maps key by key", () => {
    const now = seen.replace('{ A: "1", B: "2" }', '{ A: "1", B: "2", C: "3" }');
    expect(carriedOver(now, set("web", ["env"], { A: "9", B: "2" }))).toBe(now.replace('A: "1"', 'A: "9"'));
  });

  it("is refused when both gave one field another value", () => {
    const now = seen.replace("port: 80", "port: 8080");
    expect(carriedOver(now, set("web", ["port"], 81))).toMatch(/`components.web.port` was changed meanwhile/);
  });

  it("says nothing when both gave it the same value", () => {
    const now = seen.replace("port: 80", "port: 81");
    expect(carriedOver(now, set("web", ["port"], 81))).toBe(now);
  });

  it("does not remove what was written meanwhile", () => {
    const now = seen.replace('A: "1"', 'A: "one"');
    expect(carriedOver(now, { kind: "removeField", component: "web", path: ["env", "A"] })).toMatch(/meanwhile/);
  });

  it("says that the component is gone", () => {
    const now = seen.replace("  web:\n", "  shop:\n");
    expect(carriedOver(now, set("web", ["port"], 81))).toBe("There is no component `web`.");
  });
});

describe("what a canvas knows of a document", () => {
  const at = (text: string) => openManifest(text);

  it("counts its own edits as seen, although their picture is still on its way", () => {
    const versions = new Versions();
    versions.show(4, at("name: a\n"));
    versions.wrote(4, 5, "name: b\n");
    versions.wrote(5, 6, "name: c\n");
    expect(versions.base(4)?.text).toBe("name: c\n");
  });

  it("does not count what others wrote", () => {
    const versions = new Versions();
    versions.show(4, at("name: a\n"));
    versions.wrote(5, 6, "name: c\n");
    expect(versions.base(4)?.text).toBe("name: a\n");
  });

  it("forgets what is long ago, and then knows nothing rather than something else", () => {
    const versions = new Versions();
    for (let version = 1; version <= 60; version += 1) versions.show(version, at(`name: a${version}\n`));
    expect(versions.base(1)).toBeUndefined();
    expect(versions.base(60)?.text).toBe("name: a60\n");
  });
});
