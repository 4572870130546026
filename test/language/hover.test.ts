import { describe, expect, it } from "vitest";
import { define } from "../../extension/language/define";
import { hover } from "../../extension/language/hover";
import { openManifest } from "../../extension/manifest/manifest";
import { cursorIn } from "./cursor";

const shop = `name: shop
components:
  web:
    type: web
    image: &image shop:1
    cpu: 1
    env:
      URL: "a \${{ db.url }} \${{ urlencode(cache.password) }}"
    connections: [db, 'cache']
  jobs:
    type: worker
    image: *image
    connections: { db: { as: DATABASE } }
  db:
    type: postgres
    storage: 20Gi
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

/** Puts the cursor into the first occurrence of `within`, at its `|`. */
function at(within: string): { text: string; offset: number } {
  const plain = within.replace("|", "");
  const index = shop.indexOf(plain);
  if (index < 0) throw new Error(`There is no ${plain} in the sample.`);
  return cursorIn(shop.slice(0, index) + within + shop.slice(index + plain.length));
}

function hoverAt(within: string): string | undefined {
  const { text, offset } = at(within);
  return hover(openManifest(text), offset)?.contents;
}

function hovered(within: string): string | undefined {
  const { text, offset } = at(within);
  const range = hover(openManifest(text), offset)?.range;
  return range && text.slice(range.start, range.end);
}

describe("hover", () => {
  it.each([
    ["a key", "stor|age: 20Gi", ["**Storage**", "Default: `20Gi`", "never shrink"]],
    ["its value", "storage: 20|Gi", ["**Storage**"]],
    ["an enumeration", "c|pu: 1", ["Values: `0.25`, `0.5`"]],
    ["a field of a list's item", "{ t|o: web", ["**To**"]],
    ["an override's field", "{ si|ze: large", ["**Size**", "Default: `small`"]],
    ["a type", "type: post|gres", ["**PostgreSQL**", "managed PostgreSQL"]],
    ["the word type", "ty|pe: postgres", ["**Type**"]],
    ["a component's name", "  d|b:\n    type", ["**db**: PostgreSQL", "private and encrypted"]],
    ["a connection", "[d|b, 'cache']", ["**db**: PostgreSQL", "```yaml\ndb:\n  type: postgres\n  storage: 20Gi\n```"]],
    ["a connection in quotes", "'cac|he'", ["**cache**: Redis"]],
    ["a connection in a map", "{ d|b: { as", ["**db**: PostgreSQL"]],
    ["a route", "to: we|b", ["**web**: Web service"]],
    ["a position", "  d|b: [1", ["**db**: PostgreSQL"]],
    ["a reference's component", "{ d|b.url", ["**db**: PostgreSQL"]],
    ["a reference's attribute", "db.u|rl", ["**db.url**", "Secret"]],
    ["a reference in a call", "cache.pass|word", ["**cache.password**"]],
  ])("explains %s", (_, within, parts) => {
    for (const part of parts) expect(hoverAt(within)).toContain(part);
  });

  it.each([
    ["the key", "stor|age: 20Gi", "storage"],
    ["the name in quotes", "'cac|he'", "cache"],
    ["the component of a reference", "{ d|b.url", "db"],
    ["the attribute of a reference", "db.u|rl", "url"],
  ])("marks %s", (_, within, marked) => {
    expect(hovered(within)).toBe(marked);
  });

  it.each([
    ["between entries", "shop\n|components"],
    ["in a free key", "U|RL: "],
  ])("says nothing %s that has nothing to say", (_, within) => {
    expect(hoverAt(within) ?? "").not.toContain("**db");
  });
});

describe("define", () => {
  it.each([
    ["a connection", "[d|b, 'cache']", "db", "db:\n    type: postgres"],
    ["a connection in quotes", "'cac|he'", "cache", "cache: { type: redis }"],
    ["a connection in a map", "{ d|b: { as", "db", "db:\n"],
    ["a route", "to: we|b", "web", "web:\n"],
    ["a reference", "{ d|b.url", "db", "db:\n"],
    ["a reference in a call", "urlencode(cac|he", "cache", "cache: {"],
    ["an override", "      d|b: { size", "db", "db:\n    type"],
    ["a position", "  d|b: [1", "db", "db:\n    type"],
    ["an alias", "*ima|ge", "*image", "shop:1"],
  ])("leads from %s to where it is written", (_, within, origin, target) => {
    const { text, offset } = at(within);
    const found = define(openManifest(text), offset);
    expect(text.slice(found?.origin.start, found?.origin.end)).toBe(origin);
    expect(text.slice(found?.target.start, found?.target.end).startsWith(target)).toBe(true);
  });

  it("leads nowhere from a plain value", () => {
    const { text, offset } = at("storage: 20|Gi");
    expect(define(openManifest(text), offset)).toBeUndefined();
  });
});
