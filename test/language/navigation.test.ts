import { describe, expect, it } from "vitest";
import { fold } from "../../extension/language/fold";
import { links, registryPage } from "../../extension/language/links";
import { references } from "../../extension/language/references";
import { prepareRename, rename } from "../../extension/language/rename";
import { select } from "../../extension/language/select";
import { symbols } from "../../extension/language/symbols";
import { tokens } from "../../extension/language/tokens";
import { applyEdits } from "../../extension/manifest/edit/edit";
import { openManifest } from "../../extension/manifest/manifest";
import { cursorIn } from "./cursor";

const shop = `# The shop,
# as it is sold.
# Three lines.
name: shop
region: us-east-1
components:
  web:
    type: web
    image: &image shop:1
    port: 80
    env:
      URL: "\${{ db.url }} \${{ urlencode(db.password) }}"
    connections: [db, 'cache']
  jobs:
    type: worker
    image: *image
    connections: { db: { as: DATABASE } }
  db: { type: postgres }
  cache: { type: redis }
  edge:
    type: load-balancer
    routes:
      - { to: web }
environments:
  production:
    components:
      db: { size: large }
canvas:
  db: [1, 2]
`;

function at(within: string): { text: string; offset: number } {
  const plain = within.replace("|", "");
  const index = shop.indexOf(plain);
  if (index < 0) throw new Error(`There is no ${plain} in the sample.`);
  return cursorIn(shop.slice(0, index) + within + shop.slice(index + plain.length));
}

const lineOf = (offset: number): number => shop.slice(0, offset).split("\n").length;

describe("references", () => {
  const db = ["12:db", "12:db", "13:db", "17:db", "18:db*", "27:db", "29:db"];

  it.each([
    ["its definition", "  d|b: { type", db],
    ["a connection", "[d|b, 'cache']", db],
    ["a connection in a map", "{ d|b: { as", db],
    ["a reference", "{{ d|b.url", db],
    ["an override", "d|b: { size", db],
    ["a position", "  d|b: [1", db],
    ["a name in quotes", "'cac|he'", ["13:cache", "19:cache*"]],
    ["a route", "to: we|b", ["7:web*", "23:web"]],
    ["an anchor", "&ima|ge", ["9:image*", "16:image"]],
    ["an alias", "*ima|ge", ["9:image*", "16:image"]],
    ["the star of an alias", "image: |*image", ["9:image*", "16:image"]],
    ["a plain value", "port: 8|0", []],
  ])("are found from %s", (_, within, wanted) => {
    const { text, offset } = at(within);
    const found = references(openManifest(text), offset).map(
      ({ range, definition }) => `${lineOf(range.start)}:${text.slice(range.start, range.end)}${definition ? "*" : ""}`,
    );
    expect(found).toEqual(wanted);
  });
});

