import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import type { Canvas } from "../driver/canvas";
import { shop } from "../driver/fixtures";
import { pointOf } from "../driver/pointer";
import { until } from "../driver/until";
import type { Workbench } from "../driver/workbench";
import { inEachVscode } from "../harness/windows";
import { feature, openBoth } from "./scenario";

const cards = ["edge", "web", "db"] as const;

/** Chooses in the canvas's menu of views, and saves what it then asks to save under a name; gives the file. */
async function saveFrom(window: Workbench, canvas: Canvas, way: readonly string[], name: string): Promise<Buffer> {
  await canvas.press("View and Export");
  for (const label of way) await canvas.frame.getByRole("menuitem", { name: label, exact: true }).click();
  const field = window.page.locator(".quick-input-widget:visible .quick-input-filter input");
  const ending = name.slice(name.lastIndexOf("."));
  // The dialog proposes a name a moment after it appears, over what was typed.
  await until("a proposed name", async () => (await field.inputValue({ timeout: 1_000 })).endsWith(ending));
  await window.answer(join(window.folder, name));
  return until(name, () => readFile(join(window.folder, name)));
}

inEachVscode("keeping what the canvas shows", { newestOnly: true }, (window) => {
  feature(41, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.press("Lock Canvas");
    const locked = await document.saved((now) => now !== shop);
    expect(locked).toBe(`${shop}canvas:\n  $locked: true\n`);
    // Nothing is moved or deleted, by pointer or by key, and the canvas says why.
    const refusal = canvas.frame.getByRole("alert").filter({ hasText: "locked" });
    const place = await canvas.placeOf("web");
    await canvas.drag("web", { x: 40, y: 80 });
    await refusal.waitFor();
    await canvas.select("web");
    await window().keyboard.press("Delete", "ArrowDown");
    await refusal.waitFor();
    await canvas.shows(...cards);
    expect(await canvas.placeOf("web")).toBe(place);
    expect(await document.saved(() => true)).toBe(locked);
    // Fields can be changed all the same.
    await canvas.fill("Port", "8080");
    await document.saved((now) => now.includes("port: 8080"));
    await canvas.press("Unlock Canvas");
    expect(await document.saved((now) => !now.includes("$locked"))).toBe(shop.replace("port: 80", "port: 8080"));
    await canvas.select("web");
    await window().keyboard.press("Delete");
    await canvas.shows("edge", "db");
  });

  feature(42, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.settled();
    // Where the pointer is, and typed at once.
    await canvas.frame.locator(".react-flow__pane").click({ position: { x: 200, y: 120 } });
    await window().keyboard.press("n");
    await canvas.frame.locator("textarea:focus").waitFor();
    await window().keyboard.type("Larger before winter");
    await window().keyboard.press("Mod+Enter");
    const noted = await document.saved((now) => now.includes("Larger before winter"));
    expect(noted.startsWith(shop)).toBe(true);
    expect(noted.slice(shop.length)).toMatch(/^canvas:\n {2}\$notes:\n {4}note:/);
    const note = canvas.frame.locator('.react-flow__node[data-id="note:note"]');
    await canvas.settled();
    const from = await pointOf(note);
    await window().pointer.drag(from, { x: from.x, y: from.y + 120 });
    const moved = await document.saved((now) => now !== noted);
    expect(moved).toContain("Larger before winter");
    await window().pointer.click(note);
    await canvas.frame.locator('.react-flow__node.selected[data-id="note:note"]').waitFor();
    await window().keyboard.press("Delete");
    await note.waitFor({ state: "detached" });
    expect(await document.saved((now) => now !== moved)).toBe(shop);
    await window().keyboard.press("Mod+z");
    await note.getByText("Larger before winter").waitFor();
    expect(await document.saved((now) => now !== shop)).toBe(moved);
  });

  feature(43, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.settled();
    const svg = (await saveFrom(window(), canvas, ["Export", "SVG"], "topology.svg")).toString("utf8");
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    for (const name of cards) expect(svg).toContain(`>${name}</text>`);
    const png = await saveFrom(window(), canvas, ["Export", "PNG"], "topology.png");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBeGreaterThan(400);
    // In a browser there is no way to the printer but a page that prints itself.
    const page = (await saveFrom(window(), canvas, ["Print…"], "topology.html")).toString("utf8");
    const [, picture = ""] = /src="data:image\/svg\+xml;base64,([^"]+)"/.exec(page) ?? [];
    expect(Buffer.from(picture, "base64").toString("utf8")).toContain(">web</text>");
    expect(page).toContain("print()");
    expect(await document.onDisk()).toBe(shop);
  });
});
