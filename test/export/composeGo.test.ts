import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { App } from "../../extension/manifest/app";
import { anyApp } from "../aws/arbitrary";
import { sampleApps } from "../aws/samples";
import { exportAs } from "./read";

const end = process.platform === "win32" ? ".exe" : "";
const reader = join(__dirname, "..", "..", ".cache", "go-tools", `compose-go${end}`);
// Where it must be there, its absence is a failure.
const required = process.env["CI"] !== undefined && process.env["CI"] !== "";
const missing = existsSync(reader) ? "" : " (not installed: run npm run setup once, with Go)";

describe.skipIf(missing !== "" && !required)(`the reader of Docker Compose itself${missing}`, () => {
  it("takes every sample in every environment, with each variable set", { timeout: 60_000 }, () => {
    for (const { app } of sampleApps())
      expect(Object.keys(load(app).services)).toEqual(expect.arrayContaining(names(app)));
  });

  it("takes applications of all kinds", { timeout: 120_000 }, () => {
    for (const app of fc.sample(anyApp(), { numRuns: 60, seed: 11 })) {
      expect(Object.keys(load(app).services)).toEqual(expect.arrayContaining(names(app)));
    }
  });

  it("starts nothing while a variable is missing", { timeout: 60_000 }, () => {
    const [sample] = sampleApps();
    if (sample === undefined) throw new Error("There is no sample.");
    expect(() => load(sample.app, (text) => text)).toThrow(/required variable \w+ is missing a value: set it in \.env/);
  });
});

/** Components that are a service of the file whatever the routes. */
const names = (app: App): string[] =>
  [...app.components.values()]
    .filter(({ type }) => type !== "load-balancer" && type !== "cron")
    .map(({ name }) => name);

/** The program itself looks no variable up, so those that `.env` has to have are put in before. */
const filledIn = (text: string): string => text.replaceAll(/\$\{\w+:\?set it in \.env\}/g, "value");

/** Reads the exported files as `docker compose config` does. Throws with its message. */
function load(app: App, prepare = filledIn): { services: Record<string, unknown> } {
  const folder = mkdtempSync(join(tmpdir(), "stackwright-compose-"));
  try {
    for (const [name, text] of exportAs("compose", app).files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), name === "compose.yaml" ? prepare(text) : text);
    }
    const text = execFileSync(reader, ["-format", "json", join(folder, "compose.yaml")], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    return JSON.parse(text);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
