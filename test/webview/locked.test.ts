import { describe, expect, it } from "vitest";
import { stories } from "./harness/stories";
import { shop } from "./harness/story";

const open = stories();
const locked = `${shop}  $locked: true\n`;

describe("a locked canvas", () => {
  it("is locked and unlocked in the text, a step each", async () => {
    const story = await open();
    await story.page.getByRole("button", { name: "Lock Canvas" }).click();
    await expect.poll(() => story.text).toBe(locked);
    await story.page.getByRole("button", { name: "Unlock Canvas" }).click();
    await expect.poll(() => story.text).toBe(shop);
    expect(story.steps).toBe(2);
  });

  it.each([
    ["Delete", ["Delete"]],
    ["cutting", ["Control+x"]],
    ["an arrow key", ["ArrowRight"]],
    ["grouping", ["Control+g"]],
  ])("refuses %s and says why", async (_what, keys) => {
    const story = await open({ text: locked });
    await story.select("worker");
    await story.press(...keys);
    await story.page.getByRole("alert").filter({ hasText: "locked" }).waitFor();
    expect(story.steps).toBe(0);
  });

  it("holds what is dragged, and says why", async () => {
    const story = await open({ text: locked });
    const before = await story.middle("worker");
    await story.drag(before, { x: before.x + 90, y: before.y + 90 });
    await story.page.getByRole("alert").filter({ hasText: "locked" }).waitFor();
    expect(await story.middle("worker")).toEqual(before);
    expect(story.steps).toBe(0);
  });

  it("still lets a component be added", async () => {
    const story = await open({ text: locked });
    await story.page.getByRole("button", { name: "Add MySQL" }).click();
    await story.card("mysql").waitFor();
    expect(story.steps).toBe(1);
  });
});

describe("a document that is read-only", () => {
  it("says so to a gesture", async () => {
    const story = await open({ editable: false });
    await story.select("worker");
    await story.press("Delete");
    await story.page.getByRole("alert").filter({ hasText: "read-only" }).waitFor();
    expect(story.canvas.host.edits).toEqual([]);
  });
});
