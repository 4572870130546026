import type { Json } from "../edit/operation";
import type { Problem } from "../problem";
import type { AliasNode, Node } from "./node";

/**
 * A stretch of the text that is parsed by itself. All offsets are relative to its first character, so that it holds
 * wherever it stands in a later version: the "green" side of the tree.
 */
export interface Chunk {
  readonly text: string;
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
  /** In the text's order. */
  readonly anchors: readonly Node[];
  readonly aliases: readonly AliasNode[];
  /** Nothing but a word or a line without a colon: an entry only when its neighbours are entries. */
  readonly bare: boolean;
  /** How many tokens were given to the `yaml` package; infinite when they were too many, and nothing was read. */
  readonly effort: number;
  /** What nodes of this chunk are as JSON, once somebody has asked; only filled where there are no aliases. */
  json?: Map<Node, Json>;
}
