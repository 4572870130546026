import { layoutOf } from "../manifest/edit/layout";
import { fromNode, sameModel } from "../manifest/edit/model";
import type { TextEdit } from "../manifest/edit/operation";
import { applyEdits } from "../manifest/edit/pieces";
import { type Manifest, openManifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";
import type { Node } from "../manifest/syntax/node";
import { lineAt, lineStarts } from "./fold";
import { walk } from "./walk";

/**
 * Moves lines to the indentation that `step` spaces a level make, and takes trailing spaces away. Comments move with
 * what they stand above; nothing is printed anew. No edits for a text that cannot be read, or that would read otherwise.
 */
export function format(manifest: Manifest, step: number): readonly TextEdit[] {
  const { text, root } = manifest;
  if (!manifest.readable || root?.kind !== "map" || root.flow) return [];
  const starts = lineStarts(text);
  const strings = linesOfStrings(manifest, starts);
  const trailing = starts.flatMap((start, line): TextEdit[] => {
    const content = lineText(text, starts, line);
    const kept = content.trimEnd();
    const isFree = kept.length < content.length && !strings.has(line);
    return isFree ? [{ range: { start: start + kept.length, end: start + content.length }, text: "" }] : [];
  });
  const indents = indentEdits(manifest, starts, step, strings);
  for (const edits of [merged([...indents, ...trailing]), trailing]) if (isSame(manifest, edits)) return edits;
  return [];
}

/** The same for the lines that `range` touches alone; no edits where the others would have to move with them. */
export function formatRange(manifest: Manifest, step: number, range: Range): readonly TextEdit[] {
  const { text } = manifest;
  const start = text.lastIndexOf("\n", range.start - 1) + 1;
  const feed = text.indexOf("\n", range.end);
  const end = feed === -1 ? text.length : feed;
  const edits = format(manifest, step).filter((edit) => edit.range.start >= start && edit.range.end <= end);
  // Of a block that is moved in part the rest may read otherwise.
  return isSame(manifest, edits) ? edits : [];
}

function isSame(manifest: Manifest, edits: readonly TextEdit[]): boolean {
  if (edits.length === 0) return true;
  const after = openManifest(applyEdits(manifest.text, edits), manifest);
  return after.readable && sameModel(fromNode(manifest.root), fromNode(after.root));
}

/** A line of spaces alone is emptied, not indented. */
function merged(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return sorted.filter(({ range }, index) => {
    const next = sorted[index + 1];
    return next === undefined || range.end <= next.range.start;
  });
}

/** Lines whose ends belong to a string. */
function linesOfStrings({ text, root }: Manifest, starts: readonly number[]): ReadonlySet<number> {
  const lines = new Set<number>();
  walk(root, (node) => {
    if (node.kind !== "scalar" || !text.slice(node.range.start, node.range.end).includes("\n")) return;
    const isBlock = node.style === "literal" || node.style === "folded";
    for (let line = lineAt(starts, node.range.start); line <= lineAt(starts, node.range.end - 1); line += 1)
      if (!isBlock || line > lineAt(starts, node.range.start)) lines.add(line);
    // What follows a block's last line may still be part of it.
    if (isBlock)
      for (
        let line = lineAt(starts, node.range.end);
        /^\s*$/.test(lineText(text, starts, line)) && line < starts.length;
        line += 1
      )
        lines.add(line);
  });
  return lines;
}

function lineText(text: string, starts: readonly number[], line: number): string {
  return text.slice(starts[line] ?? text.length, starts[line + 1] ?? text.length).replace(/\r?\n$/, "");
}

function indentEdits(
  { text, root }: Manifest,
  starts: readonly number[],
  step: number,
  strings: ReadonlySet<number>,
): readonly TextEdit[] {
  const shifts: (number | undefined)[] = starts.map(() => undefined);
  const columnOf = (offset: number): number => offset - (starts[lineAt(starts, offset)] ?? 0);
  const listStep = layoutOf(text, root).listStep === 0 ? 0 : step;
  const shift = (from: number, to: number, by: number): void => {
    for (let line = lineAt(starts, from); line <= lineAt(starts, Math.max(from, to - 1)); line += 1) shifts[line] = by;
  };
  /** `column`: where the node's entries or dashes are to stand. */
  const place = (node: Node | undefined, column: number): void => {
    if (node === undefined || (node.kind !== "map" && node.kind !== "sequence") || node.flow) return;
    const by = column - columnOf(node.range.start);
    const children = node.kind === "map" ? node.entries : node.items.map((value) => ({ value, range: value.range }));
    for (const { value, range } of children) {
      const begin = node.kind === "map" ? range.start : text.lastIndexOf("-", range.start);
      shift(begin, range.end, by);
      if (value === undefined || value.kind === "scalar" || value.kind === "alias") continue;
      const inline = lineAt(starts, begin) === lineAt(starts, value.range.start);
      if (inline) place(value, columnOf(value.range.start) + by);
      else place(value, column + (value.kind === "sequence" && node.kind === "map" ? listStep : step));
    }
  };
  place(root, 0);
  // A comment goes with the next line that has something else on it, or with the one above when it stands deeper.
  let below = { shift: 0, indent: 0 };
  for (let line = starts.length - 1; line >= 0; line -= 1) {
    const content = lineText(text, starts, line);
    const indent = content.length - content.trimStart().length;
    if (content.trim() === "") continue;
    const isComment = content[indent] === "#" && !strings.has(line);
    if (isComment && indent <= below.indent) shifts[line] = below.shift;
    if (!isComment) below = { shift: shifts[line] ?? 0, indent };
  }
  return starts.flatMap((start, line): TextEdit[] => {
    const content = lineText(text, starts, line);
    const indent = content.length - content.trimStart().length;
    const by = shifts[line] ?? 0;
    if (by === 0 || content.trim() === "") return [];
    const range = { start, end: start + Math.min(indent, Math.max(0, -by)) };
    return [{ range, text: " ".repeat(Math.max(0, by)) }];
  });
}
