import type { Manifest } from "../manifest/manifest";
import { walk } from "./walk";

/** Lines from 0; the first stays visible. */
export interface Fold {
  readonly start: number;
  readonly end: number;
  readonly kind?: "comment";
}

/** What spans several lines: maps, lists, long strings, and comments of several lines. */
export function fold(manifest: Manifest): readonly Fold[] {
  const { text, root } = manifest;
  const lines = lineStarts(text);
  const lineOf = (offset: number): number => lineAt(lines, offset);
  const ends = new Map<number, number>();
  walk(root, (node, entry) => {
    if (node === root || node.kind === "alias") return;
    const start = lineOf(entry?.key.range.start ?? node.range.start);
    const end = lineOf(Math.max(node.range.start, node.range.end - 1));
    // Of several things that begin on a line, the arrow folds the largest.
    if (end > start) ends.set(start, Math.max(end, ends.get(start) ?? 0));
  });
  const folds: Fold[] = [...ends].map(([start, end]) => ({ start, end }));
  for (let line = 0, first = -1; line <= lines.length; line += 1) {
    const isComment = line < lines.length && /^[ \t]*#/.test(text.slice(lines[line], lines[line + 1]));
    if (isComment && first < 0) first = line;
    if (isComment || first < 0) continue;
    if (line - 1 > first) folds.push({ start: first, end: line - 1, kind: "comment" });
    first = -1;
  }
  return folds.sort((a, b) => a.start - b.start);
}

export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The line of an offset, by bisection. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
