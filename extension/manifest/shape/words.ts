import type { Json } from "../edit/operation";
import type { Schema, SchemaType } from "../schema";
import type { Solid } from "../syntax/follow";

const nouns: Readonly<Record<SchemaType, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "`true` or `false`",
  null: "nothing",
  array: "a list",
  object: "a map",
};

/** "text or a list". */
export function expected(schema: Schema): string {
  return join(typesOf(schema).map((type) => nouns[type]));
}

export function typesOf(schema: Schema): readonly SchemaType[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === "string" ? [schema.type] : schema.type;
}

/** What a value is, as YAML 1.2 reads it. */
export function typeOf(node: Solid | undefined): SchemaType {
  if (node === undefined) return "null";
  if (node.kind === "map") return "object";
  if (node.kind === "sequence") return "array";
  if (node.value === null) return "null";
  if (typeof node.value === "number") return Number.isInteger(node.value) ? "integer" : "number";
  return typeof node.value === "string" ? "string" : "boolean";
}

/** "the number 16", "a list". */
export function found(node: Solid | undefined): string {
  const type = typeOf(node);
  if (node?.kind !== "scalar" || type === "null") return type === "null" ? "empty" : nouns[type];
  const value = String(node.value);
  const shown = value.length > 40 ? `${value.slice(0, 40)}...` : value;
  if (type === "string") return `the text \`${shown}\``;
  return type === "boolean" ? `\`${shown}\`` : `the number ${shown}`;
}

/** "a, b or c". */
export function join(words: readonly string[], last = "or"): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

export const code = (value: Json): string => `\`${String(value)}\``;
