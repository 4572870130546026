import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { featuresPage } from "./features/page";
import { runMain } from "./setup/main";
import { root } from "./setup/paths";

/** Writes docs/canvas-features.md from the scenarios. */
runMain(async () => {
  writeFileSync(join(root, "docs", "canvas-features.md"), featuresPage());
});
