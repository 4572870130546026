import type { TextEdit } from "./operation";

/** A line that an edit took away or wrote. */
export interface ChangedLine {
  readonly kind: "removed" | "added";
  /** From 1; of a removed line in the text before, of an added one in the text after. */
  readonly line: number;
  readonly text: string;
}

/**
 * What edits did to a text, as whole lines in the order of the text: those that went, and those that came in their place.
 * `edits` are as `edit` gives them: sorted, none upon another.
 */
export function changedLines(before: string, after: string, edits: readonly TextEdit[]): readonly ChangedLine[] {
  const [was, is] = [linesIn(before), linesIn(after)];
  let shift = 0;
  return stretches(before, edits).flatMap(({ from, to, grown }) => {
    const start = from + shift;
    shift += grown;
    return differing(was.slice(from, to + 1), is.slice(start, to + 1 + shift), from, start);
  });
}

/** Lines from 0, both ends included, that some edits lie in, and by how many lines they grow. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly grown: number;
}

function stretches(before: string, edits: readonly TextEdit[]): readonly Stretch[] {
  const found: Stretch[] = [];
  let [line, offset] = [0, 0];
  const lineOf = (place: number): number => {
    line += breaksIn(before.slice(offset, place));
    offset = place;
    return line;
  };
  for (const { range, text } of edits) {
    const [from, to] = [lineOf(range.start), lineOf(range.end)];
    const grown = breaksIn(text) - (to - from);
    const last = found.at(-1);
    if (last !== undefined && from <= last.to) found[found.length - 1] = { ...last, to, grown: last.grown + grown };
    else found.push({ from, to, grown });
  }
  return found;
}

/** Without the lines at both ends that are the same. */
function differing(
  was: readonly string[],
  is: readonly string[],
  wasFrom: number,
  isFrom: number,
): readonly ChangedLine[] {
  const least = Math.min(was.length, is.length);
  let head = 0;
  while (head < least && was[head] === is[head]) head++;
  let tail = 0;
  while (tail < least - head && was.at(-1 - tail) === is.at(-1 - tail)) tail++;
  const inside = (lines: readonly string[], from: number, kind: ChangedLine["kind"]) =>
    lines
      .slice(head, lines.length - tail)
      .map((text, index): ChangedLine => ({ kind, line: from + head + index + 1, text }));
  return [...inside(was, wasFrom, "removed"), ...inside(is, isFrom, "added")];
}

function linesIn(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
