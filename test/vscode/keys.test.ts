import { expect, test } from "vitest";
import type { Canvas } from "./driver/canvas";
import { shop } from "./driver/fixtures";
import { until } from "./driver/until";
import type { Document, Workbench } from "./driver/workbench";
import { inEachVscode } from "./harness/windows";

let count = 0;

/** Opens a fresh manifest on the canvas alone, with a card that is clicked. */
async function openWith(window: Workbench, card: string): Promise<{ document: Document; canvas: Canvas }> {
  count += 1;
  await window.closeAll();
  const document = await window.openNew(`keys-${count}.stackwright.yaml`, shop);
  const canvas = await window.openCanvas();
  await canvas.shows("edge", "web", "db");
  await canvas.select(card);
  return { document, canvas };
}

/** VS Code sees keys too. These are the canvas's while it has the focus, and VS Code does nothing of its own with them. */
inEachVscode("the canvas's keys", { newestOnly: true }, (window) => {
  test("Ctrl+D duplicates, and Ctrl+Z takes it back as one step", async () => {
    const { document, canvas } = await openWith(window(), "db");
    await window().keyboard.press("Mod+d");
    await canvas.shows("edge", "web", "db", "db-2");
    await window().keyboard.press("Mod+z");
    await canvas.shows("edge", "web", "db");
    await document.saved((text) => text === shop);
  });

  test("Ctrl+A selects all, and Delete takes all as one step", async () => {
    const { document, canvas } = await openWith(window(), "db");
    await window().keyboard.press("Mod+a");
    await canvas.inspector.getByText("3 components selected").waitFor();
    await window().keyboard.press("Delete");
    await canvas.shows();
    await window().keyboard.press("Mod+z");
    await canvas.shows("edge", "web", "db");
    await document.saved((text) => text === shop);
  });

  test("Ctrl+C and Ctrl+V copy through the clipboard", async () => {
    const { canvas } = await openWith(window(), "web");
    await window().keyboard.press("Mod+c", "Mod+v");
    await canvas.shows("edge", "web", "db", "web-2");
  });

  test("Ctrl+X cuts what Ctrl+V puts back", async () => {
    const { canvas } = await openWith(window(), "db");
    await window().keyboard.press("Mod+x");
    await canvas.shows("edge", "web");
    await window().keyboard.press("Mod+v");
    await canvas.shows("edge", "web", "db");
  });

  test("Ctrl+G groups instead of asking for a line", async () => {
    const { document, canvas } = await openWith(window(), "web");
    await window().keyboard.press("Mod+g");
    await canvas.frame.getByRole("textbox", { name: "Title of the group" }).waitFor();
    await window().keyboard.type("Shop");
    await window().keyboard.press("Enter");
    await document.saved((text) => text.includes("title: Shop"));
    expect(await window().page.locator(".quick-input-widget:visible").count()).toBe(0);
  });

  test("Alt and an arrow lead along a connection instead of out of the editor", async () => {
    const { canvas } = await openWith(window(), "web");
    await window().keyboard.press("Alt+ArrowRight");
    await canvas.frame.locator('.react-flow__node[data-id="db"]:focus').waitFor();
    await window().keyboard.press("Alt+ArrowLeft");
    await canvas.frame.locator('.react-flow__node[data-id="web"]:focus').waitFor();
  });

  test("F2, Shift+F10 and ? are the canvas's", async () => {
    const { canvas } = await openWith(window(), "web");
    await window().keyboard.press("Shift+F10");
    await canvas.frame.getByRole("menuitem", { name: "Duplicate" }).waitFor();
    await window().keyboard.press("Escape", "?");
    await canvas.frame.getByRole("dialog", { name: "Keyboard Shortcuts" }).waitFor();
    await window().keyboard.press("Escape", "F2");
    await until("the name's field", async () =>
      canvas.frame.evaluate("document.activeElement?.tagName === 'VSCODE-TEXT-FIELD'"),
    );
  });

  test("a connection is made by keys alone", async () => {
    const { document, canvas } = await openWith(window(), "db");
    await window().keyboard.press("e", "Delete");
    await canvas.edge("web", "db").waitFor({ state: "detached" });
    await canvas.select("web");
    await window().keyboard.press("c");
    await canvas.frame.locator(".connect-bar").waitFor();
    await window().keyboard.press("Enter");
    await canvas.edge("web", "db").waitFor({ state: "attached" });
    await document.saved((text) => text.includes("connections: [db]"));
  });

  test("a save finds what arrow keys have just pushed", async () => {
    const { document, canvas } = await openWith(window(), "db");
    await window().keyboard.press("ArrowDown", "Mod+s");
    await document.saved((text) => /db: \[-?\d+, -?\d+\]/.test(text));
    await canvas.shows("edge", "web", "db");
  });
});
