import { describe, expect, it } from "vitest";
import { stories } from "./harness/stories";
import { shop } from "./harness/story";

const open = stories();
const noted = `${shop}  $notes:
    todo: { text: Before winter, at: [0, 160], size: [160, 80] }
`;

describe("a note", () => {
  it("is put where the pointer is, and typed at once", async () => {
    const story = await open();
    await story.page.mouse.click(500, 650);
    await story.press("n");
    await story.page.getByRole("textbox", { name: "Text of the note" }).waitFor();
    await story.page.keyboard.type("Two lines:\nthe second");
    await story.press("Control+Enter");
    await story.page.getByText("the second").waitFor();
    await expect.poll(() => story.text).toMatch(/\$notes:\n {4}note:[\s\S]*the second/);
    expect(story.steps).toBe(2);
  });

  it("shows its words as text, whatever they are", async () => {
    const story = await open({ text: noted.replace("Before winter", '"<img src=x onerror=alert(1)>"') });
    await story.page.getByText("<img src=x").waitFor();
    expect(await story.page.locator(".note img").count()).toBe(0);
  });

  it("is edited in place, and undo belongs to it while something is typed", async () => {
    const story = await open({ text: noted });
    await story.card("note:todo").dblclick();
    const field = story.page.getByRole("textbox", { name: "Text of the note" });
    await story.page.evaluate("window.addEventListener('keydown', (event) => { window.heard = event.key; })");
    await story.press("End");
    await story.page.keyboard.type("!");
    await story.press("Control+z");
    await expect.poll(() => field.inputValue()).toBe("Before winter");
    expect(await story.page.evaluate("window.heard")).not.toBe("z");
    await story.press("Control+z");
    await expect.poll(() => story.page.evaluate("window.heard")).toBe("z");
    expect(story.steps).toBe(0);
  });

  it("is moved with a card as one step", async () => {
    const story = await open({ text: noted });
    await story.select("worker");
    await story.card("note:todo").click({ modifiers: ["Shift"] });
    const from = await story.middle("worker");
    await story.drag(from, { x: from.x, y: from.y + 80 });
    await expect.poll(() => story.steps).toBe(1);
    expect(story.canvas.host.edits[0]?.operations.map(({ kind }) => kind)).toEqual(["moveComponents", "setValue"]);
  });

  it("is resized by its corner as one step", async () => {
    const story = await open({ text: noted });
    await story.card("note:todo").click();
    const corner = await story.middle(story.page.locator(".react-flow__resize-control.bottom.right.handle"));
    await story.drag(corner, { x: corner.x + 60, y: corner.y + 40 });
    await expect.poll(() => story.steps).toBe(1);
    expect(story.text).not.toContain("size: [160, 80]");
    expect(story.text).toContain("at: [0, 160]");
  });

  it("goes with Delete, and the last one leaves nothing behind", async () => {
    const story = await open({ text: noted });
    await story.card("note:todo").click();
    await story.press("Delete");
    await expect.poll(() => story.text).toBe(shop);
    expect(story.steps).toBe(1);
  });

  it("is reached from the cards by key, and is taken away by key", async () => {
    const story = await open({ text: noted });
    await story.card("edge").focus();
    await story.press("End");
    expect(await story.page.evaluate("document.activeElement.dataset.id")).toBe("note:todo");
    await story.press("Delete");
    await expect.poll(() => story.text).toBe(shop);
  });
});
