import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "esbuild";
import { root } from "../setup/paths";

/**
 * Imports `vscode` once for a whole bundle. By itself esbuild copies the API's some two hundred members for each file
 * that imports it, which takes a good part of the extension's activation. The names are those of the oldest API that we
 * promise to run on.
 */
export const vscodeOnce: Plugin = {
  name: "vscode-once",
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ namespace, path }) =>
      namespace === "vscode-once" ? { path, external: true } : { path, namespace: "vscode-once" },
    );
    build.onLoad({ filter: /.*/, namespace: "vscode-once" }, () => ({
      contents: `const api = require("vscode");\n${apiNames().map(reexport).join("\n")}`,
    }));
  },
};

/** Pure, so that a name that nobody imports is left out. */
const reexport = (name: string): string => `export const ${name} = /* @__PURE__ */ (() => api.${name})();`;

/** What `@types/vscode` exports as a value. */
function apiNames(): readonly string[] {
  const types = readFileSync(join(root, "node_modules", "@types", "vscode", "index.d.ts"), "utf8");
  const declared = types.matchAll(/^\texport (?:abstract )?(?:class|enum|namespace|const|let|function) (\w+)/gm);
  return [...new Set([...declared].flatMap(([, name]) => name ?? []))];
}
