import { join, relative, sep } from "node:path";
import * as esbuild from "esbuild";
import { root } from "../setup/paths";
import { later } from "./later";

const entry = "extension/language/core.ts";
const own = /^extension[\\/](?:manifest[\\/]|language[\\/])/;

/** The modules that `extension/language/core.ts` exports: paths from the root, without their end. */
async function readCore(): Promise<ReadonlySet<string>> {
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    outfile: "core.js",
    external: ["yaml"],
  });
  return new Set(metafile.inputs[entry]?.imports.map(({ path }) => path.replace(/\.ts$/, "")));
}

let core: ReturnType<typeof readCore> | undefined;

/**
 * Leaves the manifest and the language out of a bundle: at run time they are `dist/core.js`, which all bundles share,
 * read when the first of its functions is used. An editor that has not shown a manifest yet starts without them.
 */
export const coreLater: esbuild.Plugin = {
  name: "core-later",
  async setup(build) {
    core ??= readCore();
    const modules = await core;
    build.onResolve({ filter: /^\.\.?\// }, ({ path, importer, resolveDir }) => {
      if (own.test(relative(root, importer))) return undefined;
      const module = relative(root, join(resolveDir, path)).split(sep).join("/");
      return modules.has(module) ? { path: "core", namespace: "core-later" } : undefined;
    });
    build.onResolve({ filter: /^\.\/core\.js$/, namespace: "core-later" }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /.*/, namespace: "core-later" }, () => ({ contents: later("./core.js") }));
  },
};
