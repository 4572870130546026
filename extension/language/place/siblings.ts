import { contentOf, endOfLine, isDash, keyAt, skipSpaces, startOfLine, startOfNext } from "./text";

/** The keys that stand in a column around a line, up to where the indentation says that the map ends. */
export function keysAround(text: string, line: number, column: number): ReadonlySet<string> {
  const found = new Set<string>();
  const own = read(text, line, column);
  if (own.dash === undefined) {
    for (let at = line; at > 0; ) {
      const above = startOfLine(text, at - 1);
      if (above >= at) break;
      at = above;
      const { key, ends, dash } = read(text, at, column);
      if (key !== undefined) found.add(key);
      if (ends || dash !== undefined) break;
    }
  }
  for (let at = startOfNext(text, line); at < text.length; at = startOfNext(text, at)) {
    const { key, ends, dash } = read(text, at, column);
    if (ends || dash !== undefined) break;
    if (key !== undefined) found.add(key);
  }
  return found;
}

/** `dash`: the line begins an item whose first key stands in the column. */
function read(text: string, line: number, column: number): { key?: string; ends: boolean; dash?: true } {
  const end = endOfLine(text, line);
  let content = contentOf(text, line, end);
  if (content === end || text[content] === "#") return { ends: false };
  const first = content;
  while (isDash(text, content, end) && content - line < column) content = skipSpaces(text, content + 1, end);
  const hasDash = content > first;
  if (content - line !== column || isDash(text, content, end)) return { ends: first - line < column };
  const key = keyAt(text, content, end)?.name;
  return { ...(key !== undefined && { key }), ends: false, ...(hasDash && { dash: true }) };
}

/** The plain items of a block list whose dashes stand in a column, around a line. */
export function itemsAround(text: string, line: number, column: number): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (at: number): boolean => {
    const end = endOfLine(text, at);
    const content = contentOf(text, at, end);
    if (content === end || text[content] === "#" || content - at > column) return true;
    if (content - at < column || !isDash(text, content, end)) return false;
    const item = text
      .slice(content + 1, end)
      .replace(/\s+#.*$/, "")
      .trim();
    found.add(item.replace(/^(["'])(.*)\1$/, "$2"));
    return true;
  };
  for (let at = line; at > 0; ) {
    const above = startOfLine(text, at - 1);
    if (above >= at || !visit(above)) break;
    at = above;
  }
  for (let at = startOfNext(text, line); at < text.length && visit(at); ) at = startOfNext(text, at);
  return found;
}
