import type { Page } from "playwright-core";
import { applyEdits, edit } from "../../extension/manifest/edit/edit";
import type { Operation } from "../../extension/manifest/edit/operation";
import { openManifest } from "../../extension/manifest/manifest";
import type { Picture } from "../../extension/protocol/messages";
import { draw } from "../../extension/protocol/picture";
import { parseToHost } from "../../extension/protocol/validate";
import { ourSite, sampleOf, withBrowser, withPage } from "./canvasPage";
import { percentile, type Row, row } from "./row";

const repeats = 40;

/**
 * From a typed character to the frame that shows it, and from the end of a gesture to the edited text, with 200
 * components. The host's part (reading, drawing, editing) runs in this process and the page's in Chromium; the two
 * are added, since the pipe between them is the test's and not VS Code's.
 */
export async function canvasSyncRows(): Promise<readonly Row[]> {
  const sample = sampleOf(200);
  return withBrowser((browser) =>
    withPage(browser, ourSite(pictureFor(sample, 1)), async (page) => {
      await page.waitForTimeout(1000);
      const typed = await typing(page, sample);
      const pushed = await pushing(page, sample);
      return [
        row("text-to-canvas-200", percentile(typed, 0.95), "ms", { most: 50 }),
        row("canvas-to-text-200", percentile(pushed, 0.95), "ms", { most: 50 }),
      ];
    }),
  );
}

/** Another size in the middle of the text each time, as somebody would type it. */
async function typing(page: Page, sample: string): Promise<readonly number[]> {
  const times: number[] = [];
  const before = openManifest(sample);
  const at = sample.indexOf("cpu: 0.5", sample.length / 2) + "cpu: 0.".length;
  for (let turn = 0; turn < repeats; turn++) {
    const text = `${sample.slice(0, at)}${turn % 2 === 0 ? "25" : "5"}${sample.slice(at + 1)}`;
    const start = performance.now();
    const picture = pictureFor(text, turn + 2, before);
    const host = performance.now() - start;
    const summaries = await page.evaluate<number>(`new Promise((done) => {
      const start = performance.now();
      window.postMessage({ type: "picture", picture: ${JSON.stringify(picture)} }, "*");
      addEventListener("message", () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))), { once: true });
    })`);
    times.push(host + summaries);
  }
  return times;
}

/** A card is pushed by a key, and the focus leaves the page, which ends the gesture; until the host has been told. */
async function pushing(page: Page, sample: string): Promise<readonly number[]> {
  const times: number[] = [];
  const manifest = openManifest(sample);
  const node = page.locator(".react-flow__node").first();
  await node.click();
  for (let turn = 0; turn < repeats / 2; turn++) {
    const result = await page.evaluate<{
      readonly time: number;
      readonly operations: readonly Operation[];
    }>(`new Promise((done) => {
      const start = performance.now();
      window.onEdit = (operations) => done({ time: performance.now() - start, operations });
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }));
      window.dispatchEvent(new Event("blur"));
    })`);
    const start = performance.now();
    const message = parseToHost({ type: "edit", id: turn, version: 1, operations: result.operations });
    if (message?.type !== "edit") throw new Error("The page's edit does not fit the protocol.");
    const edited = edit(manifest, message.operations);
    if (!edited.ok) throw new Error(edited.reason);
    applyEdits(sample, edited.edits);
    times.push(result.time + performance.now() - start);
  }
  return times;
}

function pictureFor(text: string, version: number, before?: ReturnType<typeof openManifest>): Picture {
  const manifest = openManifest(text, before);
  return draw(manifest, { version, environment: "default", editable: true, deploy: { possible: true } });
}
