import { parseDocument } from "yaml";

/**
 * Whether two texts say the same. A peer may lay out what it writes in another way, and leave other gaps to fill: an
 * empty list, map or item counts as nothing.
 */
export function sameMeaning(expected: string, actual: string): boolean {
  return expected === actual || (meaning(expected) === meaning(actual) && trailing(expected) === trailing(actual));
}

function meaning(marked: string): string {
  return JSON.stringify(plain(parseDocument(withoutMark(marked), { uniqueKeys: false, merge: true }).toJS())) ?? "";
}

/** What stands on the lines behind the cursor's, which no item may touch. */
function trailing(marked: string): string {
  const at = marked.lastIndexOf("|");
  const text = withoutMark(marked);
  return (text.slice(text.indexOf("\n", at)).match(/#.*/g) ?? []).join("\n");
}

function withoutMark(marked: string): string {
  const at = marked.lastIndexOf("|");
  return at < 0 ? marked : marked.slice(0, at) + marked.slice(at + 1);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(plain).filter((item) => item !== null);
    return items.length === 0 ? null : items;
  }
  if (value === "" || value === undefined || value === null) return null;
  if (typeof value !== "object") return String(value);
  const entries = Object.entries(value).map(([key, item]) => [key, plain(item)] as const);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}
