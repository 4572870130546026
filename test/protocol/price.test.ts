import { describe, expect, it } from "vitest";
import { openManifest } from "../../extension/manifest/manifest";
import { draw } from "../../extension/protocol/picture";
import type { PriceOptions } from "../../extension/protocol/price";
import { parseToWebview } from "../../extension/protocol/validate";
import { allSizeChoices, estimate } from "../../extension/targets/aws/price/all";

const shop = `name: shop
region: us-east-1
components:
  jobs: { type: worker, image: shop:1 }
  db: { type: postgres, size: small }
`;

function priced(text: string, deployed?: string): PriceOptions {
  const [app, before] = [text, deployed ?? text].map((of) => openManifest(of).appFor("default"));
  if (!app || !before) throw new Error("The manifest has errors.");
  return { estimate: estimate(app), sizes: allSizeChoices(app), ...(deployed && { deployed: estimate(before) }) };
}
const picture = (price: PriceOptions | undefined) =>
  draw(openManifest(shop), { version: 1, editable: true, deploy: { possible: true }, price });
const component = (name: string, price = priced(shop)) => picture(price).components.find((one) => one.name === name);

describe("a picture's price", () => {
  it("has the sums of all, and the items of what is shared", () => {
    const { price } = picture(priced(shop));
    expect(price?.idle).toEqual(priced(shop).estimate.idle);
    expect(price?.items.map(({ text }) => text)).toEqual(["Public IPv4 address of the NAT gateway", "NAT gateway"]);
    expect(price?.notIncluded).toContain("Taxes, discounts, support plans and free tiers");
  });

  it("is not there when it is not known", () => {
    expect(picture(undefined)).not.toHaveProperty("price");
    expect(picture(undefined).components[0]).not.toHaveProperty("price");
  });

  it("is checked on its way", () => {
    const message = { type: "picture", picture: picture(priced(shop, shop)) } as const;
    expect(parseToWebview(JSON.parse(JSON.stringify(message)))).toEqual(message);
    const price = { ...message.picture.price, idle: { usd: "12", unknown: 0 } };
    expect(parseToWebview({ ...message, picture: { ...message.picture, price } })).toBeUndefined();
  });
});

describe("a component's price", () => {
  it("has its own items and no others", () => {
    expect(component("jobs")?.price?.items.map(({ text }) => text)).toEqual([
      "CPU of Fargate: 0.25 vCPU",
      "Memory of Fargate: 0.5 GB",
    ]);
  });

  it("has its sizes, where there are any", () => {
    expect(component("db")?.price?.choices?.find(({ value }) => value === "small")).toMatchObject({
      means: "db.t4g.small",
      idle: 0.032 * 730,
    });
    expect(component("jobs")?.price).not.toHaveProperty("choices");
  });

  it("is compared with that of the last deployment, when it was in it", () => {
    const before = shop.replace("size: small", "size: micro").replace(/ {2}jobs.*\n/, "");
    expect(component("db", priced(shop, before))?.price?.change).toEqual({ idle: 11.68, maximum: 11.68 });
    expect(component("jobs", priced(shop, before))?.price).not.toHaveProperty("change");
  });
});
