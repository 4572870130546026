import { join, sep } from "node:path";
import type { Plugin } from "esbuild";
import { later } from "./later";

const separated = [
  /** Carries the AWS SDK and the Sandbox; read only when somebody deploys. */
  { module: join("extension", "deploy", "bundle"), file: "./deploy.js" },
  /** Writes for other platforms; read when somebody exports. */
  { module: join("extension", "targets", "export", "bundle"), file: "./export.js" },
  /** Reads other formats; read when somebody imports. */
  { module: join("extension", "vscode", "import", "bundle"), file: "./import.js" },
  /** Packages: read when somebody looks for one. */
  { module: join("extension", "vscode", "gallery", "bundle"), file: "./gallery.js" },
  /** Fetches packages from repositories; read when somebody follows a link to one. */
  { module: join("extension", "vscode", "gallery", "repository", "bundle"), file: "./repository.js" },
  /** Exports, compares and runs locally; read when somebody does. */
  { module: join("extension", "vscode", "platforms", "bundle"), file: "./platforms.js" },
  /** The Deployments view, read when somebody looks at it. */
  { module: join("extension", "vscode", "deployments", "bundle"), file: "./deployments.js" },
  /** Makes templates and puts prices to them; read when a price is first shown. */
  { module: join("extension", "targets", "aws", "price", "all"), file: "./price.js" },
];

/** Leaves some modules out of the importing bundle: at run time each is a file of its own in `dist/` beside it. */
export const separate: Plugin = {
  name: "separate",
  setup(build) {
    build.onResolve(
      { filter: /(?:(?:deploy(?:ments)?|export)\/bundle|^\.\/bundle|price\/all)$/ },
      ({ path, resolveDir }) => {
        const target = join(resolveDir, path.split("/").join(sep));
        const found = separated.find(({ module }) => target.endsWith(module));
        return found && { path: found.file, external: true };
      },
    );
  },
};

/** Lets the editor say how a deployment goes with what `dist/deploy.js` has for that, which is read by then. */
export const deployLater: Plugin = {
  name: "deploy-later",
  setup(build) {
    build.onResolve({ filter: /\/deploy\/(?:say|track)$/ }, ({ path }) => ({ path, namespace: "deploy-later" }));
    build.onResolve({ filter: /^\.\/deploy\.js$/, namespace: "deploy-later" }, ({ path }) => ({
      path,
      external: true,
    }));
    build.onLoad({ filter: /.*/, namespace: "deploy-later" }, () => ({ contents: later("./deploy.js") }));
  },
};

const shared = [
  "synthesize",
  "synthesisError",
  "logicalId",
  join("extra", "referencesIn"),
  join("price", "estimate"),
].map((name) => join("extension", "targets", "aws", name));

/** Lets `dist/deploy.js` take what makes templates and estimates from `dist/price.js`, rather than bring its own. */
export const sharePrices: Plugin = {
  name: "share-prices",
  setup(build) {
    build.onResolve(
      { filter: /(?:synthesize|synthesisError|logicalId|referencesIn|price\/estimate)$/ },
      ({ path, resolveDir }) => {
        const target = join(resolveDir, path.split("/").join(sep));
        return shared.some((module) => target.endsWith(module)) ? { path: "./price.js", external: true } : undefined;
      },
    );
  },
};
