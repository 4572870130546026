import { describe, expect, test } from "vitest";
import { addedLines } from "./driver/addedLines";
import type { Canvas, Palette } from "./driver/canvas";
import { shop } from "./driver/fixtures";
import { until } from "./driver/until";
import type { Document, Workbench } from "./driver/workbench";
import { inEachVscode } from "./harness/windows";

let count = 0;

/** Opens a fresh manifest as text with its canvas beside it. */
async function openBoth(window: Workbench, text = shop): Promise<{ document: Document; canvas: Canvas }> {
  count += 1;
  await window.closeAll();
  const document = await window.openNew(`canvas-${count}.stackwright.yaml`, text);
  const canvas = await window.openCanvas();
  return { document, canvas };
}

const types: readonly (readonly [Palette, string])[] = [
  ["Web service", "web"],
  ["Worker", "worker"],
  ["PostgreSQL", "postgres"],
  ["MySQL", "mysql"],
  ["Redis", "redis"],
  ["Load balancer", "load-balancer"],
];

inEachVscode("the canvas", {}, (window) => {
  test("shows the topology of the text and changes nothing by opening", async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows("edge", "web", "db");
    await canvas.edge("web", "db").waitFor({ state: "attached" });
    await canvas.edge("edge", "web").waitFor({ state: "attached" });
    expect(await document.saved((text) => text.length > 0)).toBe(shop);
  });

  describe("a drag from the palette", () => {
    test.each(types)("of a %s adds it with no more than it needs, as one undo step", async (label, type) => {
      const { document, canvas } = await openBoth(window());
      await canvas.shows("edge", "web", "db");
      await canvas.dragFromPalette(label);
      const added = addedLines(shop, await document.saved((text) => text !== shop));
      expect(added.filter((line) => /^ {4}type:/.test(line))).toEqual([`    type: ${type}`]);
      expect(added.length).toBeLessThanOrEqual(8);
      expect(await canvas.cards()).toHaveLength(4);
      await document.focus();
      await window().keyboard.press("Mod+z");
      await document.saved((text) => text === shop);
      await canvas.shows("edge", "web", "db");
    });
  });

  test("a line drawn from one card to another adds one connection", async () => {
    const before = shop.replace("    connections: [db]\n", "");
    const { document, canvas } = await openBoth(window(), before);
    await canvas.shows("edge", "web", "db");
    await canvas.connect("web", "db");
    const text = await document.saved((now) => now !== before);
    expect(addedLines(before, text).join("\n")).toMatch(/^ {4}connections:(\s+- | \[)db\]?$/);
    await canvas.edge("web", "db").waitFor({ state: "attached" });
  });

  test("dragging a card writes its position and nothing else", async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows("edge", "web", "db");
    await canvas.drag("web", { x: 20, y: 60 });
    const added = addedLines(shop, await document.saved((text) => text !== shop));
    expect(added.join("\n").trim()).toMatch(/^canvas:\n {2}web: \[-?\d+, -?\d+\]$/);
  });

  test.each([
    ["Image", "nginx:1.28", "    image: nginx:1.27   # pinned", "    image: nginx:1.28   # pinned"],
    ["Port", "8080", "    port: 80", "    port: 8080"],
  ])("the field %s changes its own value and keeps the rest of the line", async (label, value, before, after) => {
    const { document, canvas } = await openBoth(window());
    await canvas.select("web");
    await canvas.fill(label, value);
    expect(await document.saved((text) => text !== shop)).toBe(shop.replace(before, after));
  });

  test("a field that the text does not have yet is added to its component", async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.select("web");
    await canvas.choose("CPU", /^2 vCPU/);
    const added = addedLines(shop, await document.saved((text) => text !== shop));
    expect(added).toEqual(["    cpu: 2"]);
  });

  test("renaming a component renames every mention of it", async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.select("web");
    await canvas.fill("Name", "site");
    const wanted = shop.replace("to: web", "to: site").replace("  web:\n", "  site:\n");
    expect(await document.saved((text) => text !== shop)).toBe(wanted);
    await canvas.shows("edge", "site", "db");
  });

  test("deleting a component takes its connections along, and undo brings all back", async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.select("db");
    await window().keyboard.press("Delete");
    const text = await document.saved((now) => now !== shop);
    expect(text).not.toContain("postgres");
    expect(text).not.toContain("[db]");
    await canvas.shows("edge", "web");
    await document.focus();
    await window().keyboard.press("Mod+z");
    await document.saved((now) => now === shop);
    await canvas.shows("edge", "web", "db");
  });

  test("undo and redo work from the canvas", async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.select("db");
    await window().keyboard.press("Delete");
    await canvas.shows("edge", "web");
    await window().keyboard.press("Mod+z");
    await canvas.shows("edge", "web", "db");
    await window().keyboard.press("Mod+Shift+z");
    await canvas.shows("edge", "web");
    await window().keyboard.press("Mod+z");
    expect(await document.saved((text) => text === shop)).toBe(shop);
  });

  test("follows the text while it is typed, unsaved", async () => {
    const { document, canvas } = await openBoth(window());
    await document.typeAtEndOf(20, "  cache:\ntype: redis");
    await canvas.shows("edge", "web", "db", "cache");
    expect(await document.onDisk()).toBe(shop);
  });

  test("greys the last picture while the text cannot be read, says why, and comes back", async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows("edge", "web", "db");
    await document.typeAtEndOf(1, ": x");
    await canvas.banner.waitFor();
    expect(await canvas.banner.textContent()).toMatch(/Line \d+: /);
    await canvas.frame.locator(".canvas.stale").waitFor();
    await canvas.shows("edge", "web", "db");
    await window().keyboard.press("Backspace", "Backspace", "Backspace");
    await canvas.banner.waitFor({ state: "hidden" });
    await canvas.frame.locator(".canvas:not(.stale)").waitFor();
  });

  test("a message that does not fit the protocol is refused and changes nothing", async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows("edge", "web", "db");
    await canvas.post({ type: "edit", id: 1, version: 1, operations: [{ kind: "addComponent", name: 7 }] });
    await canvas.post({ type: "edit", id: 2, version: 1, operations: [{ kind: "runCommand", name: "x" }] });
    await canvas.post("hello");
    await until("the canvas still works", async () => {
      await canvas.select("web");
      return true;
    });
    await canvas.fill("Port", "81");
    expect(await document.saved((text) => text !== shop)).toBe(shop.replace("port: 80", "port: 81"));
  });
});
