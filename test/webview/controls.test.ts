import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Canvases, type CanvasPage } from "./harness/page";

/** The form controls by what they do, on the real page: whatever replaces the toolkit one day has to do the same. */
const shop = `name: shop
components:
  web: { type: web, image: nginx:1.29, port: 80 }
  db: { type: postgres, version: "17" }
environments:
  staging: {}
  production: { components: { db: { highAvailability: true } } }
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

async function open(component?: string): Promise<void> {
  canvas = await canvases.open({ text: shop });
  await canvas.page.locator(".card").first().waitFor();
  if (component !== undefined) await canvas.page.locator(`.react-flow__node[data-id="${component}"]`).click();
}

const environments = () => canvas.page.getByRole("combobox", { name: "Environment" });
const chosen = () => canvas.host.received.filter(({ type }) => type === "chooseEnvironment");

describe("a dropdown", () => {
  it("leaves Ctrl+S to VS Code, and chooses nothing", async () => {
    await open();
    await canvas.host.receive({ type: "chooseEnvironment", environment: "production" });
    await canvas.page.evaluate(
      "window.saves = 0; window.addEventListener('keydown', (e) => { if (e.key === 's' && e.ctrlKey) { window.saves++; e.preventDefault(); } })",
    );
    await environments().focus();
    await canvas.page.keyboard.press("Control+s");
    expect(await canvas.page.evaluate("window.saves")).toBe(1);
    expect(chosen()).toHaveLength(1);
  });

  it("shows the right value when its options come later", async () => {
    await open();
    await canvas.host.write(shop.replace("  staging: {}", "  canary: {}\n  staging: {}"));
    await canvas.host.receive({ type: "chooseEnvironment", environment: "production" });
    await expect.poll(() => environments().getAttribute("current-value")).toBe("production");
    expect(chosen()).toHaveLength(1);
  });

  it("reports no change when its value is set from outside", async () => {
    await open();
    await canvas.host.receive({ type: "chooseEnvironment", environment: "production" });
    await expect.poll(() => environments().getAttribute("current-value")).toBe("production");
    await canvas.host.receive({ type: "chooseEnvironment", environment: "staging" });
    await expect.poll(() => environments().getAttribute("current-value")).toBe("staging");
    expect(chosen()).toHaveLength(2);
  });
});

describe("a checkbox", () => {
  const box = () => canvas.page.getByRole("checkbox", { name: "High availability" });

  it("shows what the text says after the text refuses or changes", async () => {
    await open("db");
    await box().click();
    await expect.poll(() => canvas.host.text).toContain("highAvailability: true }");
    await canvas.host.undo();
    await expect.poll(() => box().getAttribute("aria-checked")).toBe("false");
    expect(canvas.host.edits).toHaveLength(1);
  });

  it("is toggled by the space bar", async () => {
    await open("db");
    await box().focus();
    await canvas.page.keyboard.press("Space");
    await expect.poll(() => canvas.host.edits.length).toBe(1);
  });
});

describe("a text field", () => {
  it("says nothing to the host while one types", async () => {
    await open("web");
    await canvas.page.getByRole("textbox", { name: "Image" }).fill("nginx:2");
    expect(canvas.host.edits).toEqual([]);
  });

  it("keeps a draft when the text changes elsewhere", async () => {
    await open("web");
    const field = canvas.page.getByRole("textbox", { name: "Image" });
    await field.fill("nginx:2");
    await canvas.host.write(shop.replace("port: 80", "port: 81"));
    await expect.poll(() => canvas.page.getByRole("textbox", { name: "Port" }).inputValue()).toBe("81");
    expect(await field.inputValue()).toBe("nginx:2");
  });

  it("is called by its label, not by the toolkit's default", async () => {
    await open("web");
    expect(await canvas.page.getByRole("textbox", { name: "Text field" }).count()).toBe(0);
  });

  it("has the theme's colours, although it is read after the page has loaded", async () => {
    canvas = await canvases.open({ text: shop, theme: "light" });
    await canvas.page.locator('.react-flow__node[data-id="web"]').click();
    const field = canvas.page.getByRole("textbox", { name: "Image" });
    await field.waitFor();
    const colour = "getComputedStyle(document.querySelector('vscode-text-field').shadowRoot.querySelector('.root'))";
    await expect.poll(() => canvas.page.evaluate(`${colour}.backgroundColor`)).toBe("rgb(255, 255, 255)");
  });
});
