import { writeFile } from "node:fs/promises";
import { expect } from "vitest";
import { addedLines } from "../driver/addedLines";
import { shop } from "../driver/fixtures";
import { until } from "../driver/until";
import { inEachVscode } from "../harness/windows";
import { feature, openBoth, openText } from "./scenario";

const cards = ["edge", "web", "db"] as const;

inEachVscode("the canvas and the text", { newestOnly: true }, (window) => {
  feature(1, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.select("db");
    await window().keyboard.press("Delete");
    await canvas.shows("edge", "web");
    // The text has it at once, unsaved; VS Code itself knows that there is something to save, and saves it.
    const lines = window().page.locator(`[data-uri$="/${document.name}"] .view-line`);
    await until("the text without db", async () => !(await lines.allTextContents()).join("\n").includes("postgres"));
    expect(await document.onDisk()).toBe(shop);
    await window().page.locator(`.tab.dirty[data-resource-name="${document.name}"]`).first().waitFor();
    expect(await document.saved((now) => now !== shop)).not.toContain("postgres");
  });

  feature(2, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.select("web");
    await canvas.fill("Port", "8080");
    const text = await document.saved((now) => now !== shop);
    expect(text).toBe(shop.replace("port: 80", "port: 8080"));
  });

  feature(3, async () => {
    const odd = `# The shop, as it has always been.
name:   shop

components:
  web:   # the site

    type: web
    image: 'nginx:1.27'
    port: 80        # behind the proxy
    env: { A: "1",   B: 'two' }

  # Kept small on purpose.
  db: {type: postgres,   version: "16"}
`;
    const { document, canvas } = await openBoth(window(), odd);
    await canvas.shows("web", "db");
    await canvas.connect("web", "db");
    await canvas.edge("web", "db").waitFor({ state: "attached" });
    await canvas.drag("web", { x: 0, y: 80 });
    const text = await document.saved((now) => now.includes("canvas:") && now.includes("connections"));
    const added = addedLines(odd, text).join("\n");
    expect(added).toMatch(/connections:/);
    expect(added).toMatch(/canvas:\n {2}web: \[-?\d+, -?\d+\]/);
  });

  feature(4, async () => {
    const untidy = `${shop.replaceAll("\n", "\r\n")}\r\n\r\n# the end, without a line break`;
    const { document, canvas } = await openBoth(window(), untidy);
    await canvas.shows(...cards);
    await canvas.settled();
    await canvas.select("web");
    const dirty = window().page.locator(`.tab.dirty[data-resource-name="${document.name}"]`);
    expect(await dirty.count()).toBe(0);
    expect(await document.onDisk()).toBe(untidy);
  });

  feature(5, async () => {
    const { document, canvas } = await openBoth(window());
    await document.typeAtEndOf(20, "  cache:\ntype: redis");
    await canvas.shows(...cards, "cache");
    expect(await document.onDisk()).toBe(shop);
  });

  feature(6, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await document.typeAtEndOf(1, ": x");
    await canvas.banner.waitFor();
    await canvas.frame.locator(".canvas.stale").waitFor();
    await canvas.shows(...cards);
    await canvas.banner.getByRole("button", { name: "Show in Text" }).click();
    // The cursor stands where the problem is, so what is typed next can mend it.
    await until("the cursor in the first line", async () => {
      const status = await window().page.locator("#status\\.editor\\.selection").textContent();
      return /Ln 1\b/.test(status ?? "");
    });
    await until("a text that can be read", async () => {
      await window().keyboard.press("Mod+z");
      return canvas.frame.locator(".canvas:not(.stale)").isVisible();
    });
    expect(await document.saved(() => true)).toBe(shop);
  });

  feature(7, async () => {
    const strange = shop.replace("    port: 80\n", "    port: 80\n    x-team: { pager: yes }   # ours\n");
    const { document, canvas } = await openBoth(window(), strange);
    await canvas.select("web");
    await canvas.fill("Image", "nginx:1.28");
    const text = await document.saved((now) => now !== strange);
    expect(text).toBe(strange.replace("nginx:1.27", "nginx:1.28"));
  });

  feature(8, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    const [x, y] = [30, 70];
    await canvas.drag("web", { x, y });
    const moved = await document.saved((now) => now !== shop);
    await canvas.settled();
    // What comes back from the text is where the card stands already, and one undo takes all of it back.
    const place = await canvas.card("web").boundingBox();
    await canvas.settled();
    expect(await canvas.card("web").boundingBox()).toEqual(place);
    await document.focus();
    await window().keyboard.press("Mod+z");
    expect(await document.saved((now) => now !== moved)).toBe(shop);
  });

  feature(9, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await writeFile(document.path, shop.replace("  db:\n", "  store:\n").replace("[db]", "[store]"));
    await canvas.shows("edge", "web", "store");
    await canvas.edge("web", "store").waitFor({ state: "attached" });
  });

  feature(10, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    const text = window().page.locator(`[data-uri$="/${document.name}"]`).first();
    const left = await text.boundingBox();
    const right = await (await canvas.frame.frameElement()).boundingBox();
    expect(left && right && left.x + left.width).toBeLessThanOrEqual((right?.x ?? 0) + 1);
  });

  feature(11, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.select("db");
    // A decoration's class is made up by VS Code; all of them begin alike.
    const marked = window().page.locator(`[data-uri$="/${document.name}"] .view-overlays [class*="ced-"]`);
    await until("the four lines of db", async () => (await marked.count()) === 4);
    // The keyboard stays with the canvas: Delete is meant for the card, not for the lines.
    await window().keyboard.press("Delete");
    await canvas.shows("edge", "web");
  });

  feature(12, async () => {
    const { document, canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await document.goTo(18);
    await canvas.frame.locator('.react-flow__node.selected[data-id="db"]').waitFor();
    await document.goTo(13);
    await canvas.frame.locator('.react-flow__node.selected[data-id="web"]').waitFor();
  });

  feature(35, async () => {
    const { canvas } = await openBoth(window());
    await canvas.shows(...cards);
    await canvas.settled();
    const before = await Promise.all(cards.map((name) => canvas.placeOf(name)));
    await canvas.dragFromPalette("Worker");
    await canvas.shows(...cards, "worker");
    await canvas.settled();
    expect(await Promise.all(cards.map((name) => canvas.placeOf(name)))).toEqual(before);
  });

  feature(58, async () => {
    const document = await openText(window());
    const first = await window().openCanvas();
    await first.shows(...cards);
    await window().run("View: Split Editor Down");
    const canvases = await until("two canvases", async () => {
      const all = await window().canvases();
      return all.length === 2 && all;
    });
    for (const canvas of canvases) await canvas.shows(...cards);
    const [, second] = canvases;
    await second?.select("db");
    await window().keyboard.press("Delete");
    for (const canvas of canvases) await canvas.shows("edge", "web");
    await document.typeAtEndOf(15, "  cache: { type: redis }");
    for (const canvas of canvases) await canvas.shows("edge", "web", "cache");
  });
});
