import type { BuildOptions, Plugin } from "esbuild";
import { root } from "../setup/paths";

/** What our code takes from the package. Another name is an error when the bundle is made. */
const names = [
  "Composer",
  "isAlias",
  "isMap",
  "isNode",
  "isScalar",
  "isSeq",
  "Lexer",
  "LineCounter",
  "Parser",
  "parseDocument",
  "Schema",
  "stringify",
];

/** `dist/yaml.js`. */
export const yamlBundle: BuildOptions = {
  stdin: { contents: `export { ${names.join(", ")} } from "yaml";`, resolveDir: root, sourcefile: "yaml.js" },
};

/**
 * Leaves the `yaml` package out of a bundle: at run time it is `dist/yaml.js`, which all bundles share, read when the
 * first of its functions is used. A plain manifest needs none of them.
 */
export const yamlLater: Plugin = {
  name: "yaml-later",
  setup(build) {
    build.onResolve({ filter: /^yaml$/ }, ({ path }) => ({ path, namespace: "yaml-later" }));
    build.onResolve({ filter: /^\.\/yaml\.js$/, namespace: "yaml-later" }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /.*/, namespace: "yaml-later" }, () => ({
      contents: `let yaml;
const read = () => (yaml ??= require("./yaml.js"));
module.exports = { __esModule: true, ${names.map((name) => `get ${name}() { return read().${name}; }`).join(", ")} };`,
    }));
  },
};
