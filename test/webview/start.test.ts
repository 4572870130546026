import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { templates } from "../../extension/manifest/catalog/templates";
import { openManifest } from "../../extension/manifest/manifest";
import { Canvases, type CanvasPage } from "./harness/page";

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

const start = () => canvas.page.getByRole("region", { name: "Design your application" });

describe("an empty manifest", () => {
  it.each(["", "# The shop.\n", "name: shop\n"])("shows how to begin: %j", async (text) => {
    canvas = await canvases.open({ text });
    await start().waitFor();
    expect(await start().getByRole("button").count()).toBe(templates.length + 2);
    expect(await canvas.page.getByText("The text cannot be read.").count()).toBe(0);
    expect(canvas.host.text).toBe(text);
  });

  it("becomes a whole application from the keyboard, in one step", async () => {
    canvas = await canvases.open({ text: "" });
    await start()
      .getByRole("button", { name: /PostgreSQL/ })
      .focus();
    await canvas.page.keyboard.press("Enter");
    await expect.poll(() => canvas.page.locator(".react-flow__node").count()).toBe(3);
    expect(canvas.host.edits).toHaveLength(1);
    expect(openManifest(canvas.host.text).problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await start().count()).toBe(0);
    await canvas.host.undo();
    await start().waitFor();
    expect(canvas.host.text).toBe("");
  });

  it("keeps the name that it has", async () => {
    canvas = await canvases.open({ text: "name: shop # ours\n" });
    await start()
      .getByRole("button", { name: /^Web service A container/ })
      .click();
    await expect.poll(() => canvas.host.text).toMatch(/^name: shop # ours\ncomponents:\n/);
  });

  it("asks the editor to import what there is already", async () => {
    canvas = await canvases.open({ text: "" });
    await start().getByRole("button", { name: "Import Application…" }).click();
    await expect.poll(() => canvas.host.received.map(({ type }) => type)).toContain("import");
    expect(canvas.host.text).toBe("");
  });

  it("says only that it is empty where nothing can be written", async () => {
    canvas = await canvases.open({ text: "", editable: false });
    await start().waitFor();
    expect(await start().getByRole("button").count()).toBe(0);
  });
});
