import type { ScalarNode, ScalarStyle } from "../node";
import {
  BACKSLASH,
  COLON,
  DASH,
  DOUBLE_QUOTE,
  HASH,
  isFlow,
  isGap,
  isReserved,
  LINE_FEED,
  RETURN,
  SINGLE_QUOTE,
  SPACE,
} from "./characters";
import type { Cursor } from "./cursor";

/** A scalar on one line, in quotes or without. A key is its own spelling; a value is what the core schema makes of it. */
export function readScalar(cursor: Cursor, flow: boolean, key: boolean): ScalarNode | undefined {
  const code = cursor.peek();
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readQuoted(cursor, code);
  const start = cursor.at;
  if (!canBegin(cursor, flow)) return undefined;
  const source = readSource(cursor, flow);
  const value = key ? source : resolve(source);
  return value === undefined ? undefined : scalar(value, "plain", start, start + source.length);
}

export function scalar(value: ScalarNode["value"], style: ScalarStyle, start: number, end: number): ScalarNode {
  return { kind: "scalar", value, style, range: { start, end } };
}

function canBegin(cursor: Cursor, flow: boolean): boolean {
  const code = cursor.peek();
  if (code !== DASH) return !isGap(code) && !isReserved(code);
  const next = cursor.peek(1);
  return !isGap(next) && !(flow && isFlow(next));
}

/** Leaves the cursor behind the last character that is not a space. */
function readSource(cursor: Cursor, flow: boolean): string {
  const { text, at: start } = cursor;
  let end = start;
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === SPACE) continue;
    if (code === LINE_FEED || code === RETURN) break;
    if (flow && isFlow(code)) break;
    if (code === HASH && index > end) break;
    if (code === COLON) {
      const next = text.charCodeAt(index + 1);
      if (isGap(next) || (flow && isFlow(next))) break;
    }
    end = index + 1;
  }
  cursor.at = end;
  return text.slice(start, end);
}

const special = /^[-+.0-9~nNtTfF]/;
const number = /^(?:0|-?[1-9][0-9]{0,14}|-?(?:0|[1-9][0-9]{0,9})\.[0-9]{1,10})$/;
/** Other spellings of numbers, which are not worth knowing twice. */
const unusual =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|0[ox][0-9a-fA-F]+)$/;
const words = new Map<string, boolean | null>([
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
  ...["null", "Null", "NULL", "~"].map((word) => [word, null] as const),
]);

function resolve(source: string): ScalarNode["value"] | undefined {
  if (!special.test(source)) return source;
  const word = words.get(source);
  if (word !== undefined) return word;
  if (number.test(source)) return Number(source);
  return unusual.test(source) ? undefined : source;
}

function readQuoted(cursor: Cursor, quote: number): ScalarNode | undefined {
  const { text, at: start } = cursor;
  let plain = true;
  let index = start + 1;
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === LINE_FEED || code === RETURN) return undefined;
    if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      plain = false;
      index++;
    } else if (code === quote) {
      if (quote === DOUBLE_QUOTE || text.charCodeAt(index + 1) !== quote) break;
      plain = false;
      index++;
    }
  }
  if (index >= text.length) return undefined;
  cursor.at = index + 1;
  const inner = text.slice(start + 1, index);
  const style = quote === DOUBLE_QUOTE ? "double" : "single";
  if (plain) return scalar(inner, style, start, cursor.at);
  const value = style === "single" ? inner.replaceAll("''", "'") : withoutEscapes(inner);
  return value === undefined ? undefined : scalar(value, style, start, cursor.at);
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["0", "\0"],
  ["e", "\u001b"],
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  [" ", " "],
]);

function withoutEscapes(inner: string): string | undefined {
  let known = true;
  const value = inner.replaceAll(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))/gsu, (_, byte, unit, other) => {
    const hex: string | undefined = byte ?? unit;
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    const meant = escapes.get(other);
    if (meant === undefined) known = false;
    return meant ?? "";
  });
  return known ? value : undefined;
}
