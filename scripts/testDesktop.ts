import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { bundleForNode } from "../test/vscode/harness/bundle";
import { buildAll } from "./build/buildAll";
import { runMain } from "./setup/main";
import { root } from "./setup/paths";
import { vscodeVersions } from "./setup/vscode";
import { copyWorkspace } from "./vscode/workspace";

/**
 * The suites that run inside VS Code, in desktop VS Code of the oldest and of the newest version. Downloads VS Code from
 * its maker, and needs a display (`xvfb-run -a` where there is none).
 */
runMain(async () => {
  await buildAll({ production: true });
  const { extension, tests } = await bundleForNode("main");
  for (const version of [vscodeVersions.oldest.replace(/^4/, "1"), "stable"]) {
    const { folder, remove } = await copyWorkspace(join(root, "test", "vscode", "fixtures"));
    const profile = await mkdtemp(join(tmpdir(), "stackwright-desktop-"));
    try {
      await runTests({
        version,
        extensionDevelopmentPath: extension,
        extensionTestsPath: tests,
        launchArgs: [folder, "--user-data-dir", profile, "--disable-extensions", "--disable-workspace-trust"],
        extensionTestsEnv: {
          STACKWRIGHT_SANDBOX_DIR: join(profile, "sandbox"),
          STACKWRIGHT_STATE_DIR: profile,
          STACKWRIGHT_SANDBOX_SPEED: "0",
        },
      });
    } finally {
      await remove();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  }
});
