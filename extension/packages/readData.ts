import type { Json } from "../manifest/edit/operation";
import { openManifest, toJson } from "../manifest/manifest";
import { unreadable } from "../manifest/problem";
import type { Schema } from "../manifest/schema";
import { checkAgainst } from "../manifest/shape/checkAgainst";
import { type Answer, given, refused } from "./answer";

/**
 * What a file of ours in YAML or JSON holds, which anybody may have written. Errors: it cannot be read, or the first thing
 * that does not fit, with its line.
 * @param name what the file is called
 * @param noun what such a file is in a sentence: "a package"
 */
export function readData(
  text: string,
  { schema, name, noun }: { readonly schema: Schema; readonly name: string; readonly noun: string },
): Answer<Json | undefined> {
  const file = openManifest(text);
  const syntax = file.problems.find(({ code }) => unreadable.has(code));
  if (syntax !== undefined) return refused(`${name} cannot be read: ${syntax.message}`);
  const [wrong] = checkAgainst(file, schema, name, noun);
  if (wrong === undefined) return given(toJson(file, file.root));
  const line = text.slice(0, wrong.range.start).split("\n").length;
  return refused(`${name} does not fit, line ${line}: ${wrong.message}`);
}
