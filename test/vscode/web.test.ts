import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addedLines } from "./driver/addedLines";
import { shop } from "./driver/fixtures";
import { gallery } from "./driver/gallery";
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

  test("installs a package from an empty canvas", async () => {
    await window().closeAll();
    const document = await window().openNew("forum.stackwright.yaml", "name: forum\n");
    const canvas = await window().openCanvas();
    await canvas.frame.getByRole("button", { name: "Browse Packages" }).click();
    const page = await gallery(window());
    await page.getByRole("option", { name: /Discourse.*\/month/ }).click();
    await page.getByRole("button", { name: "Install…" }).click();
    await window().choose("Add to forum.stackwright.yaml");
    await (await window().canvas()).shows("edge", "web", "db", "cache");
    expect(await document.saved((text) => text.includes("discourse/discourse"))).toMatch(/^name: forum\n/);
    expect(await readFile(join(window().folder, "stackwright.lock"), "utf8")).toContain("sha256-");
  });
});

// The oldest VS Code comes without its search here, so that nothing is found in the folder.
inEachVscode("importing in the web extension host", { web: true, newestOnly: true }, (window) => {
  test("begins an empty manifest with what is imported", async () => {
    await writeFile(join(window().folder, "compose.yaml"), "services: { shop: { image: shop, ports: ['80:3000'] } }\n");
    await window().openNew("begun.stackwright.yaml", "");
    const canvas = await window().openCanvas();
    await canvas.frame.getByRole("button", { name: "Import Application…" }).click();
    await window().choose(/^compose\.yaml/);
    await canvas.shows("edge", "shop");
  });
});
