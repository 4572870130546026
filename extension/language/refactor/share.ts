import { lineEnd, lineStart, nextLine, tailOf } from "../../manifest/edit/lines";
import type { Json, TextEdit } from "../../manifest/edit/operation";
import { t } from "../../manifest/l10n";
import { type Manifest, toJson } from "../../manifest/manifest";
import type { Entry, MapNode, Node } from "../../manifest/syntax/node";
import { entryOf } from "../walk";
import { checked } from "./sort";

/** Settings that a component has twice with another, so that it can take them from there. */
export interface Shared {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What stands further up is seldom the twin. */
const mostAbove = 20;

/** Enough to be worth an anchor. */
const fewest = 2;

/**
 * What a component can take from one that is written above it: a map or list that is the same, or all the settings of
 * another component, of which it keeps what differs. An anchor is put there, and an alias or a merge here. Each was tried:
 * the text says the same afterwards.
 */
export function sharing(manifest: Manifest, component: string, field: string | undefined): readonly Shared[] {
  const components = entryOf(manifest.root, "components")?.value;
  const own = entryOf(components, component);
  if (components?.kind !== "map" || own?.value?.kind !== "map") return [];
  const above = components.entries.slice(0, components.entries.indexOf(own));
  for (const other of above.slice(-mostAbove).toReversed()) {
    const from = String(other.key.value);
    const part = field === undefined ? undefined : entryOf(own.value, field);
    const otherPart = field === undefined ? undefined : entryOf(other.value, field);
    const drafts = [
      part &&
        otherPart && {
          title: t`Take “${field}” from “${from}”`,
          edits: share(manifest, otherPart, part, `${from}-${field}`),
        },
      { title: t`Take the settings of “${from}”`, edits: share(manifest, other, own, from) },
    ];
    const offered = drafts.flatMap((draft): Shared[] => {
      const edits = draft?.edits && checked(manifest, draft.edits);
      return draft === undefined || edits === undefined ? [] : [{ title: draft.title, edits }];
    });
    if (offered.length > 0) return offered;
  }
  return [];
}

function share(manifest: Manifest, from: Entry, to: Entry, name: string): readonly TextEdit[] | undefined {
  const { text } = manifest;
  const [source, target] = [from.value, to.value];
  if (source === undefined || target === undefined || target.anchor !== undefined) return undefined;
  if (source.kind === "scalar" || source.kind === "alias") return undefined;
  const anchor = source.anchor ?? freeName(text, name);
  const edits = source.anchor === undefined ? [anchorEdit(text, from, source, anchor)] : [];
  const same = (one: Node, other: Node): boolean =>
    JSON.stringify(toJson(manifest, one)) === JSON.stringify(toJson(manifest, other));
  if (sizeOf(source) >= fewest && same(source, target)) return [...edits, aliasEdit(text, to, target, anchor)];
  if (source.kind !== "map" || target.kind !== "map") return undefined;
  if (target.entries.some(({ key }) => key.value === "<<")) return undefined;
  const json = toJson(manifest, source);
  const equal = target.entries.filter(
    ({ key, value }) => value !== undefined && isEqual(toJson(manifest, value), own(json, String(key.value))),
  );
  // What the other has and this one has not would come with it.
  const isWhole = source.entries.every(({ key }) => entryOf(target, String(key.value)) !== undefined);
  if (!isWhole || equal.length < fewest || equal.length === target.entries.length) return undefined;
  return [...edits, ...mergeEdits(text, target, new Set(equal), anchor)];
}

const sizeOf = (node: Node): number =>
  node.kind === "map" ? node.entries.length : node.kind === "sequence" ? node.items.length : 0;

const isEqual = (one: Json | undefined, other: Json | undefined): boolean =>
  other !== undefined && JSON.stringify(one) === JSON.stringify(other);

function own(map: Json | undefined, key: string): Json | undefined {
  if (typeof map !== "object" || map === null || !Object.hasOwn(map, key)) return undefined;
  return (map as { readonly [key: string]: Json })[key];
}

function freeName(text: string, name: string): string {
  const isTaken = (one: string): boolean => text.includes(`&${one}`) || text.includes(`*${one}`);
  if (!isTaken(name)) return name;
  for (let number = 2; ; number += 1) if (!isTaken(`${name}-${number}`)) return `${name}-${number}`;
}

/** Behind the colon where the value stands below it, else before the value. */
function anchorEdit(text: string, entry: Entry, value: Node, anchor: string): TextEdit {
  const colon = text.indexOf(":", entry.key.range.end) + 1;
  const isBelow = text.slice(colon, value.range.start).includes("\n");
  const at = isBelow ? colon : value.range.start;
  return { range: { start: at, end: at }, text: isBelow ? ` &${anchor}` : `&${anchor} ` };
}

function aliasEdit(text: string, entry: Entry, value: Node, anchor: string): TextEdit {
  const colon = text.indexOf(":", entry.key.range.end) + 1;
  const end = value.range.start + text.slice(value.range.start, value.range.end).trimEnd().length;
  return { range: { start: colon, end }, text: ` *${anchor}` };
}

/** `<<` where the first entry stands, and away with the lines of those that come with it. */
function mergeEdits(text: string, map: MapNode, equal: ReadonlySet<Entry>, anchor: string): readonly TextEdit[] {
  const [first] = map.entries;
  if (first === undefined) return [];
  if (map.flow) {
    const kept = map.entries
      .filter((entry) => !equal.has(entry))
      .map(({ range }) => text.slice(range.start, range.end));
    const end = map.entries.at(-1)?.range.end ?? first.range.end;
    return [{ range: { start: first.range.start, end }, text: [`<<: *${anchor}`, ...kept].join(", ") }];
  }
  const column = first.range.start - lineStart(text, first.range.start);
  const lineFeed = text.slice(lineEnd(text, first.range.start), nextLine(text, first.range.start)) || "\n";
  const merge = `${" ".repeat(column)}<<: *${anchor}${lineFeed}`;
  const start = lineStart(text, first.range.start);
  const removed = map.entries
    .filter((entry) => equal.has(entry))
    .map(({ range }): TextEdit => {
      const end = nextLine(text, tailOf(text, Math.max(range.start, range.end - 1), column, false));
      return { range: { start: lineStart(text, range.start), end }, text: "" };
    });
  const [head, ...rest] = removed;
  return head?.range.start === start
    ? [{ ...head, text: merge }, ...rest]
    : [{ range: { start, end: start }, text: merge }, ...removed];
}
