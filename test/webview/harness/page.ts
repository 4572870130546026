import { type Browser, type BrowserContext, chromium, type Page as Tab } from "playwright-core";
import { html, type Page } from "../../../extension/vscode/canvas/html";
import { setupChromium } from "../../../scripts/setup/chromium";
import { bundle, type PageFiles } from "./bundle";
import { Host, type HostOptions } from "./host";
import { type ThemeName, themeStyle } from "./themes";

/** Any origin will do: every request to it is answered here, and nothing goes to a network. */
const origin = "https://canvas.test";

export interface Window {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
}

export type PageOptions = HostOptions & Window;

export interface OpenPage {
  readonly page: Tab;
  /** Errors of the page, and reports of its Content-Security-Policy. */
  readonly errors: readonly string[];
  /** As when a canvas is hidden and shown again: another page with the state that was kept. */
  reload(): Promise<void>;
  close(): Promise<void>;
  start(): Promise<void>;
  /** As the extension host does. */
  send(message: unknown): Promise<void>;
}

export interface CanvasPage extends OpenPage {
  readonly host: Host;
}

/** One Chromium for a file of tests. */
export class Canvases {
  private constructor(
    private readonly browser: Browser,
    private readonly files: PageFiles,
  ) {}

  static async start(entry?: string): Promise<Canvases> {
    const files = await bundle(entry);
    const browser = await chromium.launch({
      executablePath: await setupChromium(),
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
    });
    return new Canvases(browser, files);
  }

  async open(options: PageOptions): Promise<CanvasPage> {
    const opened = await this.openPage("canvas", options, (message) => void host.receive(message));
    const host = new Host(options, opened.send);
    await opened.start();
    return { ...opened, host };
  }

  /** The page of packages, for a host that answers its messages. Nothing is loaded before `start`. */
  async openPage(kind: Page["page"], options: Window, receive: (message: unknown) => void): Promise<OpenPage> {
    const context = await this.browser.newContext({
      viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
      reducedMotion: options.reducedMotion === false ? "no-preference" : "reduce",
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (line) => {
      if (line.type() === "error" || line.type() === "warning") errors.push(line.text());
    });
    await this.serve(context, kind, options.theme ?? "dark");
    await page.exposeFunction("sendToHost", receive);
    await page.addInitScript({ content: vscodeApi });
    return {
      page,
      errors,
      start: async () => void (await page.goto(origin)),
      send: async (message) => {
        if (page.isClosed()) return;
        await page.evaluate(`window.postMessage(${JSON.stringify(message)}, "*")`).catch((error: unknown) => {
          // The test is over; nobody is left to hear it.
          if (!page.isClosed()) throw error;
        });
      },
      reload: async () => void (await page.reload()),
      close: () => context.close(),
    };
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private async serve(context: BrowserContext, kind: Page["page"], theme: ThemeName): Promise<void> {
    const nonce = "dGVzdA";
    const document = html({
      cspSource: origin,
      nonce,
      script: `${origin}/webview.js`,
      style: `${origin}/webview.css`,
      language: { tag: "en" },
      title: "Stackwright",
      page: kind,
    });
    await context.route(`${origin}/**`, async (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      const file = this.files.get(name);
      if (name === "") await route.fulfill({ contentType: "text/html", body: document });
      else if (file === undefined) await route.fulfill({ status: 404 });
      else await route.fulfill({ contentType: file.type, body: Buffer.from(file.content) });
    });
    await context.addInitScript({ content: themeStyle(theme) });
  }
}

/** As VS Code hands it out: once, and with a state that outlives the page. */
const vscodeApi = `
  window.acquireVsCodeApi = () => {
    delete window.acquireVsCodeApi;
    return {
      postMessage: (message) => void window.sendToHost(JSON.parse(JSON.stringify(message))),
      getState: () => JSON.parse(sessionStorage.getItem("state") ?? "null") ?? undefined,
      setState: (state) => sessionStorage.setItem("state", JSON.stringify(state)),
    };
  };
`;
