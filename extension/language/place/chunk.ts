import { contentOf, endOfLine, isDash, keyAt, startOfLine, startOfNext } from "./text";

/** Where reading begins so that the cursor's place becomes clear: the entry around it, with what is around that. */
export interface Start {
  /** The first line to read. */
  readonly offset: number;
  /** The keys above that line, with their columns. */
  readonly parents: readonly { readonly name: string; readonly column: number }[];
  /** By how much the file indents. */
  readonly step: number;
}

/**
 * Finds the top-level entry above the cursor, and in it the entry one level below: a component, an environment. A mistake
 * further up does not reach down to there.
 */
export function startOf(text: string, cursor: number): Start {
  const line = startOfLine(text, cursor);
  const top = topLine(text, line);
  if (top === undefined) return { offset: startOfLine(text, 0), parents: [], step: 2 };
  const end = endOfLine(text, top);
  const key = keyAt(text, top, end);
  const child = firstChild(text, startOfNext(text, end));
  if (key === undefined || child === undefined) return { offset: top, parents: [], step: child ?? 2 };
  const entry = entryLine(text, line, top, child);
  if (entry === undefined) return { offset: top, parents: [], step: child };
  return { offset: entry, parents: [{ name: key.name, column: 0 }], step: child };
}

/** The nearest line at or above that begins with a key in the first column. */
function topLine(text: string, from: number): number | undefined {
  for (let line = from; ; line = startOfLine(text, line - 1)) {
    const first = text[line];
    if (first !== undefined && !" \t\r\n#-".includes(first) && keyAt(text, line, endOfLine(text, line)) !== undefined) {
      return line;
    }
    if (line <= 1) return undefined;
  }
}

/** The column of the first entry below a top-level key. */
function firstChild(text: string, from: number): number | undefined {
  for (let line = from; line < text.length; line = startOfNext(text, line)) {
    const end = endOfLine(text, line);
    const content = contentOf(text, line, end);
    if (content === end || text[content] === "#") continue;
    return content === line || isDash(text, content, end) ? undefined : content - line;
  }
  return undefined;
}

/** The nearest line at or above the cursor's whose entry begins in the column. */
function entryLine(text: string, from: number, top: number, column: number): number | undefined {
  for (let line = from; line > top; line = startOfLine(text, line - 1)) {
    const end = endOfLine(text, line);
    const content = contentOf(text, line, end);
    if (content - line === column && text[content] !== "#" && keyAt(text, content, end) !== undefined) return line;
  }
  return undefined;
}
