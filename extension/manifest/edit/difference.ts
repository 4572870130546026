import { type Manifest, toJson } from "../manifest";
import type { Path } from "../problem";
import type { MapNode, Node, SequenceNode } from "../syntax/node";
import type { Change } from "./change";
import { fromJson, keyOf, type MapModel, type Model } from "./model";
import type { Json } from "./operation";

interface Steps {
  readonly replaced: { path: Path; value: Model }[];
  readonly removed: Path[];
  readonly others: Change[];
}

/**
 * The changes that turn what is written at a path into `value`, entry by entry, so that what stays the same keeps its
 * comments, quotes and place.
 */
export function difference(manifest: Manifest, path: Path, old: Node | undefined, value: Json): readonly Change[] {
  const steps: Steps = { replaced: [], removed: [], others: [] };
  compare(manifest, path, old, value, steps);
  return [
    ...(steps.replaced.length > 0 ? [{ kind: "replace", values: steps.replaced } as const] : []),
    ...(steps.removed.length > 0 ? [{ kind: "remove", paths: steps.removed } as const] : []),
    ...steps.others,
  ];
}

function compare(manifest: Manifest, path: Path, old: Node | undefined, value: Json, steps: Steps): void {
  if (old?.kind === "map" && isMap(value) && old.entries.length > 0 && Object.keys(value).length > 0) {
    if (compareMaps(manifest, path, old, value, steps)) return;
  } else if (old?.kind === "sequence" && Array.isArray(value) && old.items.length > 0 && value.length > 0) {
    compareLists(manifest, path, old, value, steps);
    return;
  } else if (old !== undefined && sameJson(toJson(manifest, old), value)) {
    return;
  }
  steps.replaced.push({ path, value: fromJson(value) });
}

/** False when the map must be written anew: it would keep what `<<` brings, or nothing of what it has. */
function compareMaps(manifest: Manifest, path: Path, old: MapNode, value: JsonMap, steps: Steps): boolean {
  const own = old.entries.filter(({ key }) => keyOf(key) !== "<<");
  const merged = manifest.entriesOf(old);
  const inherited = merged.filter((entry) => !own.includes(entry));
  if (inherited.some(({ key }) => !Object.hasOwn(value, keyOf(key)))) return false;
  const gone = own.filter(({ key }) => !Object.hasOwn(value, keyOf(key)));
  if (gone.length === old.entries.length) return false;
  if (gone.some(({ key }) => isMergedIn(manifest, old, keyOf(key)))) return false;
  const added: MapModel["entries"] = [];
  for (const [key, wanted] of Object.entries(value)) {
    const entry = own.find((one) => keyOf(one.key) === key);
    const from = inherited.find((one) => keyOf(one.key) === key);
    if (entry !== undefined) compare(manifest, [...path, key], entry.value, wanted, steps);
    else if (from === undefined || !sameJson(toJson(manifest, from.value), wanted)) {
      added.push({ key, value: fromJson(wanted) });
    }
  }
  steps.removed.push(...gone.map(({ key }) => [...path, keyOf(key)]));
  if (added.length > 0) steps.others.push({ kind: "append", path, entries: added });
  return true;
}

/** Whether a `<<` of the map brings the key, so that it would be there again once its own is gone. */
export function isMergedIn(manifest: Manifest, map: MapNode, key: string): boolean {
  return map.entries.some((entry) => {
    if (keyOf(entry.key) !== "<<") return false;
    const source = manifest.resolve(entry.value);
    const sources = source?.kind === "sequence" ? source.items.map((item) => manifest.resolve(item)) : [source];
    return sources.some(
      (one) => one?.kind === "map" && manifest.entriesOf(one).some((inner) => keyOf(inner.key) === key),
    );
  });
}

/** What both have at their beginning and end stays; between, items are compared in pairs, and the rest goes or comes. */
function compareLists(manifest: Manifest, path: Path, old: SequenceNode, value: readonly Json[], steps: Steps): void {
  const before = old.items.map((item) => toJson(manifest, item));
  const most = Math.min(before.length, value.length);
  let head = 0;
  while (head < most && sameJson(before[head], value[head])) head += 1;
  let tail = 0;
  while (tail < most - head && sameJson(before.at(-1 - tail), value.at(-1 - tail))) tail += 1;
  const pairs = most - head - tail;
  for (let index = head; index < head + pairs; index += 1) {
    const wanted = value[index];
    if (wanted !== undefined) compare(manifest, [...path, index], old.items[index], wanted, steps);
  }
  for (let index = head + pairs; index < before.length - tail; index += 1) steps.removed.push([...path, index]);
  const items = value.slice(head + pairs, value.length - tail).map(fromJson);
  if (items.length > 0) steps.others.push({ kind: "insert", path, index: head + pairs, items });
}

type JsonMap = { readonly [key: string]: Json };

export function isMap(json: Json | undefined): json is JsonMap {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** Equal as JSON; the order of keys does not count. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  if (isMap(a)) {
    if (!isMap(b)) return false;
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
    );
  }
  return Object.is(a, b);
}
