import { writeFile } from "node:fs/promises";
import { expect } from "vitest";
import { shop } from "../driver/fixtures";
import { until } from "../driver/until";
import { inEachVscode } from "../harness/windows";
import { changedSince, openByGit, openChanges } from "./changedSince";
import { complaint, feature, openBoth, openText } from "./scenario";

const cards = ["edge", "web", "db"] as const;

inEachVscode("the canvas and what else holds a manifest", { newestOnly: true }, (window) => {
  feature(13, async () => {
    const document = await changedSince(window());
    await openByGit(window(), document, "Git: Open File (HEAD)", "HEAD");
    await window().run("View: Reopen Editor With...");
    await window().choose("Stackwright Canvas");
    const canvas = await window().canvas();
    await canvas.shows(...cards);
    await canvas.toolbar.getByText("Read-only").waitFor();
    await canvas.select("db");
    await window().keyboard.press("Delete");
    await canvas.settled();
    await canvas.shows(...cards);
  });

  feature(14, async () => {
    const document = await changedSince(window());
    await openChanges(window(), document);
    const diff = window().page.locator(".monaco-diff-editor").first();
    await diff.locator(".line-insert").first().waitFor();
    expect(await diff.textContent()).toContain("8080");
    expect(await window().canvases()).toHaveLength(0);
  });

  complaint(14, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.drag("web", { x: 10, y: 70 });
    const text = await document.saved((now) => now !== shop);
    // A card that was moved is two lines at the end of the file, so nobody's review is drowned in it.
    const diff = text.split("\n").length - shop.split("\n").length;
    expect(diff).toBeLessThanOrEqual(3);
    expect(text.startsWith(shop)).toBe(true);
  });

  complaint(2, async () => {
    const document = await openText(window(), `${shop}\n\n# two blank lines above, none below`);
    const before = await document.onDisk();
    const canvas = await window().openCanvas();
    await canvas.shows(...cards);
    await canvas.select("web");
    await window().run("File: Save All");
    expect(await document.onDisk()).toBe(before);
  });

  complaint(8, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await window().run("View: Close Other Editors in Group");
    await writeFile(document.path, `${shop}  cache: { type: redis }\n`);
    await canvas.shows(...cards, "cache");
    // Also when the change is from outside while the canvas is hidden behind another tab.
    await window().run("File: New Untitled Text File");
    await until("a hidden canvas", async () => (await window().canvases()).length === 0);
    await writeFile(document.path, shop);
    await window().run("View: Close Editor");
    await (await window().canvas()).shows(...cards);
  });
});
