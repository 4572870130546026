import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Canvases, type CanvasPage, type PageOptions } from "./harness/page";

const plain = `name: shop
components:
  web: { type: web, image: shop, port: 80, connections: [db] }
  db: { type: postgres }
`;
const placed = `${plain}canvas:
  web: [40, 60]
  db: [100, 80]
  gone: [5, 5]
`;

let canvases: Canvases;
let canvas: CanvasPage;

beforeAll(async () => {
  canvases = await Canvases.start();
});
afterAll(() => canvases.close());
afterEach(async () => {
  expect(canvas.errors).toEqual([]);
  await canvas.close();
});

async function open(text: string, options: Partial<PageOptions> = {}): Promise<void> {
  canvas = await canvases.open({ text, ...options });
  await canvas.page.locator(".react-flow__node").first().waitFor();
}

const card = (name: string) => canvas.page.locator(`.react-flow__node[data-id="${name}"]`);
const hints = () => canvas.page.getByRole("region", { name: "Layout" });

describe("what was placed by hand", () => {
  it("has a pin, and says so", async () => {
    await open(placed.replace("  db: [100, 80]\n", ""));
    await card("web").getByTitle("Placed by hand").waitFor();
    expect(await card("web").getAttribute("aria-label")).toContain("placed by hand");
    expect(await card("db").locator(".card-pin").count()).toBe(0);
  });

  it("is given back by key, in one step", async () => {
    await open(placed);
    await card("web").focus();
    await canvas.page.keyboard.press("Enter");
    await canvas.page.keyboard.press("Shift+Alt+R");
    await expect.poll(() => canvas.host.text).toBe(placed.replace("  web: [40, 60]\n", ""));
    expect(canvas.host.steps).toBe(1);
    expect(await card("web").locator(".card-pin").count()).toBe(0);
  });

  it("is told where it drifted, and released from there", async () => {
    await open(placed);
    await hints().getByText("web and db overlap another card").waitFor();
    await hints().getByRole("button", { name: "Release: A position without a component: gone" }).click();
    await expect.poll(() => canvas.host.text).toBe(placed.replace("  gone: [5, 5]\n", ""));
    await hints().getByText("without a component").waitFor({ state: "detached" });
  });

  it("is released as a whole, names without a component too", async () => {
    await open(placed);
    await hints().getByRole("button", { name: "Release: 2 of 2 components placed by hand" }).click();
    await expect.poll(() => canvas.host.text).toBe(plain);
    await hints().waitFor({ state: "detached" });
    expect(canvas.host.steps).toBe(1);
  });

  it("stays while the canvas is locked", async () => {
    await open(`${placed}  $locked: true\n`);
    const button = hints().getByRole("button", { name: /^Release: 2 of 2/ });
    expect(await button.isDisabled()).toBe(true);
  });
});
