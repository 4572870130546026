import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../scripts/bench/generate";
import { Canvases, type CanvasPage } from "./harness/page";

const shop = `name: shop
components:
  edge: { type: load-balancer, routes: [{ to: web, path: / }] }
  web: { type: web, image: nginx:1.29, port: 80, connections: [db] }
  db: { type: postgres, version: "17" }
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

async function open(text = shop): Promise<void> {
  canvas = await canvases.open({ text });
  await canvas.page.locator(".react-flow__node").first().waitFor();
}

async function onCanvas(): Promise<void> {
  await canvas.page.locator(".react-flow__pane").click({ position: { x: 8, y: 60 } });
}

const selected = () =>
  canvas.page.evaluate<string[]>(
    "[...document.querySelectorAll('.react-flow__node.selected')].map((node) => node.dataset.id)",
  );
const zoom = () =>
  canvas.page.evaluate<number>(
    "new DOMMatrix(getComputedStyle(document.querySelector('.react-flow__viewport')).transform).a",
  );

describe("find", () => {
  it("opens with a key, steps through what it finds, and gives the focus to the card", async () => {
    await open();
    await onCanvas();
    await canvas.page.keyboard.press("Control+f");
    await canvas.page.keyboard.type("e");
    await canvas.page.keyboard.press("Enter");
    await expect.poll(selected).toEqual(["edge"]);
    await canvas.page.keyboard.press("Enter");
    await expect.poll(selected).toEqual(["web"]);
    await canvas.page.keyboard.press("Escape");
    await expect.poll(() => canvas.page.evaluate("document.activeElement.dataset.id")).toBe("web");
    expect(await canvas.page.locator(".find").count()).toBe(0);
  });

  it("marks everything that it finds", async () => {
    await open();
    await onCanvas();
    await canvas.page.keyboard.press("/");
    await canvas.page.keyboard.type("postgres");
    await expect.poll(() => canvas.page.locator(".found").count()).toBe(1);
  });

  it("says so when there is nothing", async () => {
    await open();
    await onCanvas();
    await canvas.page.keyboard.press("/");
    await canvas.page.keyboard.type("nothing like it");
    await canvas.page.getByText("No results").waitFor();
  });
});

describe("the minimap", () => {
  it("moves the view by pointer and by key, and is there again after a reload", async () => {
    await open();
    await onCanvas();
    await canvas.page.keyboard.press("m");
    const map = canvas.page.getByRole("application", { name: "Minimap" });
    await map.waitFor();
    const place = () => canvas.page.evaluate<string>("document.querySelector('.react-flow__viewport').style.transform");
    const before = await place();
    await map.click({ position: { x: 20, y: 20 } });
    await expect.poll(place).not.toBe(before);
    const after = await place();
    await map.focus();
    await canvas.page.keyboard.press("ArrowRight");
    await expect.poll(place).not.toBe(after);
    await canvas.reload();
    await map.waitFor();
  });
});

describe("zoom", () => {
  it("goes to life size, and to what is selected", async () => {
    await open();
    await onCanvas();
    await canvas.page.keyboard.press("-");
    await canvas.page.keyboard.press("-");
    await canvas.page.keyboard.press("Shift+Digit0");
    await expect.poll(zoom).toBe(1);
    await canvas.page.keyboard.press("-");
    await canvas.page.locator('.react-flow__node[data-id="db"]').click();
    await canvas.page.keyboard.press("Shift+Digit2");
    await expect.poll(zoom).toBe(1);
  });
});

describe("the list", () => {
  const row = (name: string) => canvas.page.locator(`.list [data-name="${name}"]`);
  const openList = async () => {
    await open();
    await canvas.page.getByRole("button", { name: "Show as List" }).click();
    await row("web").waitFor();
  };

  it("has every component with its lane, its type and what it leads to", async () => {
    await openList();
    expect(await row("web").innerText()).toMatch(/web\s+Web service.*db/s);
    expect(await canvas.page.locator(".list-lane").allInnerTexts()).toEqual(["Public", "Private", "Data"]);
  });

  it("goes from row to row by keys, and deletes by key in one step", async () => {
    await openList();
    await row("edge").click();
    await canvas.page.keyboard.press("ArrowDown");
    await expect.poll(() => row("web").getAttribute("aria-selected")).toBe("true");
    await canvas.page.keyboard.press("Delete");
    await expect.poll(() => canvas.host.text).not.toContain("web:");
    expect(canvas.host.edits).toHaveLength(1);
  });

  it("connects from the keyboard", async () => {
    canvas = await canvases.open({ text: shop.replace(", connections: [db]", "") });
    await canvas.page.getByRole("button", { name: "Show as List" }).click();
    await row("web").click();
    await canvas.page.keyboard.press("c");
    await canvas.page.keyboard.press("Enter");
    await expect.poll(() => canvas.host.text).toContain("connections:");
  });

  it("has the menu of the canvas", async () => {
    await openList();
    await row("db").click({ button: "right" });
    await canvas.page.getByRole("menuitem", { name: "Duplicate" }).waitFor();
    await canvas.page.keyboard.press("Escape");
  });

  it("says which group each is in, and moves it to another or out of all, in one step", async () => {
    const groups =
      "canvas:\n  $groups:\n    shop: { title: Shop front, components: [edge, web] }\n    store: { components: [db] }\n";
    canvas = await canvases.open({ text: `${shop}${groups}` });
    await canvas.page.getByRole("button", { name: "Show as List" }).click();
    const group = (name: string) => row(name).getByRole("gridcell").nth(1).textContent();
    await expect.poll(() => group("web")).toBe("Shop front");
    await row("web").click();
    await canvas.page.keyboard.press("Shift+F10");
    const item = (name: string) => canvas.page.getByRole("menuitem", { name, exact: true });
    await item("Move to").click();
    expect(await item("Shop front").getAttribute("title")).toBe("It is there already.");
    await item("Group").last().click();
    await expect.poll(() => group("web")).toBe("Group");
    expect(canvas.host.text).toContain("shop: { title: Shop front, components: [edge] }");
    await row("db").click({ button: "right" });
    await item("Move to").click();
    await item("No Group").click();
    await expect.poll(() => group("db")).toBe("");
    expect(canvas.host.steps).toBe(2);
  });

  it("offers no group to move to where there is none, and has no column for them", async () => {
    await openList();
    await row("db").click({ button: "right" });
    await canvas.page.getByRole("menuitem", { name: "Duplicate" }).waitFor();
    expect(await canvas.page.getByRole("menuitem", { name: "Move to", exact: true }).count()).toBe(0);
    expect(await canvas.page.getByRole("columnheader", { name: "Group" }).count()).toBe(0);
    await canvas.page.keyboard.press("Escape");
  });

  it("pushes nothing by the arrow keys, since nothing has a place in it", async () => {
    await openList();
    await row("db").click();
    await canvas.page.keyboard.press("ArrowRight");
    await canvas.page.keyboard.press("Control+d");
    await row("db-2").waitFor();
    expect(canvas.host.text).not.toContain("canvas:");
  });

  it("is what is shown again after a reload", async () => {
    await openList();
    await canvas.reload();
    await row("web").waitFor();
  });
});

describe("layout", () => {
  it("is made by a worker, writes nothing, and leaves what was placed by hand", async () => {
    await open(`${shop}canvas:\n  db: [900, 500]\n`);
    await canvas.page.getByRole("button", { name: "Auto Layout" }).click();
    await canvas.page.getByText("2 components arranged.").waitFor({ state: "attached" });
    expect(canvas.host.edits).toEqual([]);
  });

  it("of all forgets what was placed by hand, in one step", async () => {
    await open(`${shop}canvas:\n  db: [900, 500]\n`);
    await canvas.page.getByRole("button", { name: "View and Export" }).click();
    await canvas.page.getByRole("menuitem", { name: "Arrange All" }).click();
    await expect.poll(() => canvas.host.text).toBe(shop);
    expect(canvas.host.edits).toHaveLength(1);
  });

  it("of what is selected is one step too", async () => {
    await open();
    await onCanvas();
    await canvas.page.keyboard.press("Control+a");
    await canvas.page.keyboard.press("Shift+Alt+S");
    await expect
      .poll(() => canvas.host.edits.map(({ operations }) => operations.map(({ kind }) => kind)))
      .toEqual([["moveComponents"]]);
  });
});

describe("export", () => {
  const images = () => canvas.host.received.filter((message) => message.type === "saveImage");
  const choose = async (...names: readonly string[]) => {
    await canvas.page.getByRole("button", { name: "View and Export" }).click();
    for (const name of names) await canvas.page.getByRole("menuitem", { name, exact: true }).click();
  };

  it("is a document of shapes and text as SVG", async () => {
    await open();
    await choose("Export", "SVG");
    await expect.poll(() => images().length).toBe(1);
    const svg = images()[0]?.data ?? "";
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    for (const name of ["edge", "web", "db", "Public", "Data"]) expect(svg).toContain(`>${name}</text>`);
    expect(svg).not.toMatch(/<image|<foreignObject|var\(|color\(/);
  });

  it("has prices, and what was edited since the last deployment", async () => {
    const text = shop.replace("nginx:1.29", "nginx:1.30");
    canvas = await canvases.open({ text, deployed: shop, prices: { deployed: shop } });
    await canvas.page.locator(".card-status").first().waitFor();
    await choose("Export", "SVG, Light");
    await expect.poll(() => images().length).toBe(1);
    const svg = images()[0]?.data ?? "";
    const said = await canvas.page.locator(".card-status-text, .price-amount").allTextContents();
    expect(said.length).toBeGreaterThan(1);
    for (const words of said) expect(svg).toContain(`>${words}</text>`);
  });

  it("writes names as text and never as markup", async () => {
    await open(shop.replace("nginx:1.29", '"<img src=x>"'));
    await choose("Export", "SVG, Light");
    await expect.poll(() => images().length).toBe(1);
    expect(images()[0]?.data).not.toContain("<img");
  });

  it("is a picture as PNG", async () => {
    await open();
    await choose("Export", "PNG");
    await expect.poll(() => images().length).toBe(1);
    const bytes = Buffer.from(images()[0]?.data ?? "", "base64");
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(800);
  });

  it("hands a light picture to the host to print", async () => {
    await open();
    await choose("Print…");
    await expect.poll(() => canvas.host.received.filter(({ type }) => type === "print").length).toBe(1);
  });

  it("has a shape for every type's icon", () => {
    const icons = readFileSync(join("webview", "export", "icons.ts"), "utf8");
    const schema = JSON.parse(readFileSync(join("schemas", "stackwright.schema.json"), "utf8")) as unknown;
    const used = [...JSON.stringify(schema).matchAll(/"icon":"([\w-]+)"/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(5);
    for (const name of used) expect(icons).toMatch(new RegExp(`icons/${name === "zap" ? "symbol-event" : name}\\.svg`));
  });
});

describe("a large application", () => {
  const large = () => {
    let lines = 1000;
    let sample = generate(lines);
    while (sample.components < 200) sample = generate(++lines);
    return sample.text;
  };
  const elements = () => canvas.page.locator(".react-flow__node").count();

  it("is painted, every card of it, with few elements", async () => {
    await open(large());
    await expect.poll(() => canvas.page.locator(".painted canvas").getAttribute("data-cards")).toBe("200");
    expect(await elements()).toBeLessThan(10);
    const colours = await canvas.page.evaluate<number>(`(() => {
      const canvas = document.querySelector(".painted canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    })()`);
    expect(colours).toBeGreaterThan(20);
  });

  it("gives cards their elements once they can be read", async () => {
    await open(large());
    await onCanvas();
    await canvas.page.keyboard.press("Shift+Digit0");
    await expect.poll(elements).toBeGreaterThan(5);
    expect(await elements()).toBeLessThan(60);
  });

  it("gives the card under the pointer its element, in the page's first picture", async () => {
    await open(large());
    expect(await foundByPointer()).not.toBe("");
  });

  it("does so again when the canvas comes back from the list", async () => {
    await open(large());
    await canvas.page.getByRole("button", { name: "Show as List" }).click();
    await canvas.page.locator(".list").waitFor();
    await canvas.page.getByRole("button", { name: "Show as Canvas" }).click();
    await canvas.page.locator(".painted canvas").waitFor();
    expect(await foundByPointer()).not.toBe("");
  });

  it("lets a card be dragged that was only painted", async () => {
    await open(large());
    await canvas.page.keyboard.press("Escape");
    const name = "worker-20";
    const box = await spotOf(name);
    await canvas.page.mouse.move(box.x, box.y);
    await canvas.page.mouse.down();
    await canvas.page.mouse.move(box.x + 30, box.y + 20, { steps: 4 });
    await canvas.page.mouse.up();
    await expect.poll(() => canvas.host.text).toMatch(/canvas:\n +worker-20:/);
  });

  it("is selected by a marquee, painted cards too, which get their elements when it is let go", async () => {
    await open(large());
    await marquee({ x: 4, y: 4 }, { x: -4, y: -4 });
    await canvas.page.getByText("200 components selected").waitFor();
    await canvas.page.getByText("and 188 others", { exact: true }).waitFor();
    expect(await elements()).toBeLessThan(10);
    expect(await rims()).toBeGreaterThan(200);
    await canvas.page.mouse.up();
    await expect.poll(async () => (await selected()).length).toBe(200);
    // A marquee around nothing leaves nothing selected.
    await marquee({ x: -4, y: 4 }, { x: -8, y: 8 });
    await canvas.page.getByText("200 components selected").waitFor({ state: "detached" });
    await canvas.page.mouse.up();
    expect(await selected()).toEqual([]);
  });

  it("is selected by a marquee only where that touches it", async () => {
    await open(large());
    const { x, y } = await spotOf("worker-20");
    const { mouse } = canvas.page;
    await canvas.page.keyboard.down("Shift");
    await mouse.move(x - 40, y - 2);
    await mouse.down();
    await mouse.move(x, y + 2, { steps: 4 });
    await mouse.up();
    await canvas.page.keyboard.up("Shift");
    await expect.poll(selected).toEqual(["worker-20"]);
    await canvas.page.keyboard.press("Delete");
    await expect.poll(() => canvas.host.text).not.toContain("  worker-20:");
    expect(canvas.host.steps).toBe(1);
  });

  it("can be walked through by keys, with the focus on a card that is there", async () => {
    await open(large());
    await canvas.page.locator(".react-flow__node").first().focus();
    const focused = () => canvas.page.evaluate("document.activeElement.dataset.id");
    const first = await focused();
    await canvas.page.keyboard.press("Alt+ArrowDown");
    await canvas.page.keyboard.press("Alt+ArrowDown");
    await expect.poll(focused).not.toBe(first);
    expect(await focused()).toBeTruthy();
  });

  /** Draws a marquee over the pane, from one of its corners to another (from the far end where negative), and holds it. */
  async function marquee(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const box = await canvas.page.locator(".react-flow__pane").boundingBox();
    if (box === null) throw new Error("There is no pane.");
    const { mouse, keyboard } = canvas.page;
    const at = ({ x, y }: { x: number; y: number }) =>
      [box.x + (x < 0 ? box.width : 0) + x, box.y + (y < 0 ? box.height : 0) + y] as const;
    await keyboard.down("Shift");
    await mouse.move(...at(from));
    await mouse.down();
    await mouse.move(...at(to), { steps: 6 });
    await keyboard.up("Shift");
  }

  /** How many painted pixels have the colour of what is selected. */
  const rims = () =>
    canvas.page.evaluate<number>(`(() => {
      const canvas = document.querySelector(".painted canvas");
      const probe = Object.assign(document.createElement("span"), { style: "color: var(--vscode-focusBorder)" });
      document.body.append(probe);
      const wanted = getComputedStyle(probe).color.match(/\\d+/g).slice(0, 3).join();
      probe.remove();
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) if (data.slice(at, at + 3).join() === wanted) count += 1;
      return count;
    })()`);

  /** Sweeps the pointer over the canvas until there is an element of a card under it that was not there before; its name. */
  async function foundByPointer(): Promise<string> {
    const before = await canvas.page.evaluate<string[]>(
      "[...document.querySelectorAll('.react-flow__node')].map((node) => node.dataset.id)",
    );
    const pane = await canvas.page.locator(".react-flow__pane").boundingBox();
    const { x, y, width, height } = pane ?? { x: 0, y: 0, width: 0, height: 0 };
    for (let down = 20; down < height; down += 12) {
      for (let across = 20; across < width; across += 30) {
        await canvas.page.mouse.move(x + across, y + down);
        const name = await canvas.page.evaluate<string>(
          `document.elementFromPoint(${x + across}, ${y + down})?.closest(".react-flow__node")?.dataset.id ?? ""`,
        );
        if (name !== "" && !before.includes(name)) return name;
      }
    }
    return "";
  }

  /** Where a painted card is on the screen: found as a person finds it, with find. */
  async function spotOf(name: string): Promise<{ x: number; y: number }> {
    await onCanvas();
    await canvas.page.keyboard.press("/");
    await canvas.page.keyboard.type(name);
    await canvas.page.keyboard.press("Enter");
    const node = canvas.page.locator(`.react-flow__node[data-id="${name}"]`);
    await node.waitFor();
    const box = await node.boundingBox();
    await canvas.page.keyboard.press("Escape");
    await canvas.page.keyboard.press("Escape");
    return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
  }
});
