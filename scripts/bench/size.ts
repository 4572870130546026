import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { root } from "../setup/paths";
import { type Row, row } from "./row";

const hostBundles = [
  "extension.js",
  "core.js",
  "deploy.js",
  "deployments.js",
  "export.js",
  "gallery.js",
  "import.js",
  "platforms.js",
  "price.js",
  "repository.js",
  "yaml.js",
];

/** What the extension host can come to load, and what an installation takes on the user's disk. */
export function sizeRows(): Row[] {
  const megabytes = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + statSync(join(root, file)).size, 0) / 1e6;
  return [
    row("bundle-extension", megabytes(hostBundles.map((file) => join("dist", file))), "MB", { most: 1.5 }),
    row("package-size", megabytes(packagedFiles()), "MB", { most: 3 }),
  ];
}

function packagedFiles(): string[] {
  const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");
  const listed = execFileSync(process.execPath, [vsce, "ls", "--no-dependencies"], { cwd: root, encoding: "utf8" });
  const files = listed.split("\n").filter((line) => line.length > 0);
  if (!files.includes("dist/extension.js")) throw new Error(`The package has no extension in it: ${listed}`);
  return files;
}
