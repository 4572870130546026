import type { Problem } from "../../problem";
import type { AliasNode, Node } from "../node";
import { OPEN_LIST, OPEN_MAP } from "./characters";
import { Cursor } from "./cursor";
import { readBlock } from "./readBlock";
import { readFlow } from "./readFlow";

export interface Plain {
  readonly root: Node;
  readonly anchors: readonly Node[];
  readonly aliases: readonly AliasNode[];
  readonly problems: readonly Problem[];
}

/** Deeper than any manifest; what is deeper is left to the parser that counts exactly. */
const levels = 24;

/**
 * Reads the YAML that manifests are written in, ten times as fast as a parser that keeps every token: maps, lists and
 * flow collections of scalars on one line, block scalars, comments, anchors and aliases.
 *
 * It either reads exactly what the `yaml` package would, or gives nothing: tags, tabs, scalars of several lines, explicit
 * keys, unusual spellings and everything that is wrong are the package's. Tests compare the two.
 * @returns where it gave up, if it did
 */
export function readPlain(text: string): Plain | number {
  if (text.includes("\t") || text.startsWith("\ufeff")) return 0;
  const cursor = new Cursor(text);
  cursor.nextLine();
  const code = cursor.peek();
  let root: Node | undefined;
  if (code === OPEN_MAP || code === OPEN_LIST) {
    root = readFlow(cursor, { parent: -1, levels });
    if (root !== undefined && cursor.endLine()) cursor.nextLine();
  } else if (cursor.column >= 0) root = readBlock(cursor, cursor.column, levels);
  if (root === undefined || cursor.at < text.length) return Math.min(cursor.at, text.length - 1);
  const { anchors, aliases, problems } = cursor;
  return { root, anchors, aliases, problems };
}
