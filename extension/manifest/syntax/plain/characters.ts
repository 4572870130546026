/** Code units that the reader of plain YAML looks for. */
export const LINE_FEED = 10;
export const RETURN = 13;
export const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const AMPERSAND = 38;
export const SINGLE_QUOTE = 39;
export const ASTERISK = 42;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;
export const GREATER = 62;
export const BACKSLASH = 92;
export const OPEN_LIST = 91;
export const CLOSE_LIST = 93;
export const OPEN_MAP = 123;
export const BAR = 124;
export const CLOSE_MAP = 125;

const kinds = new Uint8Array(128);
const FLOW = 1;
const RESERVED = 2;
const NAME = 4;
for (const character of ",[]{}") kinds[character.charCodeAt(0)] = FLOW | RESERVED;
for (const character of "#&*!|>'\"%@`?:") kinds[character.charCodeAt(0)] = RESERVED;
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-") {
  kinds[character.charCodeAt(0)] = NAME;
}

const is = (code: number, kind: number): boolean => code < 128 && ((kinds[code] ?? 0) & kind) !== 0;

export const isFlow = (code: number): boolean => is(code, FLOW);
/** With these a plain scalar cannot begin, or only sometimes. */
export const isReserved = (code: number): boolean => is(code, RESERVED);
/** Of an anchor's name; YAML takes more, which is left to the whole parser. */
export const isName = (code: number): boolean => is(code, NAME);
/** A space, the end of a line or of the text. Tabs are not read here at all. */
export const isGap = (code: number): boolean =>
  code === SPACE || code === LINE_FEED || code === RETURN || Number.isNaN(code);
