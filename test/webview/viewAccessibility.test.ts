import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Canvases, type CanvasPage } from "./harness/page";
import { themeNames } from "./harness/themes";

const shop = `name: shop
components:
  edge: { type: load-balancer, routes: [{ to: web, path: / }] }
  web: { type: web, image: nginx:1.29, port: 80, connections: [db] }
  db: { type: postgres, version: "17" }
`;

let canvases: Canvases;
beforeAll(async () => {
  canvases = await Canvases.start();
});
afterAll(() => canvases.close());

const states: Readonly<Record<string, (canvas: CanvasPage) => Promise<void>>> = {
  "the list, with a row selected": async ({ page }) => {
    await page.getByRole("button", { name: "Show as List" }).click();
    await page.locator('.list [data-name="web"]').click();
  },
  "find and the minimap": async ({ page }) => {
    await page.locator(".react-flow__pane").click({ position: { x: 8, y: 60 } });
    await page.keyboard.press("m");
    await page.keyboard.press("/");
    await page.keyboard.type("web");
    await page.keyboard.press("Enter");
    await page.locator(".found.current").waitFor();
  },
};

describe.each(themeNames)("axe finds nothing in %s", (theme) => {
  it.each(Object.keys(states))("in %s", async (state) => {
    const canvas = await canvases.open({ text: shop, theme });
    await canvas.page.locator(".card").first().waitFor();
    await states[state]?.(canvas);
    const { violations } = await new AxeBuilder({ page: canvas.page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    await canvas.close();
  });
});
