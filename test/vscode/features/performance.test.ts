import { expect } from "vitest";
import { generate } from "../../../scripts/bench/generate";
import type { Canvas } from "../driver/canvas";
import { pointOf } from "../driver/pointer";
import { until } from "../driver/until";
import { inEachVscode } from "../harness/windows";
import { complaint, feature, openText } from "./scenario";

/** A manifest of so many components. */
function large(components: number): string {
  let lines = Math.floor((components * 990) / generate(1_000).components);
  while (generate(lines).components < components) lines += 1;
  return generate(lines).text;
}

/** Runs in the page; these files are checked without the browser's types. Keeps the names of cards that are drawn anew. */
const watchCards = `(() => {
  globalThis.drawnAnew = new Set();
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
      const card = element?.closest(".react-flow__node");
      if (card) globalThis.drawnAnew.add(card.getAttribute("data-id"));
    }
  }).observe(document.querySelector(".react-flow__nodes"), { subtree: true, childList: true, characterData: true });
})()`;

const drawnAnew = async (canvas: Canvas) =>
  (await canvas.frame.evaluate("[...globalThis.drawnAnew]")) as readonly string[];

/** The most elements that the page may have, with a thousand components. Times are `npm run bench`'s. */
const elements = 3_000;

inEachVscode("a thousand components", { newestOnly: true }, (window) => {
  feature(60, async () => {
    const document = await openText(window(), large(1_000));
    const canvas = await window().openCanvas();
    const painted = canvas.frame.locator(".painted canvas");
    await until("all that is painted", async () => (await painted.getAttribute("data-cards")) === "1000");
    const count = () => canvas.frame.locator("*").count();
    const zoom = () => canvas.frame.locator(".react-flow__viewport").getAttribute("style");
    expect(await count()).toBeLessThan(elements);
    // What can be seen at any zoom stays within the budget, and each gesture does what it is for.
    const fitted = await zoom();
    await canvas.press("Zoom In");
    await until("another zoom", async () => (await zoom()) !== fitted);
    await canvas.press(/^Zoom to 100 %/);
    await until("cards that can be read", async () => (await canvas.cards()).length > 5);
    await canvas.settled();
    expect(await count()).toBeLessThan(elements);
    const area = await canvas.frame.locator(".canvas").boundingBox();
    const name = await until("a card in the middle", async () => {
      for (const each of await canvas.cards()) {
        const { x, y } = await pointOf(canvas.card(each));
        const [across, down] = [x - (area?.x ?? 0), y - (area?.y ?? 0)];
        if (across > 250 && across < (area?.width ?? 0) - 250 && down > 150 && down < (area?.height ?? 0) - 150)
          return each;
      }
      return false;
    });
    await canvas.drag(name, { x: 40, y: 30 });
    const text = await document.saved((now) => now.includes("canvas:"));
    expect(text).toMatch(new RegExp(`canvas:\\n {2}${name}: \\[`));
    expect(await count()).toBeLessThan(elements);
  });

  complaint(11, async () => {
    const document = await openText(window(), large(300));
    const canvas = await window().openCanvas();
    await canvas.settled();
    await canvas.press(/^Zoom to 100 %/);
    await until("cards that can be read", async () => (await canvas.cards()).length > 5);
    await canvas.settled();
    const text = await document.onDisk();
    const [, name = ""] = /^ {2}([\w-]+):\n {4}type: web$/m.exec(text) ?? [];
    await canvas.press(/^Find/);
    await canvas.frame.getByRole("textbox", { name: "Find Component" }).fill(name);
    await window().keyboard.press("Enter", "Escape");
    await canvas.frame.locator(`.react-flow__node.selected[data-id="${name}"]`).waitFor();
    await canvas.settled();
    // What is changed is drawn anew, and nothing else, however many others there are: neither by a field,
    await canvas.frame.evaluate(watchCards);
    await canvas.fill("Port", "4567");
    await document.saved((now) => now.includes("port: 4567"));
    await canvas.card(name).waitFor();
    expect((await drawnAnew(canvas)).filter((each) => each !== name)).toEqual([]);
    // nor by what is typed in the text.
    await document.goTo(text.split("\n").indexOf(`  ${name}:`) + 2);
    await window().keyboard.press("End");
    await window().keyboard.type(" # by hand");
    await document.saved((now) => now.includes("# by hand"));
    await canvas.settled();
    expect((await drawnAnew(canvas)).filter((each) => each !== name)).toEqual([]);
  });
});
