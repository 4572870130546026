import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { openManifest } from "../../extension/manifest/manifest";
import type { Picture } from "../../extension/protocol/messages";
import { draw } from "../../extension/protocol/picture";
import { setupChromium } from "../setup/chromium";
import { root } from "../setup/paths";
import { generate } from "./generate";
import { peerSource } from "./peers";

const dist = join(root, "dist", "webview");

/** The files of a page by their path, answered from memory, so that nothing waits for a disk. */
export type Site = ReadonlyMap<string, SiteFile>;

interface SiteFile {
  readonly type: string;
  readonly body: string | Buffer;
}

/** A manifest of exactly or just over so many components. */
export function sampleOf(components: number): string {
  let lines = components * 5;
  let sample = generate(lines);
  while (sample.components < components) sample = generate(++lines);
  return sample.text;
}

export function pictureOf(components: number): Picture {
  const manifest = openManifest(sampleOf(components));
  return draw(manifest, { version: 1, environment: "default", editable: true, deploy: { possible: true } });
}

/** The page as it ships, with a host that sends one picture and takes every edit. */
export function ourSite(picture: Picture): Site {
  const host = `
    const picture = ${json(picture)};
    const post = (message) => window.postMessage(message, "*");
    window.acquireVsCodeApi = () => ({
      getState: () => undefined,
      setState: () => undefined,
      postMessage: ({ type, id, operations }) => {
        if (type === "ready") post({ type: "picture", picture });
        if (type !== "edit") return;
        window.onEdit?.(operations);
        for (const { positions = {} } of operations) {
          for (const component of picture.components) component.position = positions[component.name] ?? component.position;
        }
        picture.version++;
        post({ type: "picture", picture });
        post({ type: "edited", id, ok: true });
      },
    });`;
  const files = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => !name.endsWith(".map"));
  const types: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css", woff2: "font/woff2" };
  return new Map<string, SiteFile>([
    ["/", { type: "text/html", body: page(picture, host) }],
    ...files.map((name) => {
      const type = types[name.split(".").at(-1) ?? ""] ?? "";
      return [`/${name.replaceAll("\\", "/")}`, { type, body: readFileSync(join(dist, name)) }] as const;
    }),
  ]);
}

/** The same graph in what one gets from React Flow with no work of one's own. */
export async function peerSite(picture: Picture): Promise<Site> {
  const { outputFiles } = await build({
    entryPoints: { webview: join(peerSource, "plain-flow.tsx") },
    bundle: true,
    minify: true,
    write: false,
    outdir: "out",
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const output = (end: string) => outputFiles.find((file) => file.path.endsWith(end))?.text ?? "";
  const graph = { nodes: picture.components, edges: picture.edges };
  return new Map([
    ["/", { type: "text/html", body: page(picture, `window.graph = ${json(graph)};`) }],
    ["/webview.css", { type: "text/css", body: output(".css") }],
    ["/webview.js", { type: "text/javascript", body: output(".js") }],
  ]);
}

function page(picture: Picture, data: string): string {
  const tokens = JSON.parse(
    readFileSync(join(root, "test", "webview", "harness", "themes", "light.json"), "utf8"),
  ) as Record<string, string>;
  const theme = Object.entries(tokens).map(([name, value]) => `${name}:${value};`);
  return `<!doctype html><html style="${theme.join("").replaceAll('"', "'")}"><meta charset="utf-8">
<style>html,body,#root{height:100%;margin:0}</style><link rel="stylesheet" href="/webview.css">
<body class="vscode-light"><div id="root"></div><script>${data.replaceAll("</script", "<\\/script")}${watch(picture.components.length)}</script>
<script type="module" src="/webview.js"></script>`;
}

/**
 * Notes in the page itself when every card is on the screen, as an element or painted, so that the driver's own time
 * does not count.
 */
function watch(cards: number): string {
  return `requestAnimationFrame(function look() {
    const painted = Number(document.querySelector(".painted canvas")?.dataset.cards ?? 0);
    const nodes = [...document.querySelectorAll(".react-flow__node")];
    const shown = nodes.filter((node) => node.style.visibility !== "hidden").length;
    if (Math.max(painted, shown) >= ${cards}) window.readyAt = performance.now(); else requestAnimationFrame(look);
  });`;
}

function json(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/** A browser for one measurement; `run` gets it, and it is closed in any case. */
export async function withBrowser<Result>(run: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await chromium.launch({
    executablePath: await setupChromium(),
    args: ["--no-sandbox", "--disable-quic", "--js-flags=--expose-gc", "--enable-precise-memory-info"],
  });
  try {
    return await run(browser);
  } finally {
    await browser.close();
  }
}

/** Opens a site in a new tab, gives it to `run` when all cards are on the screen, and closes it. */
export async function withPage<Result>(
  browser: Browser,
  site: Site,
  run: (page: Page, readyAt: number) => Promise<Result>,
): Promise<Result> {
  const { server, address } = await serve(site);
  const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await tab.goto(address, { waitUntil: "commit" });
    const handle = await tab.waitForFunction("window.readyAt");
    return await run(tab, Number(await handle.jsonValue()));
  } finally {
    await tab.close();
    server.close();
  }
}

/** From this machine to itself: had the driver to answer for each file, its own time would count as the page's. */
async function serve(site: Site): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer(({ url = "/" }, response) => {
    const file = site.get(url);
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": file.type }).end(file.body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
