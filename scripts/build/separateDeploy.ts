import { join, sep } from "node:path";
import type { Plugin } from "esbuild";

const bundle = join("extension", "deploy", "bundle");

/**
 * Leaves `extension/deploy/bundle` out of the importing bundle: at run time it is `dist/deploy.js` beside it, which
 * carries the AWS SDK and the Sandbox and is read only when somebody deploys.
 */
export const separateDeploy: Plugin = {
  name: "separate-deploy",
  setup(build) {
    build.onResolve({ filter: /deploy\/bundle$|^\.\/bundle$/ }, ({ path, resolveDir }) => {
      const target = join(resolveDir, path.split("/").join(sep));
      return target.endsWith(bundle) ? { path: "./deploy.js", external: true } : undefined;
    });
  },
};
