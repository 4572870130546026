import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import nls from "../../../package.nls.json";
import { englishBundle } from "../../../scripts/l10n/bundle";
import { pseudoBundle } from "../../../scripts/l10n/pseudo";

/** What VS Code calls a language that nobody speaks, made for tests. */
export const pseudoLanguage = "qps-ploc";

/** Puts the extension's words in the pseudo-language beside an installed extension, as a shipped translation would lie there. */
export async function translateInstalled(dataFolder: string): Promise<void> {
  const extensions = join(dataFolder, "extensions");
  const name = (await readdir(extensions)).find((each) => each.includes("stackwright"));
  if (name === undefined) throw new Error(`Stackwright is not installed in ${extensions}.`);
  const folder = join(extensions, name);
  await mkdir(join(folder, "l10n"), { recursive: true });
  const write = (file: string, words: Readonly<Record<string, string>>) =>
    writeFile(join(folder, file), JSON.stringify(pseudoBundle(words)));
  await write(join("l10n", `bundle.l10n.${pseudoLanguage}.json`), englishBundle());
  await write(`package.nls.${pseudoLanguage}.json`, nls);
}
