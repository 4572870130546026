import type { Page } from "playwright-core";

/** The keyboard as VS Code names its keys: `Mod` is Command on a Mac and Control elsewhere. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(...combinations: readonly string[]): Promise<void> {
    const mod = process.platform === "darwin" ? "Meta" : "Control";
    for (const combination of combinations) await this.page.keyboard.press(combination.replace("Mod", mod));
  }

  /** Holds a key, such as Shift, as long as something is done. */
  async hold(key: string, gesture: () => Promise<void>): Promise<void> {
    await this.page.keyboard.down(key);
    try {
      await gesture();
    } finally {
      await this.page.keyboard.up(key);
    }
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
}
