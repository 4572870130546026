import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../scripts/setup/paths";
import { copyWorkspace } from "../../scripts/vscode/workspace";
import { type InsideRun, runInside } from "./harness/runInside";
import { browser, missing, stage, versions } from "./harness/stage";

const fixtures = join(root, "test", "vscode", "fixtures");

async function runIn(version: (typeof versions)[number], host: "node" | "web" | "failing"): Promise<InsideRun> {
  const { driven: endpoint } = stage().servers[version];
  const { folder, remove } = await copyWorkspace(fixtures);
  try {
    return await runInside(await browser(), { endpoint, folder, ...stage().inside[host], name: `${version}-${host}` });
  } finally {
    await remove();
  }
}

// The suites run while the tests are collected, so that each of theirs becomes one here.
for (const version of missing ? [] : versions) {
  for (const host of ["node", "web"] as const) {
    const run = await runIn(version, host);
    describe(`inside the ${version} VS Code, ${host} extension host`, () => {
      for (const { suite, title, state, error } of run.results) {
        test.skipIf(state === "skipped")(`${suite}: ${title}`, () => {
          if (state === "failed") throw new Error(error);
        });
      }
      test("the run ends by itself, with VS Code's verdict", () => {
        const failed = run.results.some(({ state }) => state === "failed");
        expect(run.results.length, run.log).toBeGreaterThan(0);
        expect(run.exitCode).toBe(failed ? 1 : 0);
      });
    });
  }
}

describe("the harness", () => {
  test.skipIf(missing)(`reports a test that fails inside VS Code${missing ? `. ${missing}` : ""}`, async () => {
    const run = await runIn("newest", "failing");
    expect(run.exitCode).toBe(1);
    expect(run.results.map(({ title, state }) => [title, state])).toEqual([
      ["fails on purpose", "failed"],
      ["passes", "passed"],
    ]);
    expect(run.results[0]?.error).toContain("on purpose");
  });
});
