import type { TextEdit } from "./operation";

/** Applies edits as `edit` gives them: sorted, not overlapping, all against `text`. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let end = 0;
  for (const edit of edits) {
    result += text.slice(end, edit.range.start) + edit.text;
    end = edit.range.end;
  }
  return result + text.slice(end);
}

/** A text under successive edits, remembered as stretches of the original and what came between them. */
export interface Pieces {
  /** `edits` are sorted, do not overlap, and are against the text as it is now. */
  apply(edits: readonly TextEdit[]): void;
  /** All that was applied as the fewest, smallest edits against the original. */
  edits(): readonly TextEdit[];
  text(): string;
}

type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/** Starts with the original, untouched. */
export function createPieces(original: string): Pieces {
  let pieces: readonly Piece[] = [{ start: 0, end: original.length }];
  return {
    apply: (edits) => {
      pieces = splice(pieces, edits);
    },
    edits: () => gaps(original, pieces).flatMap((edit) => trim(original, edit)),
    text: () => pieces.map((piece) => ("text" in piece ? piece.text : original.slice(piece.start, piece.end))).join(""),
  };
}

function splice(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const result: Piece[] = [];
  let position = 0;
  let next = 0;
  let removeTo = 0;
  for (const piece of pieces) {
    const length = lengthOf(piece);
    let taken = 0;
    while (taken < length) {
      const edit = edits[next];
      const at = position + taken;
      if (at < removeTo) {
        taken = Math.min(length, removeTo - position);
      } else if (edit === undefined || edit.range.start >= position + length) {
        result.push(cut(piece, taken, length));
        taken = length;
      } else {
        if (edit.range.start > at) result.push(cut(piece, taken, edit.range.start - position));
        if (edit.text !== "") result.push({ text: edit.text });
        taken = edit.range.start - position;
        removeTo = edit.range.end;
        next += 1;
      }
    }
    position += length;
  }
  for (const edit of edits.slice(next)) if (edit.text !== "") result.push({ text: edit.text });
  return result;
}

function lengthOf(piece: Piece): number {
  return "text" in piece ? piece.text.length : piece.end - piece.start;
}

function cut(piece: Piece, from: number, to: number): Piece {
  if ("text" in piece) return { text: piece.text.slice(from, to) };
  return { start: piece.start + from, end: piece.start + to };
}

function gaps(original: string, pieces: readonly Piece[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let end = 0;
  let text = "";
  const close = (start: number): void => {
    if (start > end || text !== "") edits.push({ range: { start: end, end: start }, text });
    text = "";
  };
  for (const piece of pieces) {
    if ("text" in piece) {
      text += piece.text;
    } else {
      close(piece.start);
      end = piece.end;
    }
  }
  close(original.length);
  return edits;
}

/** Leaves out what an edit has in common with what it replaces. Never cuts a line end or a character in two. */
function trim(original: string, edit: TextEdit): TextEdit[] {
  const old = original.slice(edit.range.start, edit.range.end);
  const { text } = edit;
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old[head] === text[head]) head += 1;
  while (head > 0 && (splits(old, head) || splits(text, head))) head -= 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
  while (tail > 0 && (splits(old, old.length - tail) || splits(text, text.length - tail))) tail -= 1;
  if (head + tail === old.length && head + tail === text.length) return [];
  const range = { start: edit.range.start + head, end: edit.range.end - tail };
  return [{ range, text: text.slice(head, text.length - tail) }];
}

function splits(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return (
    (before === 0x0d && after === 0x0a) || (before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff)
  );
}
