import { describe, expect, it } from "vitest";
import { stories } from "./harness/stories";

const open = stories();

describe("copying and pasting", () => {
  it("puts the components on the clipboard as the text that they are", async () => {
    const story = await open();
    await story.select("db", "cache");
    await story.press("Control+c");
    await expect
      .poll(() => story.canvas.host.clipboard)
      .toMatch(/db:\n {4}type: postgres[\s\S]*cache:\n {4}type: redis/);
    expect(story.steps).toBe(0);
    expect(await story.said()).toBe("db and cache copied.");
  });

  it("pastes them under the pointer with free names, in one step, and selects them", async () => {
    const story = await open();
    await story.select("worker");
    await story.press("Control+c");
    await story.page.mouse.move(500, 650);
    await story.press("Control+v");
    await story.card("worker-2").waitFor();
    expect(story.steps).toBe(1);
    await story.page.locator(".react-flow__node.selected[data-id='worker-2']").waitFor();
    const box = await story.card("worker-2").boundingBox();
    expect(Math.abs((box?.x ?? 0) - 500)).toBeLessThan(3);
    expect(Math.abs((box?.y ?? 0) - 650)).toBeLessThan(3);
  });

  it("acts on what was pasted, not on what has the focus still", async () => {
    const story = await open();
    await story.select("worker");
    await story.press("Control+c", "Control+v");
    await story.page.locator(".react-flow__node.selected[data-id='worker-2']").waitFor();
    await story.press("Delete");
    await story.card("worker-2").waitFor({ state: "detached" });
    expect(story.text).toContain("  worker:\n");
  });

  it("pastes what was copied in another manifest, with its comments", async () => {
    const story = await open();
    story.canvas.host.clipboard = "queue: # of orders\n  type: redis\n  version: '7'\n";
    await story.page.mouse.click(500, 700);
    await story.press("Control+v");
    await story.card("queue").waitFor();
    expect(story.text).toContain("  queue: # of orders\n    type: redis\n    version: '7'\n");
  });

  it("says why nothing can be pasted", async () => {
    const story = await open();
    story.canvas.host.clipboard = "just words";
    await story.page.mouse.click(500, 700);
    await story.press("Control+v");
    await story.page.getByRole("alert").waitFor();
    expect(story.steps).toBe(0);
  });

  it("cuts in one step", async () => {
    const story = await open();
    await story.select("cache");
    await story.press("Control+x");
    await story.card("cache").waitFor({ state: "detached" });
    expect(story.steps).toBe(1);
    expect(story.canvas.host.clipboard).toContain("type: redis");
  });

  it("duplicates what is selected, in one step", async () => {
    const story = await open();
    await story.select("web", "db");
    await story.press("Control+d");
    await story.card("web-2").waitFor();
    await story.card("db-2").waitFor();
    expect(story.steps).toBe(1);
    expect(story.text).toMatch(/ {2}web-2:[\s\S]*connections: \[db-2\]/);
  });

  it("leaves the clipboard of a field to the field", async () => {
    const story = await open();
    await story.select("db");
    await story.page.getByRole("textbox", { name: "Version" }).click();
    await story.press("Control+a", "Control+c");
    expect(story.canvas.host.received.filter(({ type }) => type === "copy")).toEqual([]);
  });
});
