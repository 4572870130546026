import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { root } from "../setup/paths";

/**
 * How the page is bundled, wherever that happens. Modules, so that what the first picture does not need (`import()`) is
 * files of its own in `webview/`; those get the page's nonce from the script that asks for them.
 */
export function webviewOptions({ production }: { readonly production: boolean }): esbuild.BuildOptions {
  return {
    absWorkingDir: root,
    bundle: true,
    minify: production,
    legalComments: "none",
    define: { "process.env.NODE_ENV": JSON.stringify(production ? "production" : "development") },
    platform: "browser",
    target: "es2022",
    format: "esm",
    splitting: true,
    chunkNames: "webview/[name]-[hash]",
    jsx: "automatic",
    loader: { ".ttf": "file", ".svg": "text" },
    assetNames: "[name]",
    plugins: [workerText],
  };
}

/**
 * `import source from "worker:./file"` is a worker's whole program as a text, to be started from a blob: a page of
 * VS Code cannot start a worker from a file, since that comes from another origin.
 */
const workerText: esbuild.Plugin = {
  name: "worker-text",
  setup({ onResolve, onLoad, initialOptions }) {
    onResolve({ filter: /^worker:/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, `${path.slice("worker:".length)}.ts`),
      namespace: "worker-text",
    }));
    onLoad({ filter: /.*/, namespace: "worker-text" }, async ({ path }) => {
      const { outputFiles, metafile } = await esbuild.build({
        entryPoints: [path],
        bundle: true,
        write: false,
        metafile: true,
        format: "iife",
        target: "es2022",
        minify: initialOptions.minify ?? false,
        define: initialOptions.define ?? {},
        absWorkingDir: root,
      });
      const watchFiles = Object.keys(metafile.inputs).map((input) => join(root, input));
      return { contents: outputFiles[0]?.text ?? "", loader: "text", watchFiles };
    });
  },
};

/** Removes parts of the page that an earlier build has left in `dist/`: their names change with what is in them. */
export async function removeOldParts(outputs: readonly string[]): Promise<void> {
  const folder = join(root, "dist", "webview");
  const current = new Set(outputs.map((output) => join(root, output)));
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    if (!current.has(file)) await rm(file, { force: true });
  }
}
