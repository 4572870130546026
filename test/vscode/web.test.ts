import { expect, test } from "vitest";
import { addedLines } from "./driver/addedLines";
import { shop } from "./driver/fixtures";
import { inEachVscode } from "./harness/windows";

inEachVscode("the web extension host", { web: true }, (window) => {
  test("draws the canvas and edits the text from it", async () => {
    const document = await window().openNew("web.stackwright.yaml", shop);
    const canvas = await window().openCanvas();
    await canvas.shows("edge", "web", "db");
    await canvas.dragFromPalette("Redis");
    const added = addedLines(shop, await document.saved((text) => text !== shop));
    expect(added).toContain("    type: redis");
  });

  test("does not deploy, and says why", async () => {
    const canvas = await window().canvas();
    const button = canvas.toolbar.getByRole("button", { name: /Plan & Deploy/ });
    expect(await button.isDisabled()).toBe(true);
    expect(await button.getAttribute("aria-label")).toMatch(/browser/);
  });
});
