/**
 * How deep the tokens of a text nest: flow brackets, and block collections by their columns. Counted on tokens, because
 * the parser that follows recurses and must not be given what it cannot take.
 * @returns the offset at which `limit` is exceeded, or undefined.
 */
export function tooDeepAt(tokens: readonly string[], limit: number): number | undefined {
  const columns: number[] = [];
  let flow = 0;
  let offset = 0;
  let column = 0;
  let opens = true;
  for (const token of tokens) {
    const first = token[0];
    // The lexer's own marks stand for no text.
    if (first === undefined || marks.includes(first)) continue;
    if (isText(first)) {
      if (opens && flow === 0 && token.trim() !== "") {
        while (columns.length > 0 && (columns.at(-1) ?? 0) >= column) columns.pop();
        columns.push(column);
      }
      // What follows one of these on the line can be a collection again, wrong as it may be.
      opens = token === "-" || token === "?" || token === ":";
      if (token === "{" || token === "[") flow++;
      else if (token === "}" || token === "]") flow = Math.max(0, flow - 1);
      if (columns.length + flow > limit) return offset;
    }
    const feed = token.lastIndexOf("\n");
    if (feed === -1) column += token.length;
    else {
      column = token.length - feed - 1;
      opens = true;
    }
    offset += token.length;
  }
  return undefined;
}

const marks = "\u0002\u0018\u001f";

/** Not white space, a line end or a comment. */
function isText(first: string): boolean {
  return !" \t\r\n#\ufeff".includes(first);
}
