/** FNV-1a over UTF-16 code units: 32 bits in eight hexadecimal digits. For names and for noticing change, not for safety. */
export function hash(text: string): string {
  return hashNumber(text).toString(16).padStart(8, "0");
}

/** The same, as a number from 0 to 2^32 - 1. */
export function hashNumber(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}
