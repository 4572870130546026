import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../setup/paths";
import { percentile, type Row, row } from "./row";

export const installNames = ["install-discourse", "install-again"] as const;

/**
 * `install-discourse`: from an empty folder to an application that is designed, validated, priced and planned on the
 * Sandbox, each by a command of its own. `install-again`: the same installation, which has nothing to do.
 */
export function installRows(cli = join(root, "dist", "cli.js")): Row[] {
  const runs = Array.from({ length: 5 }, () => inEmptyFolder((folder) => once(cli, folder)));
  return [
    row(
      "install-discourse",
      percentile(
        runs.map(({ first }) => first),
        0.5,
      ),
      "ms",
      { most: 5000 },
    ),
    row(
      "install-again",
      percentile(
        runs.map(({ again }) => again),
        0.5,
      ),
      "ms",
      { most: 1000 },
    ),
  ];
}

function once(cli: string, folder: string): { readonly first: number; readonly again: number } {
  const env = {
    ...process.env,
    STACKWRIGHT_OFFLINE: "1",
    STACKWRIGHT_SANDBOX_DIR: join(folder, "sandbox"),
    STACKWRIGHT_STATE_DIR: folder,
  };
  const run = (...args: string[]): string =>
    execFileSync(process.execPath, [cli, ...args], { cwd: folder, env, encoding: "utf8" });
  const first = timed(() => {
    run("install", "discourse");
    for (const command of ["validate", "price", "plan"]) run(command, "stackwright.yaml");
  });
  const again = timed(() => {
    if (!run("install", "discourse").includes("nothing changed"))
      throw new Error("Installing again changed something.");
  });
  return { first, again };
}

function timed(action: () => void): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

function inEmptyFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "stackwright-install-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
