import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";
import type { Stage } from "./globalSetup";

const provided = inject("stage");

/** What is missing on this machine for tests in VS Code, in words; undefined when they can run. */
export const missing: string | undefined = "missing" in provided ? provided.missing : undefined;

/** Only to be called where `missing` is undefined. */
export function stage(): Stage {
  if ("missing" in provided) throw new Error(provided.missing);
  return provided;
}

/** The oldest VS Code that the extension promises, and the newest. */
export const versions = ["oldest", "newest"] as const;

let connection: Promise<Browser> | undefined;

/** The run's one browser. */
export function browser(): Promise<Browser> {
  connection ??= chromium.connect(stage().browser);
  return connection;
}
