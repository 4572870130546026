import { readFile } from "node:fs/promises";
import type { BuildOptions, Plugin } from "esbuild";
import { root } from "../setup/paths";
import { later } from "./later";

/** What our code takes from the package. Another name is an error of the build. */
const names: readonly string[] = [
  "Composer",
  "Document",
  "isAlias",
  "isMap",
  "isNode",
  "isScalar",
  "isSeq",
  "Lexer",
  "LineCounter",
  "parse",
  "Parser",
  "parseDocument",
  "Schema",
  "stringify",
  "visit",
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
    build.onLoad({ filter: /[\\/]extension[\\/].*\.ts$/ }, async ({ path }) => {
      const missing = namesIn(await readFile(path, "utf8")).filter((name) => !names.includes(name));
      return missing.length === 0
        ? undefined
        : { errors: [{ text: `dist/yaml.js has no ${missing.join(", ")}: name it in scripts/build/yamlLater.ts.` }] };
    });
    build.onLoad({ filter: /.*/, namespace: "yaml-later" }, () => ({ contents: later("./yaml.js") }));
  },
};

/** The values, and not the types, that a source imports from the package. */
export function namesIn(source: string): readonly string[] {
  return [...source.matchAll(/^import \{([^}]*)\} from "yaml";$/gm)].flatMap(([, list = ""]) =>
    list
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "" && !name.startsWith("type ")),
  );
}
