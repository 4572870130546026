import { describe, expect, it } from "vitest";
import { priceChangeLines, renderEstimate } from "../../extension/cli/render/price";
import { painter } from "../../extension/cli/style";
import { priceChange } from "../../extension/deploy/priceChange";
import { parseTemplate } from "../../extension/deploy/template";
import { openManifest } from "../../extension/manifest/manifest";
import { estimate } from "../../extension/targets/aws/price/estimate";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { stackwright } from "./command";

const shop = `name: shop
region: us-east-1
components:
  jobs: { type: worker, image: shop:1, cpu: 1, memory: 2Gi, scale: { min: 1, max: 2 } }
  db: { type: postgres, size: small }
`;
const appOf = (text: string) => {
  const app = openManifest(text).appFor("default");
  if (!app) throw new Error("The manifest has errors.");
  return app;
};
const plain = painter(false);

describe("the price in a terminal", () => {
  it("is printed by component, with its sums and what they leave out", async () => {
    const app = appOf(shop);
    await expect(renderEstimate(estimate(app), app, plain, 80)).toMatchFileSnapshot("golden/price.txt");
  });

  it("is one document as JSON", async () => {
    const { code, out } = await stackwright(["price", "samples/discourse", "-e", "staging", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, environment: "staging", region: "us-east-1", currency: "USD" });
  });

  it("is not given for a manifest with errors", async () => {
    const { code, out, err } = await stackwright(["price", "-"], { input: "name: shop\ncomponents: { a: 3 }\n" });
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(err).toContain("nothing was done");
  });
});

describe("the price of a plan", () => {
  const templateOf = (text: string) => parseTemplate(synthesize(appOf(text)).text);
  const lines = (before: string | undefined, after: string) => {
    const old = before === undefined ? parseTemplate(undefined) : templateOf(before);
    const change = priceChange(old, templateOf(after), "us-east-1");
    return priceChangeLines(change, before === undefined ? "create" : "update", plain);
  };

  it("is that of the whole for a new stack", () => {
    expect(lines(undefined, shop)).toEqual([
      "Price: ≈ $99/month idle, up to $135 + 1 unknown (AWS list prices of 2026-11-22)",
    ]);
  });

  it("is the difference, by component", () => {
    const after = shop.replace("size: small", "size: medium").replace("max: 2", "max: 3");
    expect(lines(shop, after)).toEqual([
      "Price a month (AWS list prices of 2026-11-22)",
      "  jobs: $36 + 1 unknown idle, $72 + 1 unknown → $108 + 1 unknown (+$36) at most",
      "  db: $26 → $51 (+$24) idle, $26 → $51 (+$24) at most",
      "  in all: $99 + 1 unknown → $123 + 1 unknown (+$24) idle, $135 + 1 unknown → $195 + 1 unknown (+$60) at most",
    ]);
  });

  it("is no difference of what is known, when what is unknown changes", () => {
    const large = shop.replace("size: small", "size: large");
    expect(lines(shop, large)[1]).toBe(
      "  db: $26 → $3.10 + 1 unknown (unknown) idle, $26 → $3.10 + 1 unknown (unknown) at most",
    );
    expect(lines(large, shop.replace("size: small", "size: xlarge"))[1]).toContain("(unknown) idle");
  });

  it("is said not to change", () => {
    expect(lines(shop, shop)).toEqual([
      "Price: unchanged, ≈ $99/month idle, up to $135 + 1 unknown (AWS list prices of 2026-11-22)",
    ]);
  });
});
