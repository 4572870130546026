import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { type WindowOptions, windowAddress } from "../../../scripts/vscode/address";
import { Canvas, keepRawPost } from "./canvas";
import { Keyboard } from "./keyboard";
import { Pointer } from "./pointer";
import { until } from "./until";

export interface WorkbenchOptions extends Omit<WindowOptions, "tests"> {
  readonly size?: { readonly width: number; readonly height: number };
  /** What the system says of motion. */
  readonly reducedMotion?: "reduce";
  /** VS Code's language, where it is not English. */
  readonly language?: string;
}

/** To be run before the scripts of a window: VS Code takes its language from there, as where a language pack is installed. */
function speakLanguage(language: string): void {
  Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language });
}

/** One window of VS Code, used as a person uses it. */
export class Workbench {
  readonly keyboard: Keyboard;
  readonly pointer: Pointer;

  private constructor(
    readonly page: Page,
    /** The folder that is open. */
    readonly folder: string,
  ) {
    this.keyboard = new Keyboard(page);
    this.pointer = new Pointer(page);
  }

  /** Opens a window with a profile of its own and waits until it can be used. */
  static async open(browser: Browser, endpoint: string, options: WorkbenchOptions): Promise<Workbench> {
    const context = await browser.newContext({
      viewport: options.size ?? { width: 2000, height: 1000 },
      permissions: ["clipboard-read", "clipboard-write"],
      reducedMotion: options.reducedMotion ?? null,
    });
    await context.addInitScript(keepRawPost);
    if (options.language !== undefined) await context.addInitScript(speakLanguage, options.language);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const workbench = new Workbench(page, options.folder);
    await page.goto(windowAddress(endpoint, options));
    await page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
    // The canvas beside the text needs the room.
    await workbench.run("View: Close Primary Side Bar");
    return workbench;
  }

  /** Loads the window anew, as an update of VS Code would: what is to be kept is written down before. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent("load", { timeout: 60_000 });
    await this.run("Developer: Reload Window");
    await loaded;
    await this.page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** Runs a command by its name in the command palette, such as `Stackwright: Open Canvas`. */
  async run(command: string): Promise<void> {
    const open = async (): Promise<true> => {
      await this.keyboard.press("Escape", "F1");
      await this.quickInput.waitFor({ timeout: 5_000 });
      await this.quickInput.fill(`>${command}`, { timeout: 2_000 });
      await this.row(command).click({ timeout: 5_000 });
      return true;
    };
    await until(`the command "${command}"`, open, 40_000);
  }

  /** Whether the palette offers a command. */
  async offers(command: string): Promise<boolean> {
    await this.keyboard.press("Escape", "F1");
    await this.quickInput.fill(`>${command}`);
    await this.page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    const offered = await this.row(command).isVisible();
    await this.keyboard.press("Escape");
    return offered;
  }

  /** The rows that the palette offers for what is typed, as far as they are in view. */
  async offered(command: string): Promise<readonly string[]> {
    const open = async (): Promise<readonly string[]> => {
      await this.keyboard.press("Escape", "F1");
      await this.quickInput.fill(`>${command}`, { timeout: 5_000 });
      const rows = this.page.locator(".quick-input-list .monaco-list-row");
      await rows.first().waitFor({ timeout: 5_000 });
      return rows.allTextContents();
    };
    const titles = await until("the palette", open, 40_000);
    await this.keyboard.press("Escape");
    return titles;
  }

  /** Chooses in the list that is open. */
  async choose(label: string | RegExp): Promise<void> {
    await this.row(label).click();
  }

  /** Chooses in a list, when one is open that has it. */
  async chooseIfOffered(label: string): Promise<void> {
    if (await this.row(label).isVisible())
      await this.row(label)
        .click({ timeout: 1_000 })
        .catch(() => undefined);
  }

  /** Shows the window in one of VS Code's themes, such as `Dark Modern`. */
  async showTheme(name: string): Promise<void> {
    await this.run("Preferences: Color Theme");
    // The list shows only what fits, so the name has to be typed, once the list has taken the palette's place.
    await this.page.locator('.quick-input-filter input[placeholder^="Select Color Theme"]:visible').waitFor();
    await this.quickInput.fill(name);
    await this.choose(name);
  }

  /** Answers the question that is open by typing, or the one that opens within the time. */
  async answer(text: string, timeout = 2_000): Promise<void> {
    await this.quickInput.fill(text, { timeout });
    await this.quickInput.press("Enter", { timeout });
  }

  /** Presses a button of the dialog that is open. */
  async confirm(button: string | RegExp): Promise<void> {
    await this.dialog.getByRole("button", { name: button }).click();
  }

  get dialog(): Locator {
    return this.page.locator(".monaco-dialog-box");
  }

  get notifications(): Locator {
    return this.page.locator(
      ".notifications-toasts .notification-list-item, .notifications-center .notification-list-item",
    );
  }

