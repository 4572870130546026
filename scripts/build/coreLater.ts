import { join, relative, sep } from "node:path";
import * as esbuild from "esbuild";
import { root } from "../setup/paths";

const entry = "extension/language/core.ts";
const own = /^extension[\\/](?:manifest[\\/]|language[\\/])/;

/** What `extension/language/core.ts` exports, and the modules that it takes it from: paths from the root, without their end. */
async function readCore(): Promise<{ readonly names: readonly string[]; readonly modules: ReadonlySet<string> }> {
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
  const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const modules = metafile.inputs[entry]?.imports.map(({ path }) => path.replace(/\.ts$/, "")) ?? [];
  return { names, modules: new Set(modules) };
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
    const { names, modules } = await core;
    build.onResolve({ filter: /^\.\.?\// }, ({ path, importer, resolveDir }) => {
      if (own.test(relative(root, importer))) return undefined;
      const module = relative(root, join(resolveDir, path)).split(sep).join("/");
      return modules.has(module) ? { path: "core", namespace: "core-later" } : undefined;
    });
    build.onResolve({ filter: /^\.\/core\.js$/, namespace: "core-later" }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /.*/, namespace: "core-later" }, () => ({
      contents: `let core;
const read = () => (core ??= require("./core.js"));
exports.__esModule = true;
for (const name of "${names.join(" ")}".split(" ")) Object.defineProperty(exports, name, { get: () => read()[name], enumerable: true });`,
    }));
  },
};
