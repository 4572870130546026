import { type Manifest, openManifest, toJson } from "../../manifest";
import type { Entry, Node } from "../../syntax/node";
import { sameJson } from "../difference";
import { layoutOf } from "../layout";
import { columnOf, commentsAbove, indentOf, isBlank, lineStart, tailOf } from "../lines";
import { fromJson, keyOf } from "../model";
import { applyEdits } from "../pieces";
import { renderEntry, renderFlow } from "../render";

/**
 * Entries of a map as lines of YAML at column 0, as their author wrote them: comments, quotes and blank lines included.
 * Aliases of what stands outside are resolved, since it stays behind; where that or the layout leaves no other way, an
 * entry is written anew. With `alone`, aliases of what stands in an earlier entry are resolved as well.
 */
export function sourcesOf(
  manifest: Manifest,
  entries: readonly Entry[],
  alone = false,
): readonly (readonly string[])[] {
  const known = new Set<string>();
  return entries.map((entry) => {
    const lines = asWritten(manifest, entry, known) ?? rendered(manifest, entry);
    if (!alone) for (const name of anchorsIn(entry.value)) known.add(name);
    return lines;
  });
}

function asWritten(manifest: Manifest, entry: Entry, known: ReadonlySet<string>): readonly string[] | undefined {
  const { text } = manifest;
  const { start, end } = entry.range;
  const column = columnOf(text, start);
  const line = lineStart(text, start);
  if (!isBlank(text.slice(line, start))) return undefined;
  const top = commentsAbove(text, line, column, 0);
  const stop = tailOf(text, end, column, false);
  const outside = outsideAliases(entry.value);
  const edits = outside
    .filter((alias) => !known.has(alias.name) && manifest.resolve(alias) !== undefined)
    .map((alias) => ({
      range: { start: alias.range.start - top, end: alias.range.end - top },
      text: renderFlow(fromJson(toJson(manifest, alias) ?? null), layoutOf(text, manifest.root)),
    }));
  const lines = applyEdits(text.slice(top, stop), edits)
    .split(/\r?\n/)
    .map((one) => shift(one, -column));
  return saysTheSame(manifest, entry, lines, outside.length > edits.length) ? lines : undefined;
}

function rendered(manifest: Manifest, { key, value }: Entry): readonly string[] {
  const json = fromJson(toJson(manifest, value) ?? null);
  return renderEntry({ key: keyOf(key), value: json }, layoutOf(manifest.text, manifest.root), 0);
}

/** The lines are read again: a layout that depends on what stands around it shows there. */
function saysTheSame(
  manifest: Manifest,
  { key, value }: Entry,
  lines: readonly string[],
  hasOutside: boolean,
): boolean {
  const alone = openManifest(`${lines.join("\n")}\n`);
  const { root } = alone;
  const copy = root?.kind === "map" && root.entries.length === 1 && isSound(alone) ? root.entries[0] : undefined;
  if (copy === undefined || keyOf(copy.key) !== keyOf(key) || !sameAnchors(value, copy.value)) return false;
  // What an alias of an earlier entry says can be seen only together with that.
  return hasOutside || sameJson(toJson(alone, copy.value), toJson(manifest, value));
}

/** An anchor above the entry's own value belongs to it; one that the slice lost would be missed later. */
function sameAnchors(before: Node | undefined, after: Node | undefined): boolean {
  return JSON.stringify(anchorsIn(before)) === JSON.stringify(anchorsIn(after));
}

export function isSound({ problems }: Manifest): boolean {
  return !problems.some(({ code }) => code === "yaml-syntax" || code === "several-documents" || code === "not-text");
}

/** The names of all anchors in a node, in the text's order. */
export function anchorsIn(node: Node | undefined): readonly string[] {
  const found: string[] = [];
  visit(node, (one) => {
    if (one.kind !== "alias" && one.anchor !== undefined) found.push(one.anchor);
  });
  return found;
}

/** The aliases in a node whose anchor does not stand in it, before them. */
export function outsideAliases(node: Node | undefined): readonly (Node & { readonly kind: "alias" })[] {
  const known = new Set<string>();
  const found: (Node & { readonly kind: "alias" })[] = [];
  visit(node, (one) => {
    if (one.kind === "alias") {
      if (!known.has(one.name)) found.push(one);
    } else if (one.anchor !== undefined) known.add(one.anchor);
  });
  return found;
}

export function visit(node: Node | undefined, see: (node: Node) => void): void {
  if (node === undefined) return;
  see(node);
  if (node.kind === "map") for (const { value } of node.entries) visit(value, see);
  if (node.kind === "sequence") for (const item of node.items) visit(item, see);
}

/** Moves a line by so many columns, to the left at most as far as it is indented. */
export function shift(line: string, by: number): string {
  if (line === "") return line;
  return by >= 0 ? " ".repeat(by) + line : line.slice(Math.min(-by, indentOf(isBlank(line) ? `${line}.` : line)));
}
