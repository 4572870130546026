import { describe, expect, it } from "vitest";
import { stories } from "./harness/stories";
import { shop } from "./harness/story";

const open = stories();

describe("dragging", () => {
  it("lines a card up with another and shows the line, and lets go of it afterwards", async () => {
    const story = await open();
    const zoom = await story.zoom();
    const from = await story.middle("worker");
    // Four pixels beside the middle of `cache`, and below everything.
    await story.carry(from, { x: (await story.middle("cache")).x + 4, y: from.y + 150 * zoom });
    await story.page.locator(".guide-x").waitFor({ state: "attached" });
    await story.page.mouse.up();
    await expect.poll(() => story.text).toMatch(/worker: \[680, \d+\]/);
    expect(await story.page.locator(".guide").count()).toBe(0);
    expect(story.steps).toBe(1);
  });

  it("takes hold of the grid where nothing is in line", async () => {
    const story = await open();
    const from = await story.middle("worker");
    await story.drag(from, { x: from.x - 111, y: from.y + 133 });
    await expect.poll(() => story.steps).toBe(1);
    const [x, y] = /worker: \[(-?\d+), (-?\d+)\]/.exec(story.text)?.slice(1).map(Number) ?? [];
    expect([(x ?? 1) % 20, (y ?? 1) % 20].map(Math.abs)).toEqual([0, 0]);
  });

  it("goes freely with Alt held", async () => {
    const story = await open();
    const zoom = await story.zoom();
    const from = await story.middle("worker");
    await story.page.keyboard.down("Alt");
    await story.drag(from, { x: from.x - 111 * zoom, y: from.y + 133 * zoom });
    await story.page.keyboard.up("Alt");
    await expect.poll(() => story.steps).toBe(1);
    const [x, y] = /worker: \[(-?\d+), (-?\d+)\]/.exec(story.text)?.slice(1).map(Number) ?? [];
    expect(Math.abs((x ?? 0) - 229)).toBeLessThan(8);
    expect(Math.abs((y ?? 0) - 293)).toBeLessThan(8);
  });
});

describe("aligning", () => {
  it("brings the selection into line from the menu, in one step", async () => {
    const story = await open();
    await story.select("web", "cache");
    await story.card("cache").click({ button: "right" });
    await story.item("Align").hover();
    await story.item("Top").click();
    await expect.poll(() => story.text).toContain("cache: [680, 0]");
    expect(story.steps).toBe(1);
    expect(story.text).toContain("web: [340, 0]");
  });

  it("works by key, and does not leave the editor by Alt and an arrow", async () => {
    const story = await open();
    await story.select("web", "cache");
    await story.page.evaluate("window.addEventListener('keydown', (event) => { window.heard = event.key; })");
    await story.press("Shift+Alt+ArrowLeft");
    await expect.poll(() => story.text).toContain("cache: [340, 160]");
    expect(await story.page.evaluate("window.heard")).not.toBe("ArrowLeft");
  });

  it("writes nothing when all is in line already", async () => {
    const story = await open();
    await story.select("web", "worker");
    await story.press("Shift+Alt+ArrowLeft");
    await expect.poll(() => story.said()).toBe("Left edges aligned.");
    expect(story.text).toBe(shop);
  });

  it("distributes three evenly, and refuses two", async () => {
    const story = await open({ text: shop.replace("web: [340, 0]", "web: [300, 0]") });
    await story.select("edge", "web");
    await story.press("Shift+Alt+h");
    await story.page.getByRole("alert").filter({ hasText: "at least 3" }).waitFor();
    await story.select("edge", "web", "db");
    await story.press("Shift+Alt+h");
    await expect.poll(() => story.text).toContain("web: [340, 0]");
    expect(story.steps).toBe(1);
  });
});

describe("pushing by arrow keys", () => {
  it("goes farther with Shift, and is one step with what came before", async () => {
    const story = await open();
    await story.select("worker");
    await story.press("ArrowRight", "Shift+ArrowRight");
    await expect.poll(() => story.text).toContain("worker: [365, 160]");
    expect(story.steps).toBe(1);
  });

  it("is written at once when the focus goes elsewhere, and before another edit", async () => {
    const story = await open();
    await story.select("worker");
    await story.press("ArrowDown", "Control+d");
    await story.card("worker-2").waitFor();
    expect(story.text).toContain("worker: [340, 165]");
    expect(story.steps).toBe(2);
  });

  it("is written before the document is saved", async () => {
    const story = await open();
    await story.select("worker");
    await story.press("ArrowDown", "Control+s");
    expect(story.canvas.host.edits.length).toBe(1);
  });

  it("is taken back by undo while it is not written yet, and nothing else is", async () => {
    const story = await open();
    const before = await story.card("worker").getAttribute("style");
    await story.select("worker");
    await story.press("ArrowDown", "Control+z");
    await expect.poll(() => story.said()).toBe("Move taken back.");
    expect(await story.card("worker").getAttribute("style")).toContain(/translate\([^)]*\)/.exec(before ?? "")?.[0]);
    expect(story.canvas.host.edits).toEqual([]);
  });
});
