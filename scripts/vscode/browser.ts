import { type Browser, chromium } from "playwright-core";

/** Starts Chromium without a window. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: browserArguments() });
}

export function browserArguments(): string[] {
  // Chromium refuses its sandbox to root, and containers often forbid it; their /dev/shm is too small.
  return process.platform === "linux" ? ["--no-sandbox", "--disable-dev-shm-usage"] : [];
}
