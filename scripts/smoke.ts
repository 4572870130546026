import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbench } from "../test/vscode/driver/workbench";
import { freshPackage } from "./package/fresh";
import { setupChromium } from "./setup/chromium";
import { runMain } from "./setup/main";
import { cache, out, root } from "./setup/paths";
import { setupVscode } from "./setup/vscode";
import { mainJob } from "./smoke/mainJob";
import { launchBrowser } from "./vscode/browser";
import { startServer } from "./vscode/server";
import { copyWorkspace } from "./vscode/workspace";

const pictures = join(out, "screenshots");
/** Fast enough to wait for, slow enough for a picture of the way. */
const speed = 4;

/** The main job with no person: real VS Code, real gestures, a real deployment to the Sandbox, and pictures of it all. */
runMain(async () => {
  const [vscode, chromium] = await Promise.all([setupVscode("newest"), setupChromium()]);
  const vsix = await freshPackage(join(cache, "start", "stackwright.vsix"));
  await rm(pictures, { recursive: true, force: true });
  const state = await mkdtemp(join(tmpdir(), "stackwright-smoke-"));
  const workspace = await copyWorkspace(join(root, "samples", "discourse"));
  const server = await startServer(vscode, {
    vsix,
    forPerson: true,
    settings: { "stackwright.canvas.openBeside": true, "stackwright.sandbox.speed": speed },
    env: { STACKWRIGHT_SANDBOX_DIR: state, STACKWRIGHT_STATE_DIR: state },
  });
  const browser = await launchBrowser(chromium);
  try {
    const file = join(workspace.folder, "stackwright.yaml");
    const size = { width: 1440, height: 900 };
    const window = await Workbench.open(browser, server.endpoint, { folder: workspace.folder, file, size });
    try {
      await mainJob({
        window,
        picture: (name) => window.picture(join(pictures, `${name}.png`)),
        say: (text) => console.log(text),
      });
    } catch (error) {
      await window.picture(join(pictures, "failed.png"));
      throw error;
    }
  } finally {
    await browser.close();
    await server.close();
    await workspace.remove();
    await rm(state, { recursive: true, force: true });
  }
  console.log(`The pictures are in ${pictures}.`);
});
