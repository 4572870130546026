import { describe, expect, it } from "vitest";
import { fixes } from "../../extension/language/fix/fixes";
import { applyEdits } from "../../extension/manifest/edit/edit";
import { openManifest } from "../../extension/manifest/manifest";
import { replacedFields } from "../../extension/manifest/replacedFields";

const shop = `name: shop
region: us-east-1
components:
  web:
    type: worker
    image: app:1
    volumes: { uploads: /shared }
    secrets:
      TOKEN: { generate: { length: 40 } }
    connections: [db]
  db:
    type: postgres
    storage: 100Gi
network:
  azs: 2
environments:
  staging: {}
  production:
    region: eu-west-1
    components:
      db: { storage: 200Gi }
`;

/** `code: what is marked`, for the sample with `from` as `to`, deployed as it is. */
function found(from: string, to: string, environment = "staging"): readonly string[] {
  const text = shop.replace(from, to);
  if (text === shop) throw new Error(`There is no ${from}.`);
  return replacedFields(openManifest(text), environment, openManifest(shop)).map(
    ({ code, range }) => `${code}: ${text.slice(range.start, range.end)}`,
  );
}

describe("a field that changed since the last deployment", () => {
  it.each([
    ["the name", "name: shop", "name: store", ["replaced-field: store"]],
    ["the region", "region: us-east-1", "region: us-west-2", ["replaced-field: us-west-2"]],
    ["the network", "azs: 2", "azs: 2\n  cidr: 10.8.0.0/16", ["replaced-field: 10.8.0.0/16"]],
    ["another type", "type: postgres", "type: mysql", ["replaced-field: mysql"]],
    ["a secret that is generated", "length: 40", "length: 50", ["replaced-field: 50"]],
    ["storage that shrinks", "storage: 100Gi", "storage: 50Gi", ["shrunk-field: 50Gi"]],
    ["storage that is taken away", "    storage: 100Gi\n", "", ["shrunk-field: db"]],
  ])("is told where it stands: %s", (_, from, to, wanted) => {
    expect(found(from, to)).toEqual(wanted);
  });

  it.each([
    ["storage that grows", "storage: 100Gi", "storage: 150Gi"],
    ["a zone more", "azs: 2", "azs: 3"],
    ["a volume's place", "uploads: /shared", "uploads: /files"],
    ["a volume more", "uploads: /shared", "uploads: /shared, more: /more"],
    ["a secret more", "      TOKEN:", "      OTHER: { generate: { length: 20 } }\n      TOKEN:"],
    ["a secret from elsewhere", "{ generate: { length: 40 } }", "{ from: shop/token }"],
    ["a component more", "  db:\n", "  cache: { type: redis }\n  db:\n"],
    ["a field that can change", "image: app:1", "image: app:2"],
    ["what another environment has", "region: eu-west-1", "region: eu-central-1"],
    ["a default that is written out", "network:\n  azs: 2\n", "network: {}\n"],
  ])("is not told for %s", (_, from, to) => {
    expect(found(from, to)).toEqual([]);
  });

  it("is looked for in the chosen environment, where its own value counts", () => {
    expect(found("region: us-east-1", "region: us-west-2", "production")).toEqual([]);
    expect(found("region: eu-west-1", "region: eu-central-1", "production")).toEqual(["replaced-field: eu-central-1"]);
    expect(found("storage: 200Gi", "storage: 150Gi", "production")).toEqual(["shrunk-field: 150Gi"]);
    expect(found("storage: 100Gi", "storage: 50Gi", "production")).toEqual([]);
  });

  it("says what was deployed, and what happens to it", () => {
    const text = shop.replace("storage: 100Gi", "storage: 50Gi").replace("name: shop", "name: store");
    const [name, storage] = replacedFields(openManifest(text), "staging", openManifest(shop));
    expect(name?.message).toContain("which was `shop` when `staging` was deployed");
    expect(name?.component).toBeUndefined();
    expect(storage?.message).toContain("can grow and never shrink");
    expect(storage?.component).toBe("db");
  });

  it("is silenced by a comment, which is never called useless", () => {
    const text = shop.replace("azs: 2", "azs: 3 # stackwright-ignore: replaced-field");
    const manifest = openManifest(text);
    expect(manifest.problems).toEqual([]);
    expect(replacedFields(manifest, "staging", openManifest(shop))).toEqual([]);
  });

  it("can be put back", () => {
    const manifest = openManifest(shop.replace("storage: 100Gi", "storage: 50Gi"));
    const [problem] = replacedFields(manifest, "staging", openManifest(shop));
    const [fix] = problem ? fixes(manifest, problem) : [];
    expect(fix?.title).toBe("Put back “100Gi”, as it is deployed");
    expect(applyEdits(manifest.text, fix?.edits ?? [])).toBe(shop);
  });

  it.each([[""], ["- a"], ["components: ["], ["name: shop"], ["components:\n  db:\n"]])("is safe with %j", (text) => {
    expect(() => replacedFields(openManifest(text), "staging", openManifest(shop))).not.toThrow();
    expect(() => replacedFields(openManifest(shop), "staging", openManifest(text))).not.toThrow();
  });
});
