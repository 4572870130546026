import { describe, expect, it } from "vitest";
import { stories } from "./harness/stories";
import { shop } from "./harness/story";

const open = stories();
const grouped = `${shop}  $groups:
    backend: { title: Backend, components: [web, worker] }
`;

describe("a group", () => {
  it("is made of what is selected, in one step, and gets its title from the keyboard", async () => {
    const story = await open();
    await story.select("web", "worker");
    await story.press("Control+g");
    await story.page.getByRole("textbox", { name: "Title of the group" }).waitFor();
    expect(story.steps).toBe(1);
    await story.page.keyboard.type("Backend");
    await story.press("Enter");
    await expect.poll(() => story.text).toMatch(/\$groups:\n {4}group:\n {6}title: Backend\n {6}components: \[?/);
    expect(story.steps).toBe(2);
  });

  it("is moved with all that it holds by its title, in one step", async () => {
    const story = await open({ text: grouped });
    const title = await story.middle(story.page.locator(".group-title"));
    await story.drag(title, { x: title.x, y: title.y + 90 });
    await expect.poll(() => story.steps).toBe(1);
    const [first] = story.canvas.host.edits;
    expect(first?.operations).toMatchObject([{ kind: "moveComponents" }]);
    expect(story.text).not.toContain("web: [340, 0]");
    expect(story.text).not.toContain("worker: [340, 160]");
  });

  it("takes in what is dropped into its frame, with the move as one step", async () => {
    const story = await open({ text: grouped });
    const [web, worker] = [await story.middle("web"), await story.middle("worker")];
    await story.carry(await story.middle("cache"), { x: web.x, y: (web.y + worker.y) / 2 });
    await story.page.locator(".group.receiving").waitFor();
    await story.page.mouse.up();
    await expect.poll(() => story.text).toContain("components: [web, worker, cache]");
    expect(story.steps).toBe(1);
  });

  it("lets go of what is dragged out", async () => {
    const story = await open({ text: grouped });
    const from = await story.middle("worker");
    await story.drag(from, { x: from.x, y: from.y + 170 });
    await expect.poll(() => story.text).toContain("components: [web]");
    expect(story.steps).toBe(1);
  });

  it("keeps what is moved inside it", async () => {
    const story = await open({ text: grouped });
    const from = await story.middle("worker");
    await story.drag(from, { x: from.x, y: from.y - 20 });
    await expect.poll(() => story.steps).toBe(1);
    expect(story.text).toContain("components: [web, worker]");
  });

  it("is taken away from its menu, and leaves its components and nothing of itself", async () => {
    const story = await open({ text: grouped });
    await story.page.locator(".group-title").focus();
    await story.press("Shift+F10");
    await story.item("Ungroup").click();
    await expect.poll(() => story.text).toBe(shop);
    expect(story.steps).toBe(1);
  });

  it("is renamed by F2, and keeps its title on Escape", async () => {
    const story = await open({ text: grouped });
    await story.page.locator(".group-title").focus();
    await story.press("F2");
    await story.page.keyboard.type("Something else");
    await story.press("Escape");
    await story.page.locator(".group-title", { hasText: "Backend" }).waitFor();
    expect(story.steps).toBe(0);
  });
});
