import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Canvases, type CanvasPage, type PageOptions } from "./harness/page";

const other = `name: shop
components:
  web: { type: web, image: "shop:1", port: 80, connections: [db, cache] }
  db: { type: postgres, size: small }
  cache: { type: redis }
`;
const text = `name: shop
components:
  web: { type: web, image: "shop:2", port: 80, connections: [db] }
  jobs: { type: worker, image: shop, connections: [db] }
  db: { type: postgres, size: small }
`;

let canvases: Canvases;
let canvas: CanvasPage;

beforeAll(async () => {
  canvases = await Canvases.start();
});
afterAll(() => canvases.close());
afterEach(async () => {
  expect(canvas.errors).toEqual([]);
  expect(canvas.host.refused).toEqual([]);
  await canvas.close();
});

async function open(options: Partial<PageOptions> = {}): Promise<void> {
  canvas = await canvases.open({ text, compared: { name: "HEAD", text: other }, ...options });
  await canvas.page.locator(".react-flow__node").first().waitFor();
}

const page = () => canvas.page;
const card = (name: string) => page().locator(`.react-flow__node[data-id="${name}"]`);
const ghost = (name: string) => page().getByRole("button", { name: new RegExp(`${name}, removed$`) });
const bar = () => page().getByRole("region", { name: "Comparison" });
const panel = () => page().getByRole("complementary", { name: "Changes" });

describe("a comparison with another version", () => {
  it("says in words what came, what changed and what went, and counts it", async () => {
    await open();
    await expect.poll(() => card("web").textContent()).toContain("2 fields differ from HEAD");
    expect(await card("jobs").textContent()).toContain("Not in HEAD");
    expect(await card("db").textContent()).not.toContain("HEAD");
    expect(await ghost("cache").textContent()).toContain("Removed");
    expect(await bar().textContent()).toMatch(/Compared with HEAD.*1 added.*1 changed.*1 removed/);
  });

  it("marks lines that are new and that are gone", async () => {
    await open();
    await page().getByRole("img", { name: "Connection from jobs to db: New" }).waitFor();
    await page().getByRole("img", { name: "Connection from web to cache: Removed" }).waitFor();
  });

  it("draws what is gone where nothing else stands", async () => {
    await open({ compared: { name: "HEAD", text: `${other}canvas:\n  cache: [900, 900]\n` } });
    expect(await ghost("cache").getAttribute("style")).toContain("translate(900px, 900px)");
  });

  it("draws what is gone in the minimap too, which shows all of it", async () => {
    await open({ compared: { name: "HEAD", text: `${other}canvas:\n  cache: [4000, 4000]\n` } });
    await ghost("cache").waitFor();
    await page().keyboard.press("m");
    const overview = page().getByRole("application", { name: "Minimap" });
    await overview.waitFor();
    const box = await overview.boundingBox();
    // Where the ghost is, in the right lower corner, as far away as it stands.
    await overview.click({ position: { x: (box?.width ?? 0) - 12, y: (box?.height ?? 0) - 9 } });
    await expect.poll(async () => (await ghost("cache").boundingBox())?.y ?? 0).toBeGreaterThan(100);
    const height = page().viewportSize()?.height ?? 0;
    expect((await ghost("cache").boundingBox())?.y ?? Infinity).toBeLessThan(height);
  });

  it("leads by key from one difference to the next, around the end, and back", async () => {
    await open();
    await card("web").waitFor();
    const said = () => page().getByRole("status").first().textContent();
    for (const expected of ["web", "jobs", "cache", "web"]) {
      await page().keyboard.press("F7");
      await expect.poll(said).toContain(`${expected}: `);
    }
    await page().keyboard.press("Shift+F7");
    await expect.poll(said).toContain("cache: ");
    await page().locator('[data-ghost="cache"]:focus').waitFor();
    expect(await panel().isVisible()).toBe(true);
  });

  it("shows each field before and after, and puts it back", async () => {
    await open();
    await page().getByRole("button", { name: "4 differences from HEAD" }).click();
    expect(await panel().locator(".before").first().textContent()).toBe("shop:1");
    expect(await panel().locator(".after").first().textContent()).toBe("shop:2");
    await panel().getByRole("button", { name: "Put image back to what it is in HEAD" }).click();
    await expect.poll(() => canvas.host.text).toBe(text.replace("shop:2", "shop:1"));
    await panel().getByRole("button", { name: "Bring cache back from HEAD" }).click();
    await expect.poll(() => ghost("cache").count()).toBe(0);
    expect(canvas.host.text).toContain("cache:");
  });

  it("is left with Escape, after the selection", async () => {
    await open();
    await card("web").focus();
    await page().keyboard.press("Enter");
    await page().keyboard.press("Escape");
    expect(await bar().isVisible()).toBe(true);
    await page().keyboard.press("Escape");
    await bar().waitFor({ state: "detached" });
    expect(await ghost("cache").count()).toBe(0);
    expect(canvas.host.received.at(-1)).toEqual({ type: "endCompare" });
  });

  it("works where nothing can be written, without a way to put back", async () => {
    await open({ editable: false });
    await page().keyboard.press("F7");
    await panel().waitFor();
    expect(await panel().getByRole("button", { name: /back/ }).count()).toBe(0);
  });

  it("says so where nothing differs", async () => {
    await open({ text: other });
    expect(await bar().textContent()).toContain("No differences");
    expect(await bar().getByRole("button", { name: "Next Difference" }).isDisabled()).toBe(true);
  });
});
