import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { type Browser, chromium } from "playwright-core";
import { openManifest } from "../../extension/manifest/manifest";
import type { Picture } from "../../extension/protocol/messages";
import { draw } from "../../extension/protocol/picture";
import { setupChromium } from "../setup/chromium";
import { root } from "../setup/paths";
import { generate } from "./generate";
import { peerSource } from "./peers";
import { percentile, type Row, row } from "./row";

const dist = join(root, "dist");
const repeats = 7;

/**
 * From the page's first script to every card on the screen, 200 components, in Chromium. The peer draws the same graph
 * with plain React Flow. Both pages hold everything they need, so that nothing waits for a network.
 */
export async function canvasRow(): Promise<Row> {
  const picture = pictureOf(200);
  const ours = ourPage(picture);
  const theirs = await peerPage(picture);
  const browser = await chromium.launch({
    executablePath: await setupChromium(),
    args: ["--no-sandbox", "--disable-quic"],
  });
  try {
    const samples = { ours: [] as number[], theirs: [] as number[] };
    for (let turn = 0; turn < repeats + 1; turn++) {
      const mine = await ready(browser, ours);
      const other = await ready(browser, theirs);
      if (turn === 0) continue;
      samples.ours.push(mine);
      samples.theirs.push(other);
    }
    return row(
      "canvas-ready-200",
      percentile(samples.ours, 0.5),
      "ms",
      { most: 500 },
      { name: "plain React Flow", value: percentile(samples.theirs, 0.5) },
    );
  } finally {
    await browser.close();
  }
}

function pictureOf(components: number): Picture {
  let lines = components * 5;
  let sample = generate(lines);
  while (sample.components < components) sample = generate(++lines);
  const manifest = openManifest(sample.text);
  return draw(manifest, { version: 1, environment: "default", editable: true, deploy: { possible: true } });
}

function ourPage(picture: Picture): string {
  const style = join(dist, "webview.css");
  const css = existsSync(style) ? readFileSync(style, "utf8") : "";
  const host = `
    const answers = { ready: { type: "picture", picture: ${json(picture)} } };
    window.acquireVsCodeApi = () => ({
      getState: () => undefined,
      setState: () => undefined,
      postMessage: (message) => answers[message.type] && window.postMessage(answers[message.type], "*"),
    });`;
  return page(picture.components.length, css, host, readFileSync(join(dist, "webview.js"), "utf8"));
}

async function peerPage(picture: Picture): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(peerSource, "plain-flow.tsx")],
    bundle: true,
    minify: true,
    write: false,
    outdir: "out",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const output = (end: string) => outputFiles.find((file) => file.path.endsWith(end))?.text ?? "";
  const graph = { nodes: picture.components, edges: picture.edges };
  return page(picture.components.length, output(".css"), `window.graph = ${json(graph)};`, output(".js"));
}

function page(cards: number, css: string, data: string, script: string): string {
  const safe = (text: string) => text.replaceAll("</script", "<\\/script");
  return `<!doctype html><meta charset="utf-8"><style>html,body,#root{height:100%;margin:0}${css}</style>
<body class="vscode-light"><div id="root"></div><script>${safe(data)}${watch(cards)}</script><script>${safe(script)}</script>`;
}

/** Notes in the page itself when the last card is visible, so that the driver's own time does not count. */
function watch(cards: number): string {
  return `requestAnimationFrame(function look() {
    const nodes = [...document.querySelectorAll(".react-flow__node")];
    const all = nodes.length >= ${cards} && nodes.every((node) => node.style.visibility !== "hidden");
    if (all) window.readyAt = performance.now(); else requestAnimationFrame(look);
  });`;
}

function json(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/** Milliseconds from navigation to the frame in which the last card is visible. */
async function ready(browser: Browser, html: string): Promise<number> {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await tab.route("http://bench.invalid/", (route) => route.fulfill({ contentType: "text/html", body: html }));
    await tab.goto("http://bench.invalid/", { waitUntil: "commit" });
    const handle = await tab.waitForFunction("window.readyAt");
    return Number(await handle.jsonValue());
  } finally {
    await tab.close();
  }
}
