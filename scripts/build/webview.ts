import { join } from "node:path";
import * as esbuild from "esbuild";
import { root } from "../setup/paths";
import { iconFont } from "./iconFont";
import { leanSchema } from "./leanSchema";

/**
 * How the page is bundled, wherever that happens: all that the first picture needs is one file, so that nothing is asked
 * for twice. The form controls are another, which gets the page's nonce from the script that asks for it.
 */
export function webviewOptions({ production }: { readonly production: boolean }): esbuild.BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: { webview: "webview/main.tsx", controls: "webview/controls/register.ts" },
    bundle: true,
    minify: production,
    legalComments: "none",
    define: { "process.env.NODE_ENV": JSON.stringify(production ? "production" : "development") },
    platform: "browser",
    target: "es2022",
    format: "esm",
    jsx: "automatic",
    loader: { ".svg": "text" },
    assetNames: "[name]",
    plugins: [iconFont, leanSchema, separateControls, workerText],
  };
}

/** Leaves the form controls out of the page's first file: they are a file beside it. */
const separateControls: esbuild.Plugin = {
  name: "separate-controls",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/register$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./controls.js", external: true } : undefined,
    );
  },
};

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
