/** Where lines begin and end in a text; all offsets are UTF-16 code units, and a byte order mark is not part of a line. */

export function lineStart(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}

/** Before the line's end characters. */
export function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  if (feed < 0) return text.length;
  return feed > offset && text[feed - 1] === "\r" ? feed - 1 : feed;
}

/** Behind the line's end characters. */
export function nextLine(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  return feed < 0 ? text.length : feed + 1;
}

export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** The text's own line end; `\n` for a text of one line. */
export function lineBreak(text: string): string {
  const feed = text.indexOf("\n");
  return feed > 0 && text[feed - 1] === "\r" ? "\r\n" : "\n";
}

export function isBlank(line: string): boolean {
  return line.trim() === "";
}

export function isComment(line: string): boolean {
  return line.trimStart().startsWith("#");
}

export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/**
 * The end of what belongs to a node that ends at `offset`: its last line with the comment there, and the comment lines
 * below that are indented deeper than `column`. With `same`, also those at `column` that follow without a blank line.
 */
export function tailOf(text: string, offset: number, column: number, same: boolean): number {
  let end = lineEnd(text, offset);
  let near = true;
  for (let start = nextLine(text, end); start < text.length; start = nextLine(text, start)) {
    const stop = lineEnd(text, start);
    const line = text.slice(start, stop);
    if (isBlank(line)) {
      near = false;
      continue;
    }
    const indent = indentOf(line);
    if (!isComment(line) || !(indent > column || (same && near && indent === column))) break;
    end = stop;
    near = true;
  }
  return end;
}

/** The start of the comment lines directly above the line that begins at `start`, at its column and not above `limit`. */
export function commentsAbove(text: string, start: number, column: number, limit: number): number {
  let top = start;
  while (top > limit) {
    const above = lineStart(text, top - 1);
    const line = text.slice(above, lineEnd(text, above));
    if (above >= top || above < limit || !isComment(line) || indentOf(line) !== column) break;
    top = above;
  }
  return top;
}

/** The start of the blank lines directly above the line that begins at `start`. */
export function blanksAbove(text: string, start: number): number {
  let top = start;
  while (top > 0) {
    const above = lineStart(text, top - 1);
    if (above >= top || !isBlank(text.slice(above, lineEnd(text, above)))) break;
    top = above;
  }
  return top;
}

/** Behind the blank lines that begin at `start`, the start of a line. */
export function blanksBelow(text: string, start: number): number {
  let end = start;
  while (end < text.length && isBlank(text.slice(end, lineEnd(text, end)))) end = nextLine(text, end);
  return end;
}
