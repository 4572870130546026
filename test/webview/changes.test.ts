import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Canvases, type CanvasPage, type PageOptions } from "./harness/page";

const deployed = `name: shop
region: us-east-1
components:
  web:
    type: web
    image: shop:1
    port: 80
    env: { LOG_LEVEL: info }
    connections: [db]
  db: { type: postgres, size: small }
environments:
  staging: {}
  production:
    components:
      db: { size: large }
`;
const edited = deployed
  .replace("shop:1", "shop:2")
  .replace("LOG_LEVEL: info", "LOG_LEVEL: debug")
  .replace("us-east-1", "eu-west-1")
  .replace("  db:", "  jobs: { type: worker, image: shop }\n  db:");

let canvases: Canvases;
let canvas: CanvasPage;

beforeAll(async () => {
  canvases = await Canvases.start();
});
afterAll(() => canvases.close());
afterEach(async () => {
  expect(canvas.errors).toEqual([]);
  expect(canvas.host.refused).toEqual([]);
  await canvas.close();
});

async function open(options: Partial<PageOptions> = {}): Promise<void> {
  canvas = await canvases.open({ text: edited, deployed, ...options });
  await canvas.page.locator(".react-flow__node").first().waitFor();
}

const page = () => canvas.page;
const card = (name: string) => page().locator(`.react-flow__node[data-id="${name}"]`);
const press = (name: string) => page().getByRole("button", { name, exact: true }).click();
const panel = () => page().getByRole("complementary", { name: "Changes" });

describe("what was edited since the deployment", () => {
  it("stands on the cards, in words", async () => {
    await open();
    await expect.poll(() => card("web").textContent()).toContain("2 fields changed since deployed");
    await expect.poll(() => card("jobs").textContent()).toContain("Not deployed yet");
    expect(await card("db").textContent()).not.toMatch(/deployed/);
  });

  it("is counted in the toolbar, and listed field by field", async () => {
    await open();
    await press("4 changes since the last deployment");
    await expect.poll(() => panel().textContent()).toContain("LOG_LEVEL");
    expect(await panel().locator(".before").allTextContents()).toEqual(["us-east-1", "shop:1", "info"]);
    expect(await panel().locator(".after").allTextContents()).toEqual(["eu-west-1", "shop:2", "debug"]);
  });

  it("leads to its line", async () => {
    await open();
    await press("4 changes since the last deployment");
    await press("Show env.LOG_LEVEL in the text");
    await expect
      .poll(() => canvas.host.received.at(-1))
      .toEqual({ type: "reveal", path: ["components", "web", "env", "LOG_LEVEL"] });
  });

  it("goes back field by field, component by component, and whole", async () => {
    await open();
    await press("4 changes since the last deployment");
    await press("Put image back to what is deployed");
    await expect.poll(() => canvas.host.text).toBe(edited.replace("shop:2", "shop:1"));
    await press("Remove jobs");
    await expect.poll(() => canvas.host.text).not.toContain("jobs");
    await press("Discard All Changes");
    await expect.poll(() => canvas.host.text).toBe(deployed);
    await expect.poll(() => panel().textContent()).toContain("Nothing differs from what is deployed.");
    await expect.poll(() => page().getByRole("status").textContent()).toBe("Everything is as it is deployed.");
  });

  it("is not said where nothing was deployed, nor offered to be taken back where nothing can be written", async () => {
    canvas = await canvases.open({ text: edited });
    await card("web").waitFor();
    expect(
      await page()
        .getByRole("button", { name: /since the last deployment/ })
        .count(),
    ).toBe(0);
    await canvas.close();
    await open({ editable: false });
    await press("4 changes since the last deployment");
    await expect.poll(() => panel().textContent()).toContain("LOG_LEVEL");
    expect(
      await panel()
        .getByRole("button", { name: /back to what is deployed|Discard/ })
        .count(),
    ).toBe(0);
  });
});

describe("the side panel", () => {
  const width = async () => Math.round((await page().locator(".side.right").boundingBox())?.width ?? 0);

  it("gets wider and narrower by its border, within limits, and is remembered", async () => {
    await open();
    const border = page().getByRole("separator", { name: "Width of the side panel" });
    await border.focus();
    await page().keyboard.press("ArrowLeft");
    await expect.poll(width).toBe(352);
    await page().keyboard.press("Home");
    await expect.poll(width).toBe(260);
    const box = await border.boundingBox();
    const [x, y] = [(box?.x ?? 0) + 2, (box?.y ?? 0) + 200];
    await page().mouse.move(x, y);
    await page().mouse.down();
    await page().mouse.move(x - 100, y, { steps: 4 });
    await page().mouse.up();
    await expect.poll(width).toBe(360);
    await canvas.reload();
    await expect.poll(width).toBe(360);
  });
});

describe("the selection", () => {
  const told = () => canvas.host.received.filter(({ type }) => type === "selected");

  it("is told, so that the text can show it", async () => {
    await open();
    await card("db").click();
    await expect.poll(told).toEqual([{ type: "selected", components: ["db"] }]);
  });

  it("edits the fields that several components have in common, as one step", async () => {
    await open();
    await card("web").click();
    await card("jobs").click({ modifiers: ["Control"] });
    const image = page().getByRole("textbox", { name: "Image", exact: true });
    await image.waitFor();
    expect(await image.getAttribute("placeholder")).toBe("Different values");
    await image.fill("shop:3");
    await page().keyboard.press("Enter");
    await expect
      .poll(() => canvas.host.text)
      .toBe(edited.replace("image: shop:2", "image: shop:3").replace("image: shop }", "image: shop:3 }"));
    expect(canvas.host.edits).toHaveLength(1);
  });

  it("shows the base and the environment beside each other, and writes each where it stands", async () => {
    await open({ environment: "production" });
    await card("db").click();
    await page().getByRole("radio", { name: "Both" }).click();
    const sizes = page().getByRole("textbox", { name: "Size", exact: true });
    await expect.poll(() => sizes.count()).toBe(2);
    await sizes.nth(1).fill("xlarge");
    await page().keyboard.press("Enter");
    await expect.poll(() => canvas.host.text).toBe(edited.replace("size: large", "size: xlarge"));
    await sizes.nth(0).fill("medium");
    await page().keyboard.press("Enter");
    await expect.poll(() => canvas.host.text).toContain("size: medium");
  });
});
