import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** Leaves out of the bundled schema what our own code makes of the rest; other editors need it in the published one. */
export const leanSchema: Plugin = {
  name: "lean-schema",
  setup(build) {
    build.onLoad({ filter: /stackwright\.schema\.json$/ }, async ({ path }) => {
      const { definitions, ...schema } = JSON.parse(await readFile(path, "utf8"));
      const { componentOverride: _, ...rest } = definitions;
      return { contents: JSON.stringify({ ...schema, definitions: rest }), loader: "json" };
    });
  },
};
