/** A place as editors and compilers count it: both from 1. `text` is the whole line, without its end. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const breaks = before.match(/\r\n|\n|\r/g);
  const start = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  const end = text.slice(start).search(/[\r\n]/);
  return {
    line: (breaks?.length ?? 0) + 1,
    column: offset - start + 1,
    text: end < 0 ? text.slice(start) : text.slice(start, start + end),
  };
}
