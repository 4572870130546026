import { parseArgs } from "node:util";
import { buildAll, watchAll } from "./build/buildAll";
import { runMain } from "./setup/main";

/** Builds `dist/`. `--production` minifies and leaves source maps out; `--watch` stays and rebuilds. */
runMain(async () => {
  const { values } = parseArgs({ options: { production: { type: "boolean" }, watch: { type: "boolean" } } });
  await (values.watch ? watchAll() : buildAll({ production: values.production ?? false }));
});
