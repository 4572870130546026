import { type Browser, chromium } from "playwright-core";

/** Starts Chromium without a window. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  // Chromium refuses its sandbox to root, and containers often forbid it.
  const args = process.platform === "linux" ? ["--no-sandbox", "--disable-dev-shm-usage"] : [];
  return chromium.launch({ executablePath, args, headless: true });
}
