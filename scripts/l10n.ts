import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { bundleFile, englishBundle } from "./l10n/bundle";
import { runMain } from "./setup/main";

/** Writes `l10n/bundle.l10n.json`: all that the editor can say, for whoever translates it. */
runMain(async () => {
  const bundle = englishBundle();
  mkdirSync(dirname(bundleFile), { recursive: true });
  writeFileSync(bundleFile, `${JSON.stringify(bundle, null, 2)}\n`);
  console.log(`${Object.keys(bundle).length} sentences in ${bundleFile}`);
});
