import type { Frame, Locator } from "playwright-core";
import { type Point, pointOf } from "./pointer";
import { until } from "./until";
import type { Workbench } from "./workbench";

/** An element, as far as it is needed here; these files are checked without the browser's types. */
interface Attributed {
  getAttribute(name: string): string | null;
}

/** The labels of the palette. */
export type Palette = "Web service" | "Worker" | "Cron job" | "PostgreSQL" | "MySQL" | "Redis" | "Load balancer";

const rawPost = "postRawToExtension";

/**
 * Keeps VS Code's own way from a webview to its extension, which the page cannot reach any more once it runs, so that a
 * test can send what the page never would. To be run in every frame before its scripts.
 */
export function keepRawPost(): void {
  interface Api {
    postMessage(message: unknown): void;
  }
  let given: (() => Api) | undefined;
  const acquire = (): Api | undefined => {
    const api = given?.();
    Object.assign(globalThis, { postRawToExtension: (message: unknown) => api?.postMessage(message) });
    return api;
  };
  Object.defineProperty(globalThis, "acquireVsCodeApi", {
    configurable: true,
    get: () => (given === undefined ? undefined : acquire),
    set: (value: () => Api) => {
      given = value;
    },
  });
}

/** The canvas of one manifest, in its frame inside the window. */
export class Canvas {
  private constructor(
    private readonly workbench: Workbench,
    readonly frame: Frame,
  ) {}

  /** Waits for a canvas that has drawn its picture. */
  static async find(workbench: Workbench): Promise<Canvas> {
    return until("a canvas", async () => (await Canvas.all(workbench))[0]);
  }

  /** Those that can be seen now. */
  static async all(workbench: Workbench): Promise<readonly Canvas[]> {
    const canvases: Canvas[] = [];
    for (const frame of workbench.page.frames()) {
      const region = frame.getByRole("main", { name: "Stackwright canvas" });
      if (!frame.isDetached() && (await region.isVisible().catch(() => false))) {
        canvases.push(new Canvas(workbench, frame));
      }
    }
    return canvases;
  }

  get toolbar(): Locator {
    return this.frame.getByRole("toolbar", { name: "Canvas" });
  }

  get inspector(): Locator {
    return this.frame.getByRole("complementary", { name: "Properties" });
  }

  get deployment(): Locator {
    return this.frame.getByRole("complementary", { name: "Deployment" });
  }

  /** What is said about a text that cannot be read. */
  get banner(): Locator {
    return this.frame.getByRole("alert");
  }

  card(name: string): Locator {
    return this.frame.locator(`.react-flow__node[data-id="${name}"]`);
  }

  /** The names on the cards, sorted. */
  async cards(): Promise<readonly string[]> {
    const nodes = this.frame.locator(".react-flow__node");
    return (
      await nodes.evaluateAll((all) => all.map((node) => (node as unknown as Attributed).getAttribute("data-id") ?? ""))
    ).sort();
  }

  /** Waits until exactly these cards are there. */
  async shows(...names: readonly string[]): Promise<void> {
    const wanted = [...names].sort().join(", ");
    let seen = "";
    await until(`the cards ${wanted}`, async () => {
      seen = (await this.cards()).join(", ");
      if (seen !== wanted) throw new Error(`There are ${seen || "none"}.`);
      return true;
    });
  }

  /** Where a card stands on the canvas, whatever part of it is in view, as React Flow writes it. */
  async placeOf(name: string): Promise<string> {
    const style = await this.card(name).getAttribute("style");
    return /translate\([^)]*\)/.exec(style ?? "")?.[0] ?? "";
  }

  edge(from: string, to: string): Locator {
    return this.frame.getByRole("group", { name: new RegExp(`^${from} (connects to|routes to|refers to) ${to}\\b`) });
  }

  /** Drags a type from the palette: below a card, or to a free place. */
  async dragFromPalette(label: Palette, below?: string): Promise<void> {
    const item = this.frame.getByRole("button", { name: `Add ${label}`, exact: true });
    await item.scrollIntoViewIfNeeded();
    await this.settled();
    const card = below === undefined ? undefined : await pointOf(this.card(below));
    await this.workbench.pointer.drag(item, card ? { x: card.x, y: card.y + 90 } : await this.freePlace());
  }

  /** Draws a line from one card's port to the other card. */
  async connect(from: string, to: string): Promise<void> {
    await this.settled();
    await this.workbench.pointer.drag(this.card(from).locator(".react-flow__handle.source"), this.card(to));
  }

  async drag(name: string, by: Point): Promise<void> {
    await this.settled();
    const start = await pointOf(this.card(name));
    await this.workbench.pointer.drag(start, { x: start.x + by.x, y: start.y + by.y });
  }

  /** Selects a card, so that the inspector shows its fields. */
  async select(name: string): Promise<void> {
    await this.settled();
    await this.workbench.pointer.click(this.card(name).locator(".card-icon"));
    await this.frame.locator(`.react-flow__node.selected[data-id="${name}"]`).waitFor();
  }

  /** Types a new value into a field of the inspector, and leaves it. */
  async fill(label: string, value: string): Promise<void> {
    const field = this.inspector.getByRole("textbox", { name: label, exact: true });
    await field.fill(value);
    await field.press("Enter");
  }

  /** Chooses in a list of the inspector. */
  async choose(label: string, option: string | RegExp): Promise<void> {
    await this.inspector.getByRole("combobox", { name: label, exact: true }).click();
    await this.inspector.getByRole("option", { name: option, exact: true }).click();
  }

  async press(button: string | RegExp): Promise<void> {
    await this.frame.getByRole("button", { name: button }).first().click();
  }

  /** Sends to the extension what the page itself would never send. */
  async post(message: unknown): Promise<void> {
    await this.frame.evaluate(
      ([name, value]) => {
        const post = (globalThis as unknown as Record<string, ((message: unknown) => void) | undefined>)[name];
        if (post === undefined) throw new Error("The page has no way to the extension but its own.");
        post(value);
      },
      [rawPost, message] as const,
    );
  }

  /** Waits until nothing moves any more: the first picture is fitted, cards glide to their places. */
  async settled(): Promise<void> {
    let last = "";
    await until("the canvas to rest", async () => {
      const moving = this.frame.locator(".react-flow__viewport, .react-flow__node");
      const now = await moving.evaluateAll((all) =>
        all.map((each) => (each as unknown as Attributed).getAttribute("style")).join(),
      );
      const rests = now === last;
      last = now;
      return rests;
    });
  }

  /** The point of the canvas that is farthest from every card, away from the rim. */
  private async freePlace(): Promise<Point> {
    const area = await this.frame.locator(".canvas").boundingBox();
    if (area === null) throw new Error("The canvas is not visible.");
    const cards: Point[] = [];
    for (const card of await this.frame.locator(".react-flow__node").all()) cards.push(await pointOf(card));
    let best: Point = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
    let distance = -1;
    for (let across = 0.2; across < 0.85; across += 0.1) {
      for (let down = 0.15; down < 0.9; down += 0.1) {
        const point = { x: area.x + area.width * across, y: area.y + area.height * down };
        const nearest = Math.min(...cards.map((card) => Math.hypot(card.x - point.x, card.y - point.y)));
        if (nearest > distance) [best, distance] = [point, nearest];
      }
    }
    return best;
  }
}
