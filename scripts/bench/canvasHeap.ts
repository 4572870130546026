import type { Browser } from "playwright-core";
import { ourSite, peerSite, pictureOf, type Site, withBrowser, withPage } from "./canvasPage";
import { type Row, row } from "./row";

/** What a canvas of 1,000 components holds of JavaScript's memory when it rests; the peer is plain React Flow. */
export async function canvasHeapRow(): Promise<Row> {
  const picture = pictureOf(1000);
  return withBrowser(async (browser) => {
    const ours = await heap(browser, ourSite(picture));
    const theirs = await heap(browser, await peerSite(picture));
    return row("canvas-heap-1000", ours, "MB", { most: 60 }, { name: "plain React Flow", value: theirs });
  });
}

async function heap(browser: Browser, site: Site): Promise<number> {
  return withPage(browser, site, async (page) => {
    await page.waitForTimeout(1500);
    const session = await page.context().newCDPSession(page);
    await session.send("HeapProfiler.enable");
    await session.send("HeapProfiler.collectGarbage");
    return Number(await page.evaluate("performance.memory.usedJSHeapSize")) / 1e6;
  });
}
