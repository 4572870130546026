import { existsSync } from "node:fs";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { apt, asRoot } from "./apt";
import { withLock } from "./lock.mjs";
import { MissingPart } from "./part";
import { cache } from "./paths";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"];

/** The path of a browser of the Chromium family: `CHROMIUM_PATH`, else an installed one, else Debian's package. */
export async function setupChromium(): Promise<string> {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new MissingPart(`The browser at CHROMIUM_PATH (${chosen})`, "Set CHROMIUM_PATH to one that exists.");
  }
  const installed = await findBrowser();
  if (installed) return installed;
  await withLock(join(cache, "apt.lock"), installFromDebian);
  const found = await findBrowser();
  if (found) return found;
  throw new MissingPart(
    "A Chromium browser",
    "Install Chromium, Google Chrome or Microsoft Edge (Debian: apt-get install chromium), or set CHROMIUM_PATH.",
  );
}

async function findBrowser(): Promise<string | undefined> {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    for (const name of names) {
      const file = join(folder, process.platform === "win32" ? `${name}.exe` : name);
      if (folder && (await isExecutable(file))) return file;
    }
  }
  return wellKnownPlaces().find((file) => existsSync(file));
}

function wellKnownPlaces(): readonly string[] {
  if (process.platform === "darwin") {
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (process.platform !== "win32") return [];
  const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].map((name) => process.env[name]);
  const browsers = [
    join("Google", "Chrome", "Application", "chrome.exe"),
    join("Microsoft", "Edge", "Application", "msedge.exe"),
  ];
  return roots.flatMap((base) => (base ? browsers.map((browser) => join(base, browser)) : []));
}

/** Needs root, or sudo without a password; does nothing elsewhere. */
async function installFromDebian(): Promise<void> {
  const prefix = await asRoot();
  if (prefix === undefined || (await findBrowser())) return;
  console.log("Installing Chromium and fonts with apt-get (once, about a minute) ...");
  await apt(prefix, ["update"]);
  await apt(prefix, [
    "install",
    "--yes",
    "--no-install-recommends",
    "chromium",
    "fonts-dejavu-core",
    "fonts-liberation",
  ]);
}

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