describe("rename", () => {
  const renamed = (within: string, to: string): string => {
    const { text, offset } = at(within);
    const result = rename(openManifest(text), offset, to);
    return result.ok ? applyEdits(text, result.edits) : result.reason;
  };

  it("changes every mention of a component and nothing else", () => {
    const wanted = shop.replace(/\bdb\b/g, "store");
    for (const within of ["  d|b: { type", "[d|b, 'cache']", "{{ d|b.url", "d|b: { size", "  d|b: [1"])
      expect(renamed(within, "store")).toBe(wanted);
  });

  it("changes the groups that a component is in, which are found as references too", () => {
    const marked = `${shop}  $groups:\n    data: { title: Data, components: [d|b, cache] }\n`;
    const { text, offset } = cursorIn(marked);
    const manifest = openManifest(text);
    expect(manifest.problems).toEqual(openManifest(shop).problems);
    expect(references(manifest, offset).length).toBe(8);
    const result = rename(manifest, offset, "store");
    expect(result.ok && applyEdits(text, result.edits)).toBe(text.replace(/\bdb\b/g, "store"));
  });

  it("keeps quotes", () => {
    expect(renamed("'cac|he'", "store")).toContain("'store'");
  });

  it("changes an anchor with its aliases", () => {
    expect(renamed("*ima|ge", "picture")).toBe(shop.replace("&image", "&picture").replace("*image", "*picture"));
  });

  it.each([
    ["[d|b, 'cache']", "cache", /already a component/],
    ["[d|b, 'cache']", "My DB", /cannot be a component's name/],
    ["&ima|ge", "a b", /cannot be an anchor's name/],
    ["port: 8|0", "x", /Only components and anchors/],
    ["db.u|rl", "x", /attribute/],
  ])("refuses at %s to become %s", (within, to, reason) => {
    expect(renamed(within, to)).toMatch(reason);
  });

  it.each([
    ["[d|b, 'cache']", "db"],
    ["'cac|he'", "cache"],
    ["*ima|ge", "image"],
    ["&ima|ge", "image"],
  ])("is prepared at %s with what is renamed", (within, name) => {
    const { text, offset } = at(within);
    const found = prepareRename(openManifest(text), offset);
    expect(found.ok && [found.name, text.slice(found.range.start, found.range.end)]).toEqual([name, name]);
  });
});

describe("selections", () => {
  it("grow from the name over the value to the whole text", () => {
    const { text, offset } = at("db.pass|word");
    const parts = select(openManifest(text), offset).map(({ start, end }) => text.slice(start, end));
    expect(parts.slice(0, 2)).toEqual(["password", `"\${{ db.url }} \${{ urlencode(db.password) }}"`]);
    expect(parts.at(-1)).toBe(text);
  });

  it("each hold the one before", () => {
    const manifest = openManifest(shop);
    for (let offset = 0; offset <= shop.length; offset += 1) {
      const ranges = select(manifest, offset);
      for (const [index, { start, end }] of ranges.entries()) {
        const inner = ranges[index - 1] ?? { start: offset, end: offset };
        expect(start <= inner.start && end >= inner.end).toBe(true);
      }
    }
  });
});

describe("folds", () => {
  it("are of components, fields and comments of several lines", () => {
    const found = fold(openManifest(shop)).map(({ start, end, kind }) => [start + 1, end + 1, kind ?? ""].join(" "));
    expect(found).toEqual([
      "1 3 comment",
      "6 23 ",
      "7 13 ",
      "11 12 ",
      "14 17 ",
      "20 23 ",
      "22 23 ",
      "24 27 ",
      "25 27 ",
      "26 27 ",
      "28 29 ",
    ]);
  });
});

describe("links", () => {
  it("stand at images that are written out", () => {
    const found = links(openManifest(shop)).map(({ range, url }) => [shop.slice(range.start, range.end), url]);
    expect(found).toEqual([["shop:1", "https://hub.docker.com/_/shop"]]);
  });

  it.each([
    ["nginx:1.27", "https://hub.docker.com/_/nginx"],
    ["docker.io/library/nginx", "https://hub.docker.com/_/nginx"],
    ["discourse/discourse:2026.1.4", "https://hub.docker.com/r/discourse/discourse"],
    ["ghcr.io/example/app:1.0.0", "https://ghcr.io/example/app"],
    ["quay.io/org/app@sha256:abc123", "https://quay.io/repository/org/app"],
    ["public.ecr.aws/docker/library/redis:8", "https://gallery.ecr.aws/docker/library/redis"],
    [
      "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1",
      "https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/111122223333/app?region=eu-west-1",
    ],
    ["registry.example.com:5000/app", undefined],
    ["https://evil.example.com/app", undefined],
    ["javascript:alert(1)", undefined],
    ["", undefined],
  ])("lead from %j to its registry's page over https, if there is one", (image, url) => {
    expect(registryPage(image)).toBe(url);
  });
});

describe("semantic tokens", () => {
  it("mark components, types and attributes that exist", () => {
    const found = tokens(openManifest(shop)).map(
      ({ range, kind, declaration }) => `${kind} ${shop.slice(range.start, range.end)}${declaration ? "*" : ""}`,
    );
    expect(found.slice(0, 8)).toEqual([
      "class web*",
      "type web",
      "class db",
      "property url",
      "class db",
      "property password",
      "class db",
      "class cache",
    ]);
  });

  it("do not mark what does not exist", () => {
    const text = shop.replace("[db, 'cache']", "[nothing]");
    expect(tokens(openManifest(text)).some(({ range }) => text.slice(range.start, range.end) === "nothing")).toBe(
      false,
    );
  });
});

describe("workspace symbols", () => {
  it.each([
    ["", ["web", "jobs", "db", "cache", "edge"]],
    ["CH", ["cache"]],
    ["eg", ["edge"]],
    ["zz", []],
  ])("for %j are the components with these letters", (query, names) => {
    expect(symbols(openManifest(shop), query).map(({ name }) => name)).toEqual(names);
  });
});

it.each([
  [""],
  ["a"],
  ["- a"],
  ["components:\n  web: [\n"],
  ["components: { web: { connections: { <<: *x"],
  ["canvas: 3"],
])("answers about %j without a throw", (text) => {
  const manifest = openManifest(text);
  for (let offset = 0; offset <= text.length; offset += 1) {
    references(manifest, offset);
    prepareRename(manifest, offset);
    select(manifest, offset);
  }
  fold(manifest);
  links(manifest);
  tokens(manifest);
  expect(symbols(manifest, "").length).toBeLessThan(2);
});
