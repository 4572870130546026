import type { Node, ScalarNode } from "../syntax/node";
import type { Json } from "./operation";

/**
 * What a text says, without how it says it: the tree with aliases, anchors and merge keys still in it, but no ranges and
 * no styles. An edit changes the model by itself, changes the text by itself, and then the text's model must be the same.
 */
export type Model = ScalarModel | MapModel | SequenceModel | AliasModel;

export interface ScalarModel {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  anchor?: string | undefined;
}

export interface MapModel {
  readonly kind: "map";
  /** `source`: how a new entry is to be written, as lines at column 0. It must say the same as `value`. */
  readonly entries: { key: string; value: Model; readonly source?: readonly string[] }[];
  anchor?: string | undefined;
}

export interface SequenceModel {
  readonly kind: "sequence";
  readonly items: Model[];
  anchor?: string | undefined;
}

export interface AliasModel {
  readonly kind: "alias";
  readonly name: string;
}

/** The key of a map entry as a path and JSON have it. */
export function keyOf(key: ScalarNode): string {
  return String(key.value);
}

/** A text's node as a model. What is not written is null. */
export function fromNode(node: Node | undefined): Model {
  if (node === undefined) return { kind: "scalar", value: null };
  switch (node.kind) {
    case "alias":
      return { kind: "alias", name: node.name };
    case "scalar":
      return { kind: "scalar", value: node.value, anchor: node.anchor };
    case "sequence":
      return { kind: "sequence", items: node.items.map(fromNode), anchor: node.anchor };
    case "map":
      return {
        kind: "map",
        entries: node.entries.map(({ key, value }) => ({ key: keyOf(key), value: fromNode(value) })),
        anchor: node.anchor,
      };
  }
}

/** A value to be written as a model. */
export function fromJson(json: Json): Model {
  if (json === null || typeof json !== "object") return { kind: "scalar", value: json };
  if (Array.isArray(json)) return { kind: "sequence", items: json.map(fromJson) };
  return { kind: "map", entries: Object.entries(json).map(([key, value]) => ({ key, value: fromJson(value) })) };
}

/** The same values in the same order, with the same anchors and aliases. */
export function sameModel(a: Model, b: Model): boolean {
  if (a.kind === "alias") return b.kind === "alias" && a.name === b.name;
  if (b.kind === "alias" || a.anchor !== b.anchor) return false;
  if (a.kind === "scalar") return b.kind === "scalar" && Object.is(a.value, b.value);
  if (a.kind === "sequence") {
    return (
      b.kind === "sequence" &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => {
        const other = b.items[index];
        return other !== undefined && sameModel(item, other);
      })
    );
  }
  return (
    b.kind === "map" &&
    a.entries.length === b.entries.length &&
    a.entries.every((entry, index) => {
      const other = b.entries[index];
      return other !== undefined && entry.key === other.key && sameModel(entry.value, other.value);
    })
  );
}

/** Every anchor and every alias name in a model. */
export function namesIn(model: Model): {
  readonly anchors: ReadonlySet<string>;
  readonly aliases: ReadonlySet<string>;
} {
  const anchors = new Set<string>();
  const aliases = new Set<string>();
  const visit = (at: Model): void => {
    if (at.kind === "alias") {
      aliases.add(at.name);
      return;
    }
    if (at.anchor !== undefined) anchors.add(at.anchor);
    if (at.kind === "map") for (const { value } of at.entries) visit(value);
    if (at.kind === "sequence") at.items.forEach(visit);
  };
  visit(model);
  return { anchors, aliases };
}
