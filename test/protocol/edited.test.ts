import { describe, expect, it } from "vitest";
import { edit } from "../../extension/manifest/edit/edit";
import { openManifest } from "../../extension/manifest/manifest";
import { type Discard, discardEdit } from "../../extension/protocol/discardEdit";
import { baselineOf, edited } from "../../extension/protocol/edited";

const at = "2026-11-22T20:00:00.000Z";

const shop = `name: shop
region: us-east-1
components:
  web:
    type: web
    image: shop:1
    port: 80
    env: { MODE: live, API_TOKEN: abcdef123456 }
    connections: [db, cache]
  db: { type: postgres, size: small } # the orders
  cache: { type: redis }
environments:
  staging: {}
  production:
    account: "111122223333"
    components:
      db: { size: large }
`;

function editedIn(environment: string, before: string, after: string) {
  return edited(baselineOf(openManifest(before), environment, at), openManifest(after));
}

function changed(from: string, to: string): string {
  expect(shop).toContain(from);
  return shop.replace(from, to);
}

describe("what was edited since a deployment", () => {
  it("is nothing when nothing was", () => {
    expect(editedIn("staging", shop, shop)).toEqual({ at, components: {}, removed: [], other: [] });
  });

  it.each([
    ["a comment", changed(" # the orders", " # all orders")],
    ["a position", `${shop}canvas:\n  web: [10, 20]\n`],
    ["the order of keys", changed("{ type: postgres, size: small }", "{ size: small, type: postgres }")],
    ["the order of connections", changed("[db, cache]", "[cache, db]")],
    ["a default that is spelled out", changed("port: 80", "port: 80\n    cpu: 0.25")],
    ["another environment", changed("size: large", "size: xlarge")],
    ["a value in the other way of quoting", changed("image: shop:1", 'image: "shop:1"')],
  ])("is nothing for %s", (_, after) => {
    expect(editedIn("staging", shop, after)).toEqual({ at, components: {}, removed: [], other: [] });
  });

  it("is a field, with what it was and what it is", () => {
    const after = changed("image: shop:1", "image: shop:2");
    const fields = [{ path: ["image"], before: "shop:1", after: "shop:2" }];
    expect(editedIn("staging", shop, after).components).toEqual({ web: { kind: "changed", fields } });
  });

  it("is a single entry of a map", () => {
    const after = changed("MODE: live", "MODE: test, DEBUG: yes-please");
    expect(editedIn("staging", shop, after).components["web"]?.fields).toEqual([
      { path: ["env", "MODE"], before: "live", after: "test" },
      { path: ["env", "DEBUG"], after: "yes-please" },
    ]);
  });

  it("is what the environment makes of it", () => {
    const inBase = changed("size: small", "size: medium");
    expect(editedIn("production", shop, inBase).components).toEqual({});
    const override = changed("size: large", "size: xlarge");
    const fields = [{ path: ["size"], before: "large", after: "xlarge" }];
    expect(editedIn("production", shop, override).components).toEqual({ db: { kind: "changed", fields } });
  });

  it("is a component that came, and one that went", () => {
    const after = changed("  cache: { type: redis }", "  jobs: { type: worker, image: shop:1 }");
    const found = editedIn("staging", shop, after);
    expect(found.components).toEqual({ jobs: { kind: "added", fields: [] } });
    expect(found.removed).toEqual(["cache"]);
  });

  it("is a setting of the application, the environment's own included", () => {
    const region = changed("us-east-1", "eu-west-1");
    expect(editedIn("staging", shop, region).other).toEqual([
      { path: ["region"], before: "us-east-1", after: "eu-west-1" },
    ]);
    const account = changed("111122223333", "444455556666");
    expect(editedIn("staging", shop, account).other).toEqual([]);
    expect(editedIn("production", shop, account).other).toEqual([
      { path: ["account"], before: "111122223333", after: "444455556666" },
    ]);
  });

  it("never shows a value that seems to be a secret", () => {
    const after = changed("API_TOKEN: abcdef123456", "API_TOKEN: fedcba654321, DB_PASSWORD: hunter22");
    const found = editedIn("staging", shop, after);
    expect(JSON.stringify(found)).not.toMatch(/abcdef|fedcba|hunter/);
    expect(found.components["web"]?.fields).toEqual([{ path: ["env", "DB_PASSWORD"], after: "****" }]);
  });
});

describe("discarding", () => {
  function discarded(environment: string, after: string, what: Discard): string {
    const manifest = openManifest(after);
    const result = discardEdit(baselineOf(openManifest(shop), environment, at), manifest, what);
    if (!result.ok) return result.reason;
    const change = edit(manifest, result.operations);
    if (!change.ok) return change.reason;
    return change.edits.reduceRight(
      (text, { range, text: piece }) => text.slice(0, range.start) + piece + text.slice(range.end),
      after,
    );
  }

  const two = changed("image: shop:1", "image: shop:2").replace("port: 80", "port: 8080");

  it("puts back one field, and nothing else", () => {
    expect(discarded("staging", two, { component: "web", path: ["image"] })).toBe(changed("port: 80", "port: 8080"));
  });

  it("puts back a whole component", () => {
    expect(discarded("staging", two, { component: "web" })).toBe(shop);
  });

  it("puts back everything", () => {
    const after = two.replace("us-east-1", "eu-west-1").replace("size: small", "size: medium");
    expect(discarded("staging", after, {})).toBe(shop);
  });

  it("takes out what was not there", () => {
    const after = changed("size: small", "size: small, storage: 50Gi");
    expect(discarded("staging", after, { component: "db", path: ["storage"] })).toBe(shop);
  });

  it("takes out a component that is not deployed", () => {
    const after = changed("  cache:", "  jobs:\n    type: worker\n    image: shop:1\n  cache:");
    expect(discarded("staging", after, { component: "jobs" })).toBe(shop);
  });

  it("brings a component back, with what the environment changes at it", () => {
    const after = changed("  db: { type: postgres, size: small } # the orders\n", "").replace(
      "    components:\n      db: { size: large }\n",
      "",
    );
    const text = discarded("production", after, { component: "db" });
    expect(editedIn("production", shop, text)).toEqual({ at, components: {}, removed: [], other: [] });
  });

  it("mends the layer that was edited", () => {
    expect(discarded("production", changed("size: large", "size: xlarge"), { component: "db", path: ["size"] })).toBe(
      shop,
    );
  });

  it("puts back a setting", () => {
    expect(discarded("staging", changed("us-east-1", "eu-west-1"), { path: ["region"] })).toBe(shop);
  });

  it("says so when a value was not kept because it seemed to be a secret", () => {
    const after = changed(", API_TOKEN: abcdef123456", "");
    expect(discarded("staging", after, { component: "web", path: ["env", "API_TOKEN"] })).toBe("masked");
  });

  it("says so when there is nothing to put back", () => {
    expect(discarded("staging", shop, { component: "web", path: ["image"] })).toBe("nothing");
  });
});
