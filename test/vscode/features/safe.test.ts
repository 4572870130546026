import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect } from "vitest";
import { shop } from "../driver/fixtures";
import { until } from "../driver/until";
import type { Document, Workbench } from "../driver/workbench";
import { inEachVscode } from "../harness/windows";
import { complaint, feature, openBoth, openText } from "./scenario";

const cards = ["edge", "web", "db"] as const;
const run = promisify(execFile);

/** A manifest that is committed, and changed since. */
async function changedSince(window: Workbench): Promise<Document> {
  const document = await openText(window);
  const git = (...args: readonly string[]) =>
    run("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], { cwd: window.folder });
  await git("init", "-q");
  await git("add", document.name);
  await git("commit", "-q", "-m", "Add a shop");
  await writeFile(document.path, shop.replace("port: 80", "port: 8080"));
  return document;
}

inEachVscode("the canvas and what else holds a manifest", { newestOnly: true }, (window) => {
  const openChanges = (document: Document) =>
    until("the change", async () => {
      await document.focus();
      await window().run("Git: Open Changes");
      return window().page.locator(".monaco-diff-editor").first().isVisible();
    });

  feature(13, async () => {
    const document = await changedSince(window());
    await until("the committed version", async () => {
      await document.focus();
      await window().run("Git: Open File (HEAD)");
      return window().page.locator('.tabs-container .tab.active[aria-label*="HEAD"]').isVisible();
    });
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
    await openChanges(document);
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
