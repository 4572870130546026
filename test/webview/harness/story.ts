import type { Locator } from "playwright-core";
import type { Canvases, CanvasPage, PageOptions } from "./page";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A load balancer, two services and two stores, placed by hand. */
export const shop = `# The shop
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
  cache:
    type: redis
    version: "8"
canvas:
  edge: [0, 0]
  web: [340, 0]
  worker: [340, 160]
  db: [680, 0]
  cache: [680, 160]
`;

/** A canvas as a person has it: things are found by their name, and the pointer moves as a hand does. */
export class Story {
  private constructor(readonly canvas: CanvasPage) {}

  static async open(canvases: Canvases, options: Partial<PageOptions> = {}): Promise<Story> {
    const story = new Story(await canvases.open({ text: shop, ...options }));
    await story.page.locator(".toolbar").waitFor();
    return story;
  }

  get page() {
    return this.canvas.page;
  }

  get text(): string {
    return this.canvas.host.text;
  }

  /** How many steps VS Code's undo would take back. */
  get steps(): number {
    return this.canvas.host.steps;
  }

  card(name: string): Locator {
    return this.page.locator(`.react-flow__node[data-id="${name}"]`);
  }

  line(id: string): Locator {
    return this.page.locator(`.react-flow__edge[data-id="${id}"]`);
  }

  item(name: string): Locator {
    return this.page.getByRole("menuitem", { name, exact: true });
  }

  async select(...names: readonly string[]): Promise<void> {
    for (const [index, name] of names.entries()) {
      await this.card(name).click(index === 0 ? {} : { modifiers: ["Shift"] });
    }
  }

  async middle(what: Locator | string): Promise<Point> {
    const box = await (typeof what === "string" ? this.card(what) : what).boundingBox();
    if (box === null) throw new Error("It is not to be seen.");
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  async port(name: string, side: "source" | "target"): Promise<Point> {
    return this.middle(this.card(name).locator(`.react-flow__handle.${side}`));
  }

  /** Presses and moves, and leaves the button pressed. */
  async carry(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    // As a hand begins: what lies before the threshold of a drag is lost, be it as long as a stride.
    for (let step = 1; step <= 4; step++) await mouse.move(from.x + Math.sign(to.x - from.x) * step, from.y);
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
    await mouse.move(to.x, to.y, { steps: 5 });
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.carry(from, to);
    await this.page.mouse.up();
  }

  /** What a screen reader was told last. */
  async said(): Promise<string> {
    return (await this.page.locator(".visually-hidden[role=status]").textContent()) ?? "";
  }

  /** How large a pixel of the canvas is drawn. */
  async zoom(): Promise<number> {
    const style = await this.page.locator(".react-flow__viewport").getAttribute("style");
    return Number(/scale\(([\d.]+)\)/.exec(style ?? "")?.[1]);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
}
