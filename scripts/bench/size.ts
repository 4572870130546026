import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Row, row } from "./row";

const root = join(__dirname, "..", "..");
const hostBundles = ["extension.js", "deploy.js"];

/** What the extension host can come to load, and what a user downloads and keeps. Run after the package is made. */
export function sizeRows(): Row[] {
  const host = hostBundles.reduce((sum, file) => sum + statSync(join(root, "dist", file)).size, 0);
  const packages = readdirSync(root).filter((file) => file.endsWith(".vsix"));
  const [vsix] = packages;
  if (!vsix || packages.length > 1) throw new Error(`Expected one .vsix in the root, found ${packages.length}.`);
  return [
    row("bundle-extension", host / 1e6, "MB", { most: 1.5 }),
    row("package-size", statSync(join(root, vsix)).size / 1e6, "MB", { most: 3 }),
  ];
}
