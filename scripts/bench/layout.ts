import { join } from "node:path";
import { build } from "esbuild";
import { webviewOptions } from "../build/webview";
import { root } from "../setup/paths";
import { pictureOf, type Site, withBrowser, withPage } from "./canvasPage";
import { percentile, type Row, row } from "./row";

const repeats = 9;
const most = { 200: 50, 1000: 300 } as const;

/**
 * The automatic layout of 200 and of 1,000 components in its worker, with the way there and back, in Chromium. A timer on
 * the main thread runs beside it: the layout must not hold it up.
 */
export async function layoutRows(): Promise<readonly Row[]> {
  return withBrowser(async (browser) => {
    const rows: Row[] = [];
    for (const components of [200, 1000] as const) {
      const { times, gap } = await withPage(browser, await site(components), async (page) =>
        page.evaluate<{ times: number[]; gap: number }>(`window.measure(${repeats})`),
      );
      rows.push({
        ...row(`layout-${components}`, percentile(times.slice(1), 0.5), "ms", { most: most[components] }),
        note: `the first, with the worker's start, ${times[0]?.toFixed(0)} ms; longest gap on the main thread ${gap.toFixed(0)} ms`,
      });
    }
    return rows;
  });
}

async function site(components: number): Promise<Site> {
  const picture = pictureOf(components);
  const { outputFiles } = await build({
    ...webviewOptions({ production: true }),
    entryPoints: [],
    stdin: { contents: program, resolveDir: join(root, "webview"), loader: "ts" },
    write: false,
    outdir: "out",
  });
  const boxes = picture.components.map(({ name, type }) => ({ name, type }));
  const data = JSON.stringify({ components: boxes, edges: picture.edges }).replaceAll("<", "\\u003c");
  const html = `<!doctype html><script>window.picture = ${data}; window.readyAt = 1;</script><script type="module" src="/webview.js"></script>`;
  return new Map([
    ["/", { type: "text/html", body: html }],
    ["/webview.js", { type: "text/javascript", body: outputFiles[0]?.text ?? "" }],
  ]);
}

const program = `
import { laneOf } from "./components/componentInfo";
import { arrangeInWorker } from "./layout/inWorker";
const { components, edges } = window.picture;
const boxes = components.map(({ name, type }) => ({ name, lane: laneOf(type) }));
window.measure = async (repeats) => {
  const times = [];
  let gap = 0, last = performance.now();
  const timer = setInterval(() => { const now = performance.now(); gap = Math.max(gap, now - last); last = now; }, 1);
  for (let turn = 0; turn < repeats; turn++) {
    const start = performance.now();
    const places = await arrangeInWorker(boxes, edges);
    if (places.size !== boxes.length) throw new Error("Not every component has a place.");
    times.push(performance.now() - start);
  }
  clearInterval(timer);
  return { times, gap };
};`;
