import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { out } from "../../../scripts/setup/paths";
import { windowAddress } from "../../../scripts/vscode/address";
import { decodeResult, type InsideResult } from "../inside/report";

export interface InsideRun {
  /** VS Code's own verdict: 0 when the module's `run` resolved. */
  readonly exitCode: number;
  readonly results: readonly InsideResult[];
  /** Everything the extension host printed. */
  readonly log: string;
}

export interface InsideOptions {
  readonly endpoint: string;
  readonly folder: string;
  readonly extension: string;
  /** The bundled test module. */
  readonly tests: string;
  /** For the screenshot of a run that does not end. */
  readonly name: string;
}

const limit = 120_000;

/** Opens a window whose extension host runs the test module, and gives the results when it has ended. */
export async function runInside(browser: Browser, options: InsideOptions): Promise<InsideRun> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  const lines: string[] = [];
  try {
    const exit = new Promise<number>((resolve, reject) => {
      page.on("console", (message) => {
        // VS Code says so only here, and then nothing more happens.
        if (message.text().includes("No extension host found")) reject(new Error(message.text()));
      });
      const expose = async (): Promise<void> => {
        await page.exposeFunction("codeAutomationLog", (_type: string, args: unknown) => {
          lines.push(...[args].flat().map(String));
        });
        await page.exposeFunction("codeAutomationExit", (code: number) => resolve(code));
        await page.goto(windowAddress(options.endpoint, options));
      };
      expose().catch(reject);
    });
    const exitCode = await within(exit, page, options.name, lines);
    const results = lines.flatMap((line) => decodeResult(line) ?? []);
    return { exitCode, results, log: lines.join("\n") };
  } finally {
    await page.close();
  }
}

async function within<T>(work: Promise<T>, page: Page, name: string, lines: readonly string[]): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The tests did not end within ${limit / 1000} s.`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    await mkdir(join(out, "failures"), { recursive: true });
    const path = join(out, "failures", `${name}.png`);
    await page.screenshot({ path }).catch(() => undefined);
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${why} A picture is in ${path}.\n${lines.slice(-30).join("\n")}`);
  } finally {
    clearTimeout(timer);
  }
}
