import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { cache, root } from "../../../scripts/setup/paths";

export interface InsideBundle {
  /** The extension to run. */
  readonly extension: string;
  /** The module of the tests. */
  readonly tests: string;
}

/** For the Node extension host: this repository is the extension. */
export async function bundleForNode(entry: string): Promise<InsideBundle> {
  const tests = join(cache, "inside", `${entry}.js`);
  // Mocha loads parts of itself by name, so that it cannot be bundled.
  await bundle(entry, tests, { platform: "node", external: ["vscode", "mocha"] });
  return { extension: root, tests };
}

/**
 * For the web-worker extension host: VS Code uses it for an extension without `main`, so a copy without one is made. The
 * tests lie in it, because VS Code gives them to the host of the extension that contains them.
 */
export async function bundleForWeb(entry: string): Promise<InsideBundle> {
  const extension = join(cache, "inside", `web-${entry}`);
  await rm(extension, { recursive: true, force: true });
  for (const part of ["dist", "docs", "media", "syntaxes", "l10n", "language-configuration.json", "package.nls.json"]) {
    await cp(join(root, part), join(extension, part), { recursive: true }).catch(() => undefined);
  }
  const { main: _, extensionKind: __, ...manifest } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  await writeFile(join(extension, "package.json"), JSON.stringify(manifest));
  const tests = join(extension, "tests.js");
  const mocha = join(root, "test", "vscode", "inside", "mocha.web.ts");
  await bundle(entry, tests, { platform: "browser", external: ["vscode"], alias: { mocha } });
  return { extension, tests };
}

async function bundle(entry: string, outfile: string, options: esbuild.BuildOptions): Promise<void> {
  await esbuild.build({
    ...options,
    absWorkingDir: root,
    entryPoints: [`test/vscode/inside/${entry}.ts`],
    outfile,
    bundle: true,
    format: "cjs",
    target: "es2022",
    define: { "process.env.EXTENSION_HOST": JSON.stringify(options.platform) },
    supported: { "dynamic-import": false },
    logLevel: "error",
  });
}
