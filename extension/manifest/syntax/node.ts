import type { Range } from "../problem";

/**
 * The manifest's text as a tree. Nodes are immutable and belong to one version of the text; `range` is absolute.
 * A node is created when it is first asked for: what did not change between two versions is parsed once
 * and only placed anew (the "red" nodes over the "green" ones of other compilers).
 */
export type Node = MapNode | SequenceNode | ScalarNode | AliasNode;

interface NodeBase {
  /** From the first character of the value to behind its last; no trailing white space, comment or line end. */
  readonly range: Range;
  /** `&name` in front of the value. */
  readonly anchor?: string;
}

export interface MapNode extends NodeBase {
  readonly kind: "map";
  /** `{ a: 1 }` rather than lines. */
  readonly flow: boolean;
  /** In the text's order, duplicates and `<<` included. */
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: ScalarNode;
  /** Undefined where nothing is written behind the colon. */
  readonly value: Node | undefined;
  /** Key and value together. */
  readonly range: Range;
}

export interface SequenceNode extends NodeBase {
  readonly kind: "sequence";
  readonly flow: boolean;
  /** An item that is not written yet (`- ` alone) is a plain scalar with the value null and an empty range. */
  readonly items: readonly Node[];
}

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

export interface ScalarNode extends NodeBase {
  readonly kind: "scalar";
  /** As the YAML 1.2 core schema reads it. */
  readonly value: string | number | boolean | null;
  readonly style: ScalarStyle;
}

export interface AliasNode extends NodeBase {
  readonly kind: "alias";
  /** The name behind `*`. */
  readonly name: string;
}
