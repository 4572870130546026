import { applyEdits } from "../../manifest/edit/edit";
import { commentsAbove, lineEnd, lineStart, nextLine, tailOf } from "../../manifest/edit/lines";
import type { Json, TextEdit } from "../../manifest/edit/operation";
import { type Manifest, openManifest, toJson } from "../../manifest/manifest";
import { componentSchema } from "../../manifest/schema";
import type { MapNode } from "../../manifest/syntax/node";
import { entryOf } from "../walk";

/** Moves a component's keys into the order of the schema, each with its comments. Undefined where that cannot be done safely. */
export function sortComponent(manifest: Manifest, name: string): readonly TextEdit[] | undefined {
  const map = entryOf(entryOf(manifest.root, "components")?.value, name)?.value;
  const component = manifest.components.find((one) => one.name === name);
  if (component === undefined || map?.kind !== "map") return undefined;
  return checked(manifest, sortMap(manifest, map, component.type));
}

/** The same for every component; where one of them keeps all from being sorted together, for each for which it can be done. */
export function sortComponents(manifest: Manifest): readonly TextEdit[] | undefined {
  const types = new Map(manifest.components.map(({ name, type }) => [name, type]));
  const components = entryOf(manifest.root, "components")?.value;
  const entries = components?.kind === "map" ? components.entries : [];
  const edits = entries.map(({ key, value }) =>
    value?.kind === "map" ? sortMap(manifest, value, types.get(String(key.value))) : [],
  );
  const all = checked(manifest, edits.flat());
  // Each costs a reading of the text.
  if (all !== undefined || edits.length > mostTried) return all;
  return checked(
    manifest,
    edits.flatMap((one) => checked(manifest, one) ?? []),
  );
}

const mostTried = 50;

function sortMap({ text }: Manifest, map: MapNode, type: string | undefined): readonly TextEdit[] {
  if (map.flow || map.entries.length < 2) return [];
  const order = ["<<", "type", ...Object.keys(componentSchema(type).properties ?? {})];
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  const column = map.range.start - lineStart(text, map.range.start);
  let limit = 0;
  // A block is an entry's lines, the comments directly above it included; blank lines stay where they are.
  const blocks = map.entries.map(({ key, range }) => {
    const start = commentsAbove(text, lineStart(text, range.start), column, limit);
    const end = tailOf(text, Math.max(range.start, range.end - 1), column, false);
    limit = nextLine(text, end);
    return { rank: rank(String(key.value)), start, end, text: text.slice(start, end) };
  });
  const sorted = blocks.toSorted((a, b) => a.rank - b.rank);
  return blocks.flatMap(({ start, end, text: old }, index): TextEdit[] => {
    const fresh = sorted[index]?.text ?? old;
    return fresh === old ? [] : [{ range: { start, end: Math.max(end, lineEnd(text, start)) }, text: fresh }];
  });
}

/** Edits after which the text says the same and has no other problems. */
export function checked(manifest: Manifest, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  if (edits.length === 0) return edits;
  const after = openManifest(applyEdits(manifest.text, edits), manifest);
  if (after.problems.length !== manifest.problems.length) return undefined;
  return isSame(toJson(after, after.root), toJson(manifest, manifest.root)) ? edits : undefined;
}

/** The order of keys aside. What did not change is the same object in both, so that only what did is gone through. */
function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (isList(one) || isList(other)) {
    if (!isList(one) || !isList(other) || one.length !== other.length) return false;
    return one.every((item, index) => isSame(item, other[index]));
  }
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]));
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
