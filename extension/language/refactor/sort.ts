import { applyEdits } from "../../manifest/edit/edit";
import { commentsAbove, lineEnd, lineStart, nextLine, tailOf } from "../../manifest/edit/lines";
import type { Json, TextEdit } from "../../manifest/edit/operation";
import { type Manifest, openManifest, toJson } from "../../manifest/manifest";
import { componentSchema } from "../../manifest/schema";
import type { MapNode } from "../../manifest/syntax/node";
import { entryOf } from "../walk";

/** Moves a component's keys into the order of the schema, each with its comments. Undefined where that cannot be done safely. */
export function sortComponent(manifest: Manifest, name: string): readonly TextEdit[] | undefined {
  const component = manifest.components.find((one) => one.name === name);
  const map = entryOf(entryOf(manifest.root, "components")?.value, name)?.value;
  if (component === undefined || map?.kind !== "map") return undefined;
  return checked(manifest, sortMap(manifest, map, component.type));
}

/** The same for every component for which it can be done. */
export function sortComponents(manifest: Manifest): readonly TextEdit[] | undefined {
  const edits = manifest.components.flatMap(({ name }) => sortComponent(manifest, name) ?? []);
  return checked(manifest, edits);
}

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

/** An alias in front of its anchor, or a string that goes on where it was cut, would say something else. */
export function checked(manifest: Manifest, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const before = manifest.problems.length;
  const after = openManifest(applyEdits(manifest.text, edits), manifest);
  if (after.problems.length !== before) return undefined;
  return canonical(toJson(after, after.root)) === canonical(toJson(manifest, manifest.root)) ? edits : undefined;
}

/** JSON with keys in one order, to compare what two texts say. */
function canonical(value: Json | undefined): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : one,
  );
}
