import { describe, expect, it } from "vitest";
import { stories } from "./harness/stories";

const open = stories();

describe("a line that is drawn", () => {
  it("lets possible ends stand out and the others recede, and puts them back afterwards", async () => {
    const story = await open();
    await story.carry(await story.port("worker", "source"), { x: 500, y: 650 });
    await story.page.locator(".react-flow__node.possible[data-id='db']").waitFor();
    expect(await story.page.locator(".react-flow__node.impossible").count()).toBe(1);
    await story.page.mouse.up();
    await story.page.locator(".possible, .impossible").first().waitFor({ state: "detached" });
    expect(story.steps).toBe(0);
  });

  it("can begin anywhere at the side of a card", async () => {
    const story = await open();
    const port = await story.port("worker", "source");
    const zoom = await story.zoom();
    await story.drag({ x: port.x, y: port.y + 22 * zoom }, await story.middle("cache"));
    await expect.poll(() => story.text).toMatch(/worker:[\s\S]*connections: \[?.*cache/);
    expect(story.steps).toBe(1);
  });

  it("can be drawn from the end to the beginning", async () => {
    const story = await open();
    await story.drag(await story.port("cache", "target"), await story.middle("web"));
    await expect.poll(() => story.text).toContain("connections: [db, cache]");
  });
});

describe("an end that is dragged elsewhere", () => {
  it("keeps the connection's other end, in one step", async () => {
    const story = await open();
    await story.line("connection:web:db").focus();
    await story.press("Enter");
    const end = await story.middle(story.page.locator(".react-flow__edgeupdater-target"));
    await story.drag(end, await story.middle("cache"));
    await expect.poll(() => story.text).toContain("connections: [cache]");
    expect(story.steps).toBe(1);
  });

  it("can be the beginning", async () => {
    const story = await open();
    await story.line("connection:web:db").focus();
    await story.press("Enter");
    const end = await story.middle(story.page.locator(".react-flow__edgeupdater-source"));
    await story.drag(end, await story.middle("worker"));
    await expect.poll(() => story.text).toMatch(/worker:\n[\s\S]*?connections: \[?.*db/);
    expect(story.text.match(/connections/g)).toHaveLength(1);
  });

  it("changes nothing when it is dropped beside every card", async () => {
    const story = await open();
    await story.line("connection:web:db").focus();
    await story.press("Enter");
    await story.drag(await story.middle(story.page.locator(".react-flow__edgeupdater-target")), { x: 500, y: 700 });
    await story.page.locator(".possible").first().waitFor({ state: "detached" });
    expect(story.steps).toBe(0);
  });
});

describe("connecting from the keyboard", () => {
  it("chooses among the possible ends and connects, in one step", async () => {
    const story = await open();
    await story.select("worker");
    await story.press("c");
    await story.page.locator(".connect-bar").waitFor();
    expect(await story.said()).toBe("web, 1 of 3");
    await story.press("ArrowDown", "Tab");
    expect(await story.said()).toBe("cache, 3 of 3");
    await story.press("Shift+Tab", "Enter");
    await expect.poll(() => story.text).toMatch(/busybox:1.37\n {4}connections: \[?.*db/);
    expect(story.steps).toBe(1);
    await expect.poll(() => story.said()).toBe("worker connected to db.");
  });

  it("is left by Escape without a change", async () => {
    const story = await open();
    await story.select("worker");
    await story.press("c", "Escape");
    await story.page.locator(".connect-bar").waitFor({ state: "detached" });
    expect(await story.page.locator(".possible, .impossible").count()).toBe(0);
    expect(story.steps).toBe(0);
  });

  it("moves the end of a line", async () => {
    const story = await open();
    await story.line("connection:web:db").focus();
    await story.press("c");
    while (!(await story.said()).startsWith("cache")) await story.press("ArrowDown");
    await story.press("Enter");
    await expect.poll(() => story.text).toContain("connections: [cache]");
    expect(story.steps).toBe(1);
  });

  it("says so when there is nothing to connect to", async () => {
    const story = await open({
      text: "name: shop\ncomponents:\n  web: { type: web, image: nginx, port: 80, connections: [db] }\n  db: { type: postgres }\n",
    });
    await story.select("web");
    await story.press("c");
    await story.page.getByRole("alert").filter({ hasText: "nothing here" }).waitFor();
  });

  it("does not take a letter that is typed into a field", async () => {
    const story = await open();
    await story.select("worker");
    await story.page.getByRole("textbox", { name: "Image" }).click();
    await story.press("c", "l", "n", "?");
    expect(await story.page.locator(".connect-bar, .help").count()).toBe(0);
    await story.press("Escape");
  });
});
