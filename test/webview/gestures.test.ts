import type { Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { cardShape } from "../../webview/state/cardShape";
import { Canvases, type CanvasPage, type PageOptions } from "./harness/page";

const shop = `# The shop
name: shop
components:
  edge:
    type: load-balancer
    routes:
      - to: web # the front
  web:
    type: web
    image: nginx:1.29
    port: 80
    connections: [db]
  worker:
    type: worker
    image: busybox:1.37
  db:
    type: postgres
    version: "17"
canvas:
  edge: [0, 0]
  web: [340, 0]
  worker: [340, 120]
  db: [680, 0]
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

async function open(options: Partial<PageOptions> = {}): Promise<CanvasPage> {
  canvas = await canvases.open({ text: shop, ...options });
  await canvas.page.locator(".toolbar").waitFor();
  return canvas;
}

const card = (name: string) => canvas.page.locator(`.react-flow__node[data-id="${name}"]`);
const text = () => canvas.host.text;
const side = () => canvas.page.getByRole("complementary", { name: "Properties" });

async function middle(name: string): Promise<{ readonly x: number; readonly y: number }> {
  await card(name).waitFor();
  const box = await card(name).boundingBox();
  if (box === null) throw new Error(`${name} is not to be seen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses, moves in steps as a hand does, and releases. */
async function drag(from: { readonly x: number; readonly y: number }, to: { readonly x: number; readonly y: number }) {
  const { mouse } = canvas.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await mouse.move(to.x, to.y, { steps: 5 });
  await mouse.up();
}

async function port(name: string, side: "source" | "target") {
  const box = await card(name).locator(`.react-flow__handle.${side}`).boundingBox();
  if (box === null) throw new Error(`${name} has no such port`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe("adding", () => {
  it("puts a dragged component where it is dropped, and makes its name ready to be typed", async () => {
    await open();
    const item = await canvas.page.locator(".palette-item", { hasText: "Redis" }).boundingBox();
    if (item === null) throw new Error("no Redis in the palette");
    // With Alt held it lines up with nothing.
    await canvas.page.keyboard.down("Alt");
    await drag({ x: item.x + 30, y: item.y + 10 }, { x: 560, y: 640 });
    await canvas.page.keyboard.up("Alt");
    await card("redis").waitFor();
    expect((await middle("redis")).x).toBeCloseTo(560, -1);
    expect((await middle("redis")).y).toBeCloseTo(640, -1);
    expect(canvas.host.edits).toHaveLength(1);
    await canvas.page.keyboard.type("cache");
    await canvas.page.keyboard.press("Enter");
    await card("cache").waitFor();
    expect(text()).toMatch(/ {2}cache:\n {4}type: redis\n {4}version: "8"/);
  });

  it("shows the card that will be under the pointer while dragging", async () => {
    await open();
    const item = await canvas.page.locator(".palette-item", { hasText: "Redis" }).boundingBox();
    if (item === null) throw new Error("no Redis in the palette");
    await canvas.page.mouse.move(item.x + 30, item.y + 10);
    await canvas.page.mouse.down();
    await canvas.page.mouse.move(560, 640, { steps: 5 });
    await canvas.page.locator(".drag-ghost.over").waitFor();
    await canvas.page.keyboard.press("Escape");
    await canvas.page.locator(".drag-ghost").waitFor({ state: "detached" });
    await canvas.page.mouse.up();
    expect(canvas.host.edits).toEqual([]);
  });

  it("adds nothing when the drag ends beside the canvas", async () => {
    await open();
    const item = await canvas.page.locator(".palette-item", { hasText: "Redis" }).boundingBox();
    if (item === null) throw new Error("no Redis in the palette");
    await drag({ x: item.x + 30, y: item.y + 10 }, { x: item.x + 60, y: item.y + 200 });
    expect(canvas.host.edits).toEqual([]);
  });

  it("gives a free name on a click", async () => {
    await open();
    await canvas.page.getByRole("button", { name: "Add Web service" }).click();
    await card("web-2").waitFor();
    expect(canvas.host.edits).toHaveLength(1);
  });

  it("works from the keyboard, through the search", async () => {
    await open();
    await canvas.page.getByRole("textbox", { name: "Search components" }).click();
    await canvas.page.keyboard.type("mysql");
    await canvas.page.keyboard.press("Enter");
    await card("mysql").waitFor();
    expect(text()).toContain("type: mysql");
  });
});

describe("moving", () => {
  it("writes a position when a card is dropped, as one edit, and nothing else", async () => {
    await open();
    const from = await middle("worker");
    await drag(from, { x: from.x + 60, y: from.y + 80 });
    await expect.poll(text).not.toContain("worker: [340, 120]");
    expect(canvas.host.edits).toHaveLength(1);
    expect(text().replace(/worker: \[.*\]/, "")).toBe(shop.replace("worker: [340, 120]", ""));
  });

  it("moves all that is selected in one edit", async () => {
    await open();
    await card("web").click();
    await card("worker").click({ modifiers: ["Shift"] });
    const from = await middle("worker");
    await drag(from, { x: from.x, y: from.y + 90 });
    await expect.poll(() => canvas.host.edits.length).toBe(1);
    const [operation] = canvas.host.edits[0]?.operations ?? [];
    expect(operation?.kind === "moveComponents" && Object.keys(operation.positions).sort()).toEqual(["web", "worker"]);
  });

  it("takes several presses of an arrow key as one edit", async () => {
    await open();
    await card("worker").click();
    await card("worker").focus();
    for (let press = 0; press < 4; press++) await canvas.page.keyboard.press("ArrowRight");
    await expect.poll(text).toContain("worker: [360, 120]");
    expect(canvas.host.edits).toHaveLength(1);
  });

  it("follows an undo", async () => {
    await open();
    const before = await middle("worker");
    await drag(before, { x: before.x + 60, y: before.y + 80 });
    await expect.poll(() => canvas.host.edits.length).toBe(1);
    await canvas.host.undo();
    await expect.poll(async () => Math.round((await middle("worker")).y)).toBe(Math.round(before.y));
    expect(text()).toBe(shop);
  });

  it("does not write a click", async () => {
    await open();
    await card("worker").click();
    await side().getByText("Worker").first().waitFor();
    expect(canvas.host.edits).toEqual([]);
  });
});

describe("connecting", () => {
  it("draws a line from port to port", async () => {
    await open();
    await card("worker").waitFor();
    await drag(await port("worker", "source"), await port("db", "target"));
    await expect.poll(text).toMatch(/image: busybox:1.37\n {4}connections: \[?.*db/);
    expect(canvas.host.edits[0]?.operations).toEqual([{ kind: "connect", from: "worker", to: "db" }]);
  });

  it("can end anywhere on a card", async () => {
    await open();
    await card("worker").waitFor();
    await drag(await port("worker", "source"), await middle("db"));
    await expect.poll(() => canvas.host.edits.length).toBe(1);
  });

  it("says why two cannot be connected, while dragging and after", async () => {
    await open();
    await card("edge").waitFor();
    const from = await port("edge", "source");
    const to = await middle("db");
    await canvas.page.mouse.move(from.x, from.y);
    await canvas.page.mouse.down();
    await canvas.page.mouse.move(to.x, to.y, { steps: 8 });
    const hint = canvas.page.locator(".connection-hint", { hasText: "only to Web service" });
    await hint.waitFor();
    // Beside the pointer, in no more lines than it takes, be the pointer at the rim.
    const box = await hint.boundingBox();
    expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) + 16 - to.x)).toBeLessThan(3);
    expect(box?.height).toBeLessThan(60);
    await canvas.page.mouse.up();
    await canvas.page.getByRole("alert").filter({ hasText: "only to Web service" }).waitFor();
    expect(canvas.host.edits).toEqual([]);
  });
});

describe("deleting", () => {
  it.each(["Delete", "Backspace"])("takes a component with its edges in one edit by %s", async (key) => {
    await open();
    await card("db").click();
    await canvas.page.keyboard.press(key);
    await card("db").waitFor({ state: "detached" });
    expect(canvas.host.edits).toHaveLength(1);
    expect(text()).not.toContain("db");
  });

  it("takes several in one edit", async () => {
    await open();
    await card("db").click();
    await card("worker").click({ modifiers: ["Shift"] });
    await side().getByText("2 components selected").waitFor();
    await canvas.page.keyboard.press("Delete");
    await card("worker").waitFor({ state: "detached" });
    expect(canvas.host.edits).toHaveLength(1);
  });

  it("takes a selected line", async () => {
    await open();
    const line = canvas.page.locator('.react-flow__edge[data-id="connection:web:db"]');
    await line.waitFor({ state: "attached" });
    await line.focus();
    await canvas.page.keyboard.press("Enter");
    await canvas.page.keyboard.press("Delete");
    await expect
      .poll(() => canvas.host.edits.at(-1)?.operations)
      .toEqual([{ kind: "disconnect", from: "web", to: "db" }]);
  });

  it("leaves the component alone when Backspace is pressed in a field", async () => {
    await open();
    await card("db").click();
    await side().getByRole("textbox", { name: "Version" }).click();
    await canvas.page.keyboard.press("Backspace");
    await canvas.page.keyboard.press("Escape");
    await canvas.page.keyboard.press("Escape");
    expect(canvas.host.edits).toEqual([]);
  });
});

describe("selecting", () => {
  it("takes all that a frame touches", async () => {
    await open();
    const web = await middle("web");
    const worker = await middle("worker");
    await canvas.page.keyboard.down("Shift");
    await drag({ x: web.x - 110, y: web.y - 60 }, { x: worker.x + 20, y: worker.y + 10 });
    await canvas.page.keyboard.up("Shift");
    await side().getByText("2 components selected").waitFor();
  });

  it("leaves what a frame took to be clicked and dragged, each card of it", async () => {
    await open();
    const web = await middle("web");
    const worker = await middle("worker");
    await canvas.page.keyboard.down("Shift");
    await drag({ x: web.x - 110, y: web.y - 60 }, { x: worker.x + 20, y: worker.y + 10 });
    await canvas.page.keyboard.up("Shift");
    await side().getByText("2 components selected").waitFor();
    await canvas.page.keyboard.down("Control");
    await canvas.page.mouse.click(web.x, web.y);
    await canvas.page.keyboard.up("Control");
    await expect.poll(() => canvas.page.locator(".react-flow__node.selected").count()).toBe(1);
    await canvas.page.keyboard.down("Control");
    await canvas.page.mouse.click(web.x, web.y);
    await canvas.page.keyboard.up("Control");
    await side().getByText("2 components selected").waitFor();
    await drag(worker, { x: worker.x, y: worker.y + 90 });
    await expect.poll(() => canvas.host.edits.length).toBe(1);
    expect(text()).not.toContain("web: [340, 0]");
    expect(text()).not.toContain("worker: [340, 120]");
  });

  it("follows the host", async () => {
    await open();
    await card("db").waitFor();
    await canvas.host.select("db");
    await side().getByText("PostgreSQL").first().waitFor();
  });
});

describe("the whole picture", () => {
  it("forgets positions for the automatic layout, as one edit", async () => {
    await open();
    await canvas.page.getByRole("button", { name: "View and Export" }).click();
    await canvas.page.getByRole("menuitem", { name: "Arrange All" }).click();
    await expect.poll(text).toBe(shop.slice(0, shop.indexOf("canvas:")));
    expect(canvas.host.edits).toHaveLength(1);
  });

  it("follows the text as it is typed", async () => {
    await open();
    await canvas.host.write(shop.replace("canvas:", "  cron:\n    type: cron\ncanvas:").replace("\n\n", "\n"));
    await card("cron").waitFor();
  });

  it("stays, greyed and locked, while the text cannot be read, and leads to the problem", async () => {
    await open();
    await card("web").waitFor();
    await canvas.host.write(`${shop}  broken: [1, 2\n`);
    await canvas.page.getByText("The text cannot be read.").waitFor();
    await canvas.page.locator(".canvas.stale").waitFor();
    expect(await canvas.page.getByRole("button", { name: "Add Worker" }).isDisabled()).toBe(true);
    const from = await middle("worker");
    await drag(from, { x: from.x + 60, y: from.y + 60 });
    await canvas.page.locator(".banner").getByRole("button", { name: "Show in Text", exact: true }).click();
    expect(canvas.host.edits).toEqual([]);
    expect(canvas.host.received.at(-1)?.type).toBe("revealOffset");
  });

  it("tells why it cannot be read, not what else is wrong before that", async () => {
    await open({ text: `x-team: shop\n${shop}` });
    await card("web").waitFor();
    await canvas.host.write(`x-team: shop\n${shop}  broken: [1, 2\n`);
    const banner = canvas.page.locator(".banner");
    await banner.waitFor();
    expect(await banner.textContent()).not.toContain("x-team");
  });

  it("offers no editing of a read-only document", async () => {
    await open({ editable: false });
    await canvas.page.getByText("Read-only").waitFor();
    await card("db").click();
    await canvas.page.keyboard.press("Delete");
    const from = await middle("db");
    await drag(from, { x: from.x, y: from.y + 90 });
    expect(canvas.host.edits).toEqual([]);
    expect(await canvas.page.getByRole("button", { name: "Add Worker" }).isDisabled()).toBe(true);
  });

  it("begins an empty application with connected components, in one edit", async () => {
    await open({ text: "name: fresh\ncomponents: {}\n" });
    await canvas.page.getByRole("button", { name: /^Web service with PostgreSQL/ }).click();
    await card("db").waitFor();
    expect(canvas.host.edits).toHaveLength(1);
    expect(await canvas.page.locator(".react-flow__edge").count()).toBe(2);
  });

  it("comes back as it was looked at", async () => {
    await open();
    await card("db").click();
    await canvas.page.getByRole("button", { name: "Zoom In" }).click();
    await canvas.page.getByRole("button", { name: "Hide Palette" }).first().click();
    const before = await middle("db");
    await expect.poll(async () => canvas.page.evaluate("sessionStorage.getItem('state')")).toContain("viewport");
    await canvas.reload();
    await card("db").waitFor();
    await side().getByText("PostgreSQL").first().waitFor();
    await expect.poll(async () => Math.round((await middle("db")).x)).toBe(Math.round(before.x));
    expect(await canvas.page.locator(".palette").count()).toBe(0);
  });

  it("shows text from the manifest as text", async () => {
    await open({ text: shop.replace("nginx:1.29", '"<img src=x onerror=alert(1)>"') });
    await card("web").click();
    await side().getByRole("textbox", { name: "Image" }).waitFor();
    expect(await canvas.page.locator("img").count()).toBe(0);
  });
});

describe("the first picture", () => {
  it("needs no measuring: a card is drawn as large as it is taken to be, and lines end at its ports", async () => {
    const { page } = await open();
    const box = await card("web").boundingBox();
    const ports = await Promise.all(
      ["target", "source"].map((type) => card("web").locator(`.react-flow__handle.${type}`).boundingBox()),
    );
    const zoom = Number(
      await page.evaluate(
        "new DOMMatrixReadOnly(getComputedStyle(document.querySelector('.react-flow__viewport')).transform).a",
      ),
    );
    const at = (value: number) => Math.round((value / zoom) * 100) / 100;
    expect([at(box?.width ?? 0), at(box?.height ?? 0)]).toEqual([cardShape.measured.width, cardShape.measured.height]);
    const drawn = ports.map((port) => [at((port?.x ?? 0) - (box?.x ?? 0)), at((port?.y ?? 0) - (box?.y ?? 0))]);
    expect(drawn).toEqual(cardShape.handles.map(({ x, y }) => [x, y]));
  });
});

describe("where there is little room", () => {
  it("the palette is a rail of icons without a search, which opens to names and search", async () => {
    const { page } = await open({ width: 700 });
    const search = page.locator(".palette-search");
    expect(await search.isVisible()).toBe(false);
    expect(await page.getByRole("button", { name: "Add Redis" }).isVisible()).toBe(true);
    await page.getByRole("button", { name: "Show Names and Search" }).click();
    await search.waitFor();
    await page.getByRole("button", { name: "Show Icons Only" }).click();
    await search.waitFor({ state: "hidden" });
  });
});

describe("the toolbar, where there is hardly room", () => {
  it("cuts the price and hides no button", async () => {
    const prices = { deployed: shop.replace("nginx:1.29", "nginx:1.28") };
    const { page } = await open({ width: 480, prices });
    await page.locator(".price-button").waitFor();
    expect(
      await page.evaluate(
        "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.toolbar'))",
      ),
    ).toBe(0);
    const last = await page
      .getByRole("button", { name: /Properties|Side Panel/ })
      .last()
      .boundingBox();
    expect((last?.x ?? 999) + (last?.width ?? 0)).toBeLessThanOrEqual(480);
  });
});

describe("beside the text, where the properties do not fit at the side", () => {
  it("lie below the canvas, and the selected card stays in sight", async () => {
    const { page } = await open({ width: 620 });
    await card("db").click();
    const panel = page.locator(".side.right");
    await panel.waitFor();
    const box = async (locator: Locator) => {
      const found = await locator.boundingBox();
      if (found === null) throw new Error("It cannot be seen.");
      return found;
    };
    const pane = async () => box(page.locator(".react-flow"));
    await expect.poll(async () => (await pane()).width).toBeGreaterThan(500);
    const bottom = async () => (await pane()).y + (await pane()).height;
    expect((await box(panel)).y).toBeGreaterThanOrEqual(await bottom());
    await expect
      .poll(async () => (await box(card("db"))).y + (await box(card("db"))).height)
      .toBeLessThan(await bottom());
    const before = (await box(panel)).height;
    await page.getByRole("separator", { name: "Height of the panel below" }).focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(async () => (await box(panel)).height).toBe(before + 16);
    await page.getByRole("button", { name: "Show Names and Search" }).click();
    await panel.getByRole("textbox", { name: "Name", exact: true }).click({ position: { x: 4, y: 8 } });
  });
});

describe("a pane that gets another size, as it does while a window opens", () => {
  const zoom = async () => {
    const style = await canvas.page.locator(".react-flow__viewport").getAttribute("style");
    return Number(/scale\(([\d.]+)\)/.exec(style ?? "")?.[1]);
  };

  it("shows everything again, as large as it can be", async () => {
    const { page } = await open({ width: 620 });
    await card("db").waitFor();
    const narrow = await zoom();
    await page.setViewportSize({ width: 1000, height: 800 });
    await expect.poll(zoom).toBeGreaterThan(narrow);
  });

  it("keeps what a person chose to look at", async () => {
    const { page } = await open({ width: 620 });
    await card("db").waitFor();
    await page.getByRole("button", { name: "Zoom Out" }).click();
    await card("web").click();
    const chosen = await zoom();
    await page.setViewportSize({ width: 1000, height: 800 });
    await expect.poll(async () => (await page.locator(".react-flow").boundingBox())?.width ?? 0).toBeGreaterThan(600);
    expect(await zoom()).toBe(chosen);
  });
});

describe("what else follows from an edit", () => {
  it("is shown calmly, until it is closed", async () => {
    const { page } = await open();
    await card("db").click();
    const name = side().getByRole("textbox", { name: "Name", exact: true });
    await name.fill("store");
    await name.press("Enter");
    const notice = page.locator(".notice[role='status']");
    await notice.waitFor();
    expect(await notice.textContent()).toContain("DB_");
    await notice.getByRole("button", { name: "Close" }).click();
    await notice.waitFor({ state: "detached" });
  });
});
