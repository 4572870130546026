import type { AliasNode, Node } from "../node";
import { AMPERSAND, isName } from "./characters";
import type { Cursor } from "./cursor";

/** The name behind `&` or `*`, where it is of letters, digits, hyphens and underscores. */
function readName(cursor: Cursor): string | undefined {
  const start = cursor.at + 1;
  let end = start;
  while (isName(cursor.text.charCodeAt(end))) end++;
  if (end === start) return undefined;
  cursor.at = end;
  return cursor.text.slice(start, end);
}

export function readAlias(cursor: Cursor): AliasNode | undefined {
  const start = cursor.at;
  const name = readName(cursor);
  if (name === undefined) return undefined;
  const alias: AliasNode = { kind: "alias", name, range: { start, end: cursor.at } };
  cursor.aliases.push(alias);
  return alias;
}

/** Reads an anchor and, with `read`, what it stands before. The outer of two anchors comes first. */
export function readAnchored(cursor: Cursor, read: () => Node | undefined): Node | undefined {
  const anchor = readName(cursor);
  if (anchor === undefined) return undefined;
  const from = cursor.at;
  cursor.skipSpaces();
  if (cursor.peek() === AMPERSAND) return undefined;
  const place = cursor.anchors.length;
  const node = read();
  const separated = cursor.text.charCodeAt(from) === 32 || cursor.text.charCodeAt(from) === 10;
  if (node === undefined || !separated || node.kind === "alias" || node.anchor !== undefined) return undefined;
  const anchored = { ...node, anchor };
  cursor.anchors.splice(place, 0, anchored);
  return anchored;
}
