import { describe, expect, it } from "vitest";
import { stories } from "./harness/stories";
import type { Story } from "./harness/story";

const open = stories();
const items = (story: Story) => story.page.getByRole("menuitem").allTextContents();

describe("the menu", () => {
  it("of a card offers what can be done with it, by the right button and by key", async () => {
    const story = await open();
    await story.card("web").click({ button: "right" });
    await story.item("Connect to…").waitFor();
    const byPointer = await items(story);
    await story.press("Escape");
    await story.press("ContextMenu");
    await story.item("Connect to…").waitFor();
    expect(await items(story)).toEqual(byPointer);
  });

  it("is walked through with the arrow keys, and gives the focus back", async () => {
    const story = await open();
    await story.select("web");
    await story.press("Shift+F10", "End");
    await expect.poll(() => story.page.evaluate("document.activeElement.textContent")).toContain("Delete");
    await story.press("ArrowDown", "Escape");
    expect(await story.page.evaluate("document.activeElement.dataset.id")).toBe("web");
    expect(story.steps).toBe(0);
  });

  it("adds a component where it was opened, through its second menu", async () => {
    const story = await open();
    await story.page.mouse.click(500, 680, { button: "right" });
    await story.item("Add Component").hover();
    await story.item("Cron job").click();
    await story.card("cron").waitFor();
    expect(story.steps).toBe(1);
    expect((await story.middle("cron")).y).toBeGreaterThan(600);
  });

  it("of a line takes it apart", async () => {
    const story = await open();
    await story.line("connection:web:db").focus();
    await story.press("Shift+F10");
    await story.item("Disconnect").click();
    await expect.poll(() => story.text).not.toContain("connections");
    expect(story.steps).toBe(1);
  });

  it("says why something cannot be done, and does nothing then", async () => {
    const story = await open({ editable: false });
    await story.card("web").click({ button: "right" });
    const item = story.item("Delete");
    expect(await item.getAttribute("aria-disabled")).toBe("true");
    expect(await item.getAttribute("title")).toContain("read-only");
    await item.click({ force: true });
    expect(story.canvas.host.edits).toEqual([]);
  });
});

describe("the list of shortcuts", () => {
  it("opens with a question mark and closes with Escape", async () => {
    const story = await open();
    await story.select("web");
    await story.press("?");
    await story.page.getByRole("dialog", { name: "Keyboard Shortcuts" }).getByText("Duplicate").waitFor();
    await story.press("Escape");
    await story.page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await story.page.evaluate("document.activeElement.dataset.id")).toBe("web");
  });
});

describe("the focus", () => {
  const focused = (story: Story) => story.page.evaluate("document.activeElement?.dataset?.id");

  it("follows the graph from the entrance to the data", async () => {
    const story = await open();
    await story.card("edge").focus();
    const way: unknown[] = [];
    for (let step = 0; step < 5; step++) {
      way.push(await focused(story));
      await story.press("Alt+ArrowDown");
    }
    expect(way).toEqual(["edge", "web", "worker", "db", "cache"]);
  });

  it("goes along connections and back", async () => {
    const story = await open();
    await story.card("edge").focus();
    await story.press("Alt+ArrowRight", "Alt+ArrowRight");
    expect(await focused(story)).toBe("db");
    await story.press("Alt+ArrowLeft");
    expect(await focused(story)).toBe("web");
  });

  it("has one stop for Tab on the canvas's cards", async () => {
    const story = await open();
    await story.card("db").click();
    expect(await story.page.locator(".react-flow__node[tabindex='0']").count()).toBe(1);
    expect(await story.page.locator(".react-flow__node[tabindex='0']").getAttribute("data-id")).toBe("db");
    expect(await story.page.locator(".react-flow__edge[tabindex='0']").count()).toBe(0);
  });

  it("goes on to the next card when the one that had it is deleted", async () => {
    const story = await open();
    await story.select("worker");
    await story.press("Delete");
    await expect.poll(() => focused(story)).toBe("db");
  });

  it("reaches a card's connections by key", async () => {
    const story = await open();
    await story.select("web");
    await story.press("e");
    expect(await focused(story)).toBe("connection:web:db");
    await story.press("Delete");
    await expect.poll(() => story.text).not.toContain("connections");
  });
});

describe("selecting all", () => {
  it("takes every component, and Delete takes them with their lines as one step", async () => {
    const story = await open();
    await story.page.mouse.click(500, 700);
    await story.press("Control+a");
    await expect.poll(() => story.said()).toBe("5 components selected.");
    await story.press("Delete");
    await expect.poll(() => story.canvas.host.edits.length).toBe(1);
    await expect.poll(() => story.text).not.toContain("worker");
    expect(story.steps).toBe(1);
  });
});
