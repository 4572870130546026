import { t } from "../manifest/l10n";
import { unreadable } from "../manifest/problem";
import { type Follow, followPlaced, mergedEntries } from "../manifest/syntax/follow";
import type { Node } from "../manifest/syntax/node";
import { parseTree } from "../manifest/syntax/tree";
import { lineCounter } from "./lines";
import { unmarked } from "./unset";
import type { Place, Value } from "./value";

export type Read = { readonly value: Value } | Unread;

interface Unread {
  readonly problem: string;
  readonly place: Place;
}

/** Why a file cannot be read, with its line. */
export const whyUnread = ({ problem, place }: Unread): string => t`${place.file}:${place.line}: ${problem}`;

/**
 * Reads YAML or JSON with the parser of the manifest, and so within its limits: 256 KiB, 64 levels, and no more than
 * 40,000 values behind aliases. Only the first of several documents is read.
 */
export function readValue(file: string, text: string): Read {
  const tree = parseTree(text);
  const lineOf = lineCounter(text);
  const at = (offset: number): Place => ({ file, line: lineOf(offset) });
  const wrong = tree.problems.find(({ code }) => unreadable.has(code) && code !== "several-documents");
  if (wrong !== undefined) return { problem: wrong.message, place: at(wrong.range.start) };
  const follow = followPlaced(tree);
  const root = follow(tree.root);
  if (root === undefined) return { problem: t`The file is empty.`, place: at(0) };
  return { value: placed(root, root.range.start, follow, at) };
}

/** @param offset where the entry begins: for a value on the next line, the line of its key is the one to name */
function placed(node: Node | undefined, offset: number, follow: Follow, at: (offset: number) => Place): Value {
  const place = at(offset);
  const found = follow(node);
  if (found === undefined) return { kind: "scalar", value: null, place };
  if (found.kind === "scalar") {
    return { kind: "scalar", value: typeof found.value === "string" ? unmarked(found.value) : found.value, place };
  }
  if (found.kind === "sequence") {
    return { kind: "list", items: found.items.map((item) => placed(item, item.range.start, follow, at)), place };
  }
  const entries = new Map<string, Value>();
  for (const { key, value, range } of mergedEntries(found, follow)) {
    entries.set(String(key.value), placed(value, range.start, follow, at));
  }
  return { kind: "map", entries, place };
}
