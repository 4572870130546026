import type { Canvas } from "./canvas";
import { until } from "./until";
import type { Workbench } from "./workbench";

/** Runs in the page: what the focus is on, as it is called, or as it is named to a screen reader. */
const focused = `(() => {
  const at = document.hasFocus() ? document.activeElement : null;
  if (at === null || at === document.body) return "";
  return at.getAttribute("aria-label") ?? at.textContent ?? "";
})()`;

/** Somebody without a mouse: keys alone, and what has the focus. */
export class Hands {
  constructor(private readonly window: Workbench) {}

  /** Runs a command by typing its name into the command palette. */
  async run(command: string): Promise<void> {
    const input = this.window.page.locator(".quick-input-widget:visible .quick-input-filter input");
    const first = this.window.page.locator(".quick-input-list .monaco-list-row.focused");
    // A window that has just opened does not know the commands of extensions yet.
    await until(`the command "${command}"`, async () => {
      await this.press("Escape", "F1");
      await until("the command palette", async () => (await input.inputValue({ timeout: 1_000 })) === ">", 3_000);
      await this.type(command);
      await until("its entry", async () => (await first.textContent({ timeout: 1_000 }))?.includes(command), 3_000);
      return true;
    });
    await this.press("Enter");
  }

  /** Answers with the entry of an open list that has these words. */
  async choose(words: string): Promise<void> {
    const rows = this.window.page.locator(".quick-input-list .monaco-list-row");
    await until(`"${words}" in a list`, async () => (await rows.filter({ hasText: words }).count()) > 0);
    const at = this.window.page.locator(".quick-input-list .monaco-list-row.focused");
    await until(`"${words}" to be chosen`, async () => {
      if ((await at.textContent({ timeout: 1_000 }))?.includes(words)) return true;
      await this.press("ArrowDown");
      return false;
    });
    await this.press("Enter");
  }

  async press(...keys: readonly string[]): Promise<void> {
    await this.window.keyboard.press(...keys);
  }

  async type(text: string): Promise<void> {
    await this.window.keyboard.type(text);
  }

  /** Goes from control to control of the canvas until one of this name has the focus. */
  async tabTo(canvas: Canvas, name: RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    const seen: string[] = [];
    await until("the focus on the canvas", async () => (await canvas.frame.evaluate("document.hasFocus()")) === true);
    for (let presses = 0; presses < 80; presses++) {
      const now = (await canvas.frame.evaluate(focused)) as string;
      if (name.test(now)) return;
      seen.push(now.slice(0, 40));
      await this.press(key);
    }
    throw new Error(
      `Nothing of the name ${name} can be reached by ${key}; there are ${[...new Set(seen)].join(" | ")}.`,
    );
  }

  /** Goes to the cards, and from the first one in the order of the graph to this one. */
  async reach(canvas: Canvas, name: string): Promise<void> {
    await this.tabTo(canvas, /^(?:Load balancer|Web service|PostgreSQL|Redis) /, "Shift+Tab");
    await this.press("Home");
    const wanted = canvas.frame.locator(`.react-flow__node[data-id="${name}"]:focus`);
    for (let cards = 0; cards < 10; cards++) {
      if (await wanted.isVisible()) return;
      await this.press("Alt+ArrowDown");
    }
    throw new Error(`The card ${name} cannot be reached.`);
  }

  /** Presses the button of a dialog that has the focus, once it is this one. */
  async confirm(canvas: Workbench["dialog"], button: string): Promise<void> {
    const at = canvas.locator(":focus");
    await until(`the button "${button}"`, async () => {
      if (((await at.textContent({ timeout: 1_000 })) ?? "").trim() === button) return true;
      await this.press("Tab");
      return false;
    });
    await this.press("Enter");
  }
}
