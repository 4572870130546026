import type { Locator, Page } from "playwright-core";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The mouse, in the window's coordinates, whichever frame is below it. */
export class Pointer {
  constructor(private readonly page: Page) {}

  /** Presses, moves in steps as a hand does, and lets go. */
  async drag(from: Locator | Point, to: Locator | Point): Promise<void> {
    await this.carry(from, to);
    await this.drop();
  }

  /** Presses and moves in steps as a hand does; the button stays pressed. */
  async carry(from: Locator | Point, to: Locator | Point): Promise<void> {
    const start = await pointOf(from);
    const end = await pointOf(to);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(start.x + 6, start.y + 6);
    await this.page.mouse.move(end.x, end.y, { steps: 12 });
    await this.page.mouse.move(end.x + 1, end.y + 1);
  }

  async drop(): Promise<void> {
    await this.page.mouse.up();
  }

  async click(target: Locator | Point): Promise<void> {
    const { x, y } = await pointOf(target);
    await this.page.mouse.click(x, y);
  }
}

/** The middle of what is shown. */
export async function pointOf(target: Locator | Point): Promise<Point> {
  if ("x" in target) return target;
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${target} is not visible.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
