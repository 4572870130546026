import { join } from "node:path";
import assembled from "../../schemas/stackwright.schema.json";
import { sourcesIn } from "../house/sources";
import { root } from "../setup/paths";
import { sentencesIn } from "./gather";
import { schemaSentences } from "./schemaSentences";

export const bundleFile = join(root, "l10n", "bundle.l10n.json");

/** Not for an editor's user: styles, what only the command line says, and what the Sandbox says in the place of AWS. */
const elsewhere = /^extension\/(cli|sandbox)\/|\.css$/;

/** Every sentence that the editor can show, in the order of the alphabet, as the English bundle has it: each is its own key. */
export function englishBundle(): Readonly<Record<string, string>> {
  const sources = [...sourcesIn("extension"), ...sourcesIn("webview")].filter(({ path }) => !elsewhere.test(path));
  const sentences = [
    ...sources.flatMap(({ path, text }) => sentencesIn(path, text)),
    ...schemaSentences(assembled),
  ].sort();
  return Object.fromEntries(sentences.map((sentence) => [sentence, sentence]));
}