  /** Writes a file to the folder and opens its text. */
  async openNew(name: string, text: string): Promise<Document> {
    const path = join(this.folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return this.open(name);
  }

  /** Gives the file of the active editor another name, in the explorer. */
  async renameActive(from: string, to: string): Promise<void> {
    await this.run("File: Reveal Active File in Explorer View");
    // A click on the row would open the text in the place of what is active.
    const row = this.page.locator(".explorer-folders-view .monaco-list-row", { hasText: from }).first();
    const rename = this.page.locator(".monaco-menu .action-item", { hasText: /^Rename/ }).first();
    const field = this.page.locator(".explorer-folders-view .monaco-inputbox input");
    await until("the file's new name", async () => {
      // The explorer closes the field again when it reads the folder anew, which it does soon after a save.
      await this.page.keyboard.press("Escape");
      await row.click({ button: "right", timeout: 5_000 });
      await rename.click({ timeout: 5_000 });
      await field.fill(to, { timeout: 2_000 });
      await field.press("Enter", { timeout: 2_000 });
      return true;
    });
    await this.tab(to).waitFor();
    await this.run("View: Close Primary Side Bar");
  }

  /** Opens the text of a file of the folder. Not by its name alone: that needs a search program the server lacks. */
  async open(name: string): Promise<Document> {
    await this.run("File: Open File...");
    // The dialog writes the folder into its field a moment after it appears, over what was typed.
    await until(`the text of ${name}`, async () => {
      if (await this.tab(name).isVisible()) return true;
      if (!(await this.quickInput.isVisible())) return false;
      await this.answer(join(this.folder, name));
      await this.quickInput.waitFor({ state: "hidden", timeout: 3_000 });
      await this.tab(name).waitFor({ timeout: 10_000 });
      return true;
    });
    return new Document(this, name);
  }

  /** Closes every editor, without saving. */
  async closeAll(): Promise<void> {
    await until("no editor", async () => {
      const tabs = this.page.locator(".tabs-container .tab");
      if ((await tabs.count()) === 0) return true;
      await this.run("View: Close All Editors");
      const dontSave = this.dialog.getByRole("button", { name: "Don't Save" });
      if (await dontSave.isVisible()) await dontSave.click();
      return (await tabs.count()) === 0;
    });
  }

  tab(name: string): Locator {
    return this.page.locator(`.tabs-container .tab[data-resource-name="${name}"]`).first();
  }

  /** The canvas that is open. */
  canvas(): Promise<Canvas> {
    return Canvas.find(this);
  }

  /** The canvases that can be seen. */
  canvases(): Promise<readonly Canvas[]> {
    return Canvas.all(this);
  }

  /** Opens the canvas of the active editor through the command palette. */
  async openCanvas(): Promise<Canvas> {
    await this.run("Stackwright: Open Canvas");
    return this.canvas();
  }

  async picture(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    // A tooltip of whatever the pointer was left on has no place in a picture.
    await this.page.mouse.move(1, 1);
    await this.page.locator(".workbench-hover-container").first().waitFor({ state: "hidden" });
    // Neither has the list of commands that the last one was chosen from, which fades.
    await this.page.locator(".quick-input-widget:visible").waitFor({ state: "hidden" });
    await this.page.screenshot({ path });
  }

  private get quickInput(): Locator {
    return this.page.locator(".quick-input-widget:visible .quick-input-filter input");
  }

  private row(label: string | RegExp): Locator {
    return this.page.locator(".quick-input-list .monaco-list-row").filter({ hasText: label }).first();
  }
}

/** A text that is open in a window. */
export class Document {
  constructor(
    private readonly workbench: Workbench,
    readonly name: string,
  ) {}

  get path(): string {
    return join(this.workbench.folder, this.name);
  }

  /** Puts the cursor into the text. A canvas that has just been opened takes the focus when VS Code has loaded its page. */
  async focus(): Promise<void> {
    const editor = this.workbench.page.locator(`.monaco-editor[data-uri$="/${this.name}"]`).first();
    await until("the cursor in the text", async () => {
      await editor.locator(".view-lines").click();
      await this.workbench.page.waitForTimeout(100);
      return (await editor.getAttribute("class"))?.split(" ").includes("focused") === true;
    });
  }

  /** Puts the cursor at the end of a line, counted from 1, and types there. */
  async typeAtEndOf(line: number, text: string): Promise<void> {
    await this.goTo(line);
    await this.workbench.keyboard.press("End");
    await this.workbench.keyboard.type(text);
  }

  async goTo(line: number): Promise<void> {
    await this.focus();
    await this.workbench.keyboard.press("Mod+Home");
    for (let each = 1; each < line; each += 1) await this.workbench.keyboard.press("ArrowDown");
  }

  onDisk(): Promise<string> {
    return readFile(this.path, "utf8");
  }

  /** Saves, and waits until the file says what `wanted` accepts; gives the text. */
  async saved(wanted: (text: string) => boolean): Promise<string> {
    let text = "";
    try {
      return await until("the text", async () => {
        const before = text;
        await this.workbench.keyboard.press("Mod+s");
        text = await readFile(this.path, "utf8");
        // VS Code empties a file before it writes it: only what is read twice is what was saved.
        return wanted(text) && text === before && text;
      });
    } catch {
      throw new Error(`The text never came to be as expected. It is:\n${text}`);
    }
  }
}
