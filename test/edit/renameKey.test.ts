import { describe, expect, it } from "vitest";
import { applyEdits, edit } from "../../extension/manifest/edit/edit";
import { openManifest } from "../../extension/manifest/manifest";

const shop = `name: shop
components:
  web:
    type: web
    image: shop:1
    port: 80
    env: { MODE: live, "LOG": info } # all of them
environments:
  staging: {} # small
  production: { protected: true }
`;

function renamed(path: readonly string[], to: string, text = shop): string {
  const result = edit(openManifest(text), [{ kind: "renameKey", path, to }]);
  return result.ok ? applyEdits(text, result.edits) : result.reason;
}

describe("renaming an entry", () => {
  it("changes its key and nothing else", () => {
    expect(renamed(["environments", "staging"], "test")).toBe(shop.replace("staging", "test"));
  });

  it("keeps the place, the braces and the comment", () => {
    expect(renamed(["components", "web", "env", "MODE"], "STAGE")).toBe(shop.replace("MODE", "STAGE"));
  });

  it("keeps the quotes", () => {
    expect(renamed(["components", "web", "env", "LOG"], "LEVEL")).toBe(shop.replace('"LOG"', '"LEVEL"'));
  });

  it("is nothing to do for the same name", () => {
    expect(renamed(["environments", "staging"], "staging")).toBe(shop);
  });

  it("is refused for a name that is there already", () => {
    expect(renamed(["environments", "staging"], "production")).toBe("`production` exists already.");
  });

  it("is refused for what is not written there, such as what comes in through a merge", () => {
    expect(renamed(["environments", "preview"], "test")).toMatch(/not written there/);
    const merged = shop.replace("staging: {} # small", "staging: &s { account: '111122223333' }\n  test: { <<: *s }");
    expect(renamed(["environments", "test", "account"], "region", merged)).toMatch(/not written there/);
  });
});
