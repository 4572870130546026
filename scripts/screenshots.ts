import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbench } from "../test/vscode/driver/workbench";
import { freshPackage } from "./package/fresh";
import { states } from "./screenshots/states";
import { setupChromium } from "./setup/chromium";
import { runMain } from "./setup/main";
import { cache, out, root } from "./setup/paths";
import { setupVscode } from "./setup/vscode";
import { launchBrowser } from "./vscode/browser";
import { startServer } from "./vscode/server";
import { copyWorkspace } from "./vscode/workspace";

const pictures = join(out, "pictures");
/** By the class that VS Code gives its window under each. */
const themes = {
  light: { colorTheme: "Light Modern", kind: "vs" },
  dark: { colorTheme: "Dark Modern", kind: "vs-dark" },
  "high-contrast": { colorTheme: "Default High Contrast", kind: "hc-black" },
  "high-contrast-light": { colorTheme: "Default High Contrast Light", kind: "hc-light" },
} as const;
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

/**
 * Takes a picture of every main state in real VS Code, in four themes and at two widths, into out/pictures, with a page
 * that shows them all. Names, as in `npm run screenshots -- plan failed`, choose states.
 */
runMain(async () => {
  const asked = process.argv.slice(2);
  const chosen = states.filter(({ name }) => asked.length === 0 || asked.includes(name));
  const [vscode, chromium] = await Promise.all([setupVscode("newest"), setupChromium()]);
  const vsix = await freshPackage(join(cache, "start", "stackwright.vsix"));
  const folder = await mkdtemp(join(tmpdir(), "stackwright-pictures-"));
  const browser = await launchBrowser(chromium);
  const taken: string[] = [];
  const failed: string[] = [];
  try {
    for (const [theme, { colorTheme, kind }] of Object.entries(themes)) {
      for (const size of sizes) {
        // Each begins with nothing deployed, as somebody new does.
        const state = join(folder, `${theme}-${size.width}`);
        const server = await startServer(vscode, {
          vsix,
          forPerson: true,
          settings: {
            "stackwright.sandbox.speed": 0,
            "workbench.colorTheme": colorTheme,
            "window.autoDetectColorScheme": false,
          },
          env: { STACKWRIGHT_SANDBOX_DIR: state, STACKWRIGHT_STATE_DIR: state, STACKWRIGHT_SANDBOX_SPEED: "0" },
        });
        const workspace = await copyWorkspace(join(root, "test", "vscode", "fixtures"));
        try {
          const window = await Workbench.open(browser, server.endpoint, { folder: workspace.folder, size });
          await window.page.locator(`.monaco-workbench.${kind}`).first().waitFor();
          for (const { name, show } of chosen) {
            const file = `${name}-${theme}-${size.width}.png`;
            try {
              await show(window);
            } catch (error) {
              failed.push(`${file}: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
            }
            await window.picture(join(pictures, file));
            taken.push(file);
          }
          await window.close();
        } finally {
          await server.close();
          await workspace.remove();
        }
      }
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
  await writeFile(join(pictures, "index.html"), page(taken));
  console.log(`${taken.length} pictures in ${pictures}.`);
  for (const reason of failed) console.error(reason);
  process.exitCode = failed.length > 0 ? 1 : 0;
});

function page(files: readonly string[]): string {
  const figures = files.map(
    (file) => `<figure><img src="${file}" loading="lazy"><figcaption>${file}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Stackwright</title><style>img{max-width:100%}</style>\n${figures.join("\n")}\n`;
}
