import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { priceChange } from "../../extension/deploy/priceChange";
import { parseTemplate } from "../../extension/deploy/template";
import { openManifest } from "../../extension/manifest/manifest";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { plan, planned } from "./deployments";
import { Canvases, type CanvasPage } from "./harness/page";

const shop = `name: shop
region: us-east-1
components:
  edge: { type: load-balancer, routes: [{ to: web }] }
  web: { type: web, image: nginx:1.29, port: 80, cpu: 1, memory: 2Gi, scale: { min: 1, max: 3 }, connections: [db] }
  db: { type: postgres, version: "17", size: small, storage: 20Gi }
`;
const dearer = shop.replace("size: small", "size: medium");

let canvases: Canvases;
beforeAll(async () => {
  canvases = await Canvases.start();
});
afterAll(() => canvases.close());

async function show(text: string, check: (canvas: CanvasPage) => Promise<void>, deployed?: string): Promise<void> {
  const canvas = await canvases.open({ text, prices: deployed === undefined ? {} : { deployed } });
  await canvas.page.locator(".card").first().waitFor();
  await check(canvas);
  expect(canvas.errors).toEqual([]);
  await canvas.close();
}
const card = ({ page }: CanvasPage, name: string) => page.locator(".card").filter({ hasText: name });

describe("the price of a component", () => {
  it("stands on its card, idle and at most", () =>
    show(shop, async (canvas) => {
      expect(await card(canvas, "edge").locator(".price-tag").textContent()).toBe("$24/month");
      // The alarms of autoscaling have no known price.
      expect(await card(canvas, "web").locator(".price-tag").textContent()).toBe("$36 – $108 + 1 unknown");
    }));

  it("says what has changed since the last deployment", () =>
    show(
      dearer,
      async (canvas) => {
        const tag = card(canvas, "db").locator(".price-tag");
        expect(await tag.locator(".price-change").textContent()).toBe("(+$24)");
        expect(await tag.getAttribute("title")).toContain("+$24 since the last deployment");
        expect(await card(canvas, "edge").locator(".price-change").count()).toBe(0);
      },
      shop,
    ));

  it("is not there while the manifest has an error", () =>
    show(shop.replace("type: postgres,", "type: postgres, sise: 3,"), async ({ page }) => {
      expect(await page.locator(".price-tag").count()).toBe(0);
      expect(await page.locator(".price-button").count()).toBe(0);
    }));

  it("is itemised in the inspector", () =>
    show(shop, async ({ page, host }) => {
      await host.select("db");
      await page.locator(".section-head").filter({ hasText: "Price: " }).click();
      const rows = page.locator(".side-body .price-table tr");
      await rows.first().waitFor();
      expect(await rows.filter({ hasText: "db.t4g.small, PostgreSQL" }).allTextContents()).toEqual([
        "db.t4g.small, PostgreSQL$23$23",
      ]);
    }));

  it("is known of each size, and a size is written when it is chosen", () =>
    show(shop, async ({ page, host }) => {
      await host.select("db");
      const sizes = page.getByRole("radiogroup", { name: /What each size costs/ });
      await expect
        .poll(() => sizes.getByRole("radio", { checked: true }).getAttribute("aria-label"))
        .toBe("small: db.t4g.small, $23/month");
      await sizes.getByRole("radio", { name: "large: db.m7g.large, unknown", exact: true }).waitFor();
      await sizes.getByRole("radio", { name: /^medium/ }).click();
      await expect.poll(() => host.text).toBe(dearer);
      await expect
        .poll(() => sizes.getByRole("radio", { checked: true }).getAttribute("aria-label"))
        .toBe("medium: db.t4g.medium, $47/month");
    }));
});

describe("the price of the application", () => {
  it("opens to what it consists of and leaves out, and closes with Escape", () =>
    show(shop, async ({ page }) => {
      const button = page.locator(".price-button");
      expect(await button.textContent()).toBe("$123 – $195 + 1 unknown");
      await button.click();
      const popover = page.getByRole("dialog", { name: "Price" });
      const text = (await popover.textContent()) ?? "";
      for (const part of [
        "2026-11-22",
        "us-east-1",
        "NAT gateway",
        "Shared by all components",
        "Not included",
        "Taxes",
      ])
        expect(text).toContain(part);
      await page.keyboard.press("Escape");
      await popover.waitFor({ state: "detached" });
      expect(await page.locator(".price-button:focus").count()).toBe(1);
    }));
});

describe("the price in a plan", () => {
  const templateOf = (text: string) => {
    const app = openManifest(text).appFor("default");
    if (!app) throw new Error("The manifest has errors.");
    return parseTemplate(synthesize(app).text);
  };
  const showPlan = ({ host }: CanvasPage, kind: "create" | "update", before: string | undefined) => {
    const price = priceChange(
      before === undefined ? { Resources: {} } : templateOf(before),
      templateOf(dearer),
      "us-east-1",
    );
    return host.deploy({ ...planned, plan: { ...plan, kind, price } });
  };

  it("is what changes, by component and in all", () =>
    show(dearer, async (canvas) => {
      await showPlan(canvas, "update", shop);
      const rows = canvas.page.locator(".plan-price tr");
      await rows.first().waitFor();
      expect(await rows.allTextContents()).toEqual([
        "Sum",
        "Idle$123 → $147+ 1 unknown+$24",
        "At most$195 → $219+ 1 unknown+$24",
        "db",
        "Idle$26 → $51+$24",
        "At most$26 → $51+$24",
      ]);
    }));

  it("is the whole price of what is new", () =>
    show(dearer, async (canvas) => {
      await showPlan(canvas, "create", undefined);
      await canvas.page.locator(".plan-price").getByText("≈ $147/month idle, up to $219 + 1 unknown").waitFor();
    }));

  it("is said not to change when it does not", () =>
    show(dearer, async (canvas) => {
      await showPlan(canvas, "update", dearer);
      await canvas.page.locator(".plan-price").getByText("The price stays as it is.").waitFor();
    }));
});
