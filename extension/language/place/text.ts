/** Offsets of lines, and what begins where, in a text that may be broken. */

export function startOfLine(text: string, offset: number): number {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}

export function endOfLine(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  const end = feed < 0 ? text.length : feed;
  return end > offset && text[end - 1] === "\r" ? end - 1 : end;
}

/** Behind the line's end; beyond the text for its last line. */
export function startOfNext(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  return feed < 0 ? text.length + 1 : feed + 1;
}

/** The first character of a line that is no space; the line's end for a blank one. */
export function contentOf(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text[at] === " " || text[at] === "\t")) at += 1;
  return at;
}

export function skipSpaces(text: string, from: number, end: number): number {
  return contentOf(text, from, end);
}

/** A dash that begins an item: a space or the line's end follows. */
export function isDash(text: string, at: number, end: number): boolean {
  return text[at] === "-" && (at + 1 >= end || text[at + 1] === " " || text[at + 1] === "\t");
}

export interface Key {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly colon: number;
}

/** The key that begins at `at`, with its colon on the same line. */
export function keyAt(text: string, at: number, end: number): Key | undefined {
  const first = text[at];
  if (first === undefined || at >= end || "#[]{},|>@`%".includes(first)) return undefined;
  if (first === '"' || first === "'") {
    const close = closingQuote(text, at, end);
    if (close === undefined) return undefined;
    const colon = skipSpaces(text, close + 1, end);
    if (text[colon] !== ":" || !isBreak(text[colon + 1])) return undefined;
    return { name: text.slice(at + 1, close), start: at, end: close + 1, colon };
  }
  for (let colon = at; colon < end; colon += 1) {
    const character = text[colon];
    if (character === "#" && isBreak(text[colon - 1])) return undefined;
    if (character !== ":" || !isBreak(text[colon + 1])) continue;
    const name = text.slice(at, colon).trimEnd();
    return name === "" ? undefined : { name: name.replace(/^&\S+\s+/, ""), start: at, end: at + name.length, colon };
  }
  return undefined;
}

/** Where the quote that opens at `open` is closed before `end`. */
export function closingQuote(text: string, open: number, end: number): number | undefined {
  const quote = text[open];
  for (let at = open + 1; at < end; at += 1) {
    if (quote === '"' && text[at] === "\\") at += 1;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === quote) at += 1;
      else return at;
    }
  }
  return undefined;
}

/** The end of a plain scalar that begins at `from`: before its comment and the spaces behind it. */
export function endOfPlain(text: string, from: number, end: number): number {
  let stop = from;
  for (let at = from; at < end; at += 1) {
    if (text[at] === "#" && (at === from || isBreak(text[at - 1]))) break;
    if (!isBreak(text[at])) stop = at + 1;
  }
  return stop;
}

export function isBreak(character: string | undefined): boolean {
  return character === undefined || character === " " || character === "\t" || character === "\n" || character === "\r";
}
