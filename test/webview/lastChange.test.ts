import { describe, expect, it } from "vitest";
import { inShort } from "../../extension/protocol/lastChange";
import { stories } from "./harness/stories";

const open = stories();

describe("what the last edit on the canvas wrote", () => {
  it("is counted in the toolbar, and listed with its lines", async () => {
    const { page, press, select } = await opened();
    expect(await page.getByRole("button", { name: /^Last change/ }).count()).toBe(0);
    await select("cache");
    await press("Delete");
    await page.getByRole("button", { name: "Last change: 0 lines added, 4 removed" }).click();
    const list = page.getByRole("dialog", { name: "Last Change in the Text" });
    expect(await list.getByRole("rowheader", { name: "Removed line 19" }).isVisible()).toBe(true);
    expect(await list.textContent()).toContain("type: redis");
  });

  it("is opened as a diff from there, and by key", async () => {
    const { page, press, select, received } = await opened();
    await select("cache");
    await press("Delete");
    await page.getByRole("button", { name: /^Last change/ }).click();
    await page.getByRole("button", { name: "Show Change" }).click();
    await expect.poll(() => received().filter((type) => type === "showChange").length).toBe(1);
    await press("Shift+Alt+D");
    await expect.poll(() => received().filter((type) => type === "showChange").length).toBe(2);
  });

  it("is not there after an edit that was refused", async () => {
    const { page, press, select } = await opened(true);
    await select("cache");
    await press("Delete");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("button", { name: /^Last change/ }).count()).toBe(0);
  });

  it("is cut to what a list can hold, and still counted in full", () => {
    const lines = Array.from({ length: 500 }, (_, index) => ({
      kind: "added" as const,
      line: index + 1,
      text: "x".repeat(5_000),
    }));
    const { lines: first, added, removed } = inShort(lines);
    expect([first.length, added, removed]).toEqual([60, 500, 0]);
    expect(first[0]?.text.length).toBe(300);
  });
});

async function opened(isLocked = false) {
  const story = await open(isLocked ? { text: locked } : {});
  return {
    page: story.page,
    press: (key: string) => story.press(key),
    select: async (name: string) => {
      await story.select(name);
      await story.page.locator(`.react-flow__node.selected[data-id="${name}"]`).waitFor();
    },
    received: () => story.canvas.host.received.map(({ type }) => type),
  };
}

const locked = `name: shop
components:
  cache: { type: redis }
canvas:
  $locked: true
`;
