import { join } from "node:path";
import type { Plugin } from "esbuild";
import { root } from "../setup/paths";

/** Lets the browser's bundle take what all bundles share through `extension/vscode/browser/shared.ts`, since it cannot require files. */
export const fetched: Plugin = {
  name: "fetched",
  setup(build) {
    build.onResolve({ filter: /^\.\/(?:core|yaml)\.js$/ }, ({ path }) => ({ path, namespace: "fetched" }));
    build.onResolve({ filter: /price\/all$/ }, () => ({ path: "./price.js", namespace: "fetched" }));
    build.onResolve({ filter: /(?:\/import|\/repository|^\.)\/load$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, `${path}.web.ts`),
    }));
    build.onLoad({ filter: /.*/, namespace: "fetched" }, ({ path }) => ({
      contents: `module.exports = require("./extension/vscode/browser/shared").shared(${JSON.stringify(path)});`,
      resolveDir: root,
    }));
  },
};
