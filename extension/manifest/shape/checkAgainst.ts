import type { Manifest } from "../manifest";
import type { Problem } from "../problem";
import type { Schema } from "../schema";
import type { ScalarNode } from "../syntax/node";
import { checkMap } from "./checkMap";
import { checkValue } from "./checkValue";
import type { Walk } from "./report";

/**
 * What does not fit another schema than the manifest's, in the file's order.
 * @param file read as a manifest is, whatever it has under its keys
 * @param name what the file is called
 * @param noun what such a file is in a sentence: "a package"
 */
export function checkAgainst(file: Manifest, schema: Schema, name: string, noun: string): readonly Problem[] {
  const walk: Walk = { text: file.text, follow: (node) => file.resolve(node), problems: [], partial: false };
  const root = file.resolve(file.root);
  const start = { start: 0, end: 0 };
  if (root?.kind === "map") checkMap(walk, root, schema, start, name, noun);
  else checkValue(walk, file.root, schema, start, name);
  return walk.problems.sort((a, b) => a.range.start - b.range.start);
}

/** Why a single value does not fit a schema, in a sentence; undefined when it does. */
export function whyUnfit(value: ScalarNode["value"], schema: Schema, name: string): string | undefined {
  const node: ScalarNode = { kind: "scalar", value, style: "plain", range: { start: 0, end: 0 } };
  const walk: Walk = { text: "", follow: () => node, problems: [], partial: false };
  checkValue(walk, node, schema, node.range, name);
  return walk.problems[0]?.message;
}
