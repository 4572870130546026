import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { bundleForNode } from "../../test/vscode/harness/bundle";
import { runInside } from "../../test/vscode/harness/runInside";
import { setupChromium } from "../setup/chromium";
import { setupVscode } from "../setup/vscode";
import { startServer } from "../vscode/server";
import { percentile, type Row, row } from "./row";

/** The extension's activation in a real extension host, module loading included; a fresh window each time. */
export async function activationRow(): Promise<Row> {
  const bundle = await bundleForNode("bench");
  const folder = await mkdtemp(join(tmpdir(), "stackwright-bench-"));
  const server = await startServer(await setupVscode("newest"));
  const browser = await chromium.launch({ executablePath: await setupChromium(), args: ["--no-sandbox"] });
  try {
    const samples: number[] = [];
    for (let turn = 0; turn < 7; turn++) {
      const run = await runInside(browser, { endpoint: server.endpoint, folder, name: "bench", ...bundle });
      const [result] = run.results;
      if (run.exitCode !== 0 || !result) throw new Error(`The activation was not measured.\n${run.log}`);
      samples.push(result.milliseconds);
    }
    return row("activation", percentile(samples, 0.5), "ms", { most: 30 });
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
