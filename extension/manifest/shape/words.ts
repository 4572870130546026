import type { Json } from "../edit/operation";
import { t } from "../l10n";
import type { Schema, SchemaType } from "../schema";
import type { Solid } from "../syntax/follow";

const nouns: Readonly<Record<SchemaType, string>> = {
  string: t`text`,
  number: t`a number`,
  integer: t`a whole number`,
  boolean: t`\`true\` or \`false\``,
  null: t`nothing`,
  array: t`a list`,
  object: t`a map`,
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
  if (node?.kind !== "scalar" || type === "null") return type === "null" ? t`empty` : nouns[type];
  const value = String(node.value);
  const shown = value.length > 40 ? `${value.slice(0, 40)}...` : value;
  if (type === "string") return t`the text \`${shown}\``;
  return type === "boolean" ? `\`${shown}\`` : t`the number ${shown}`;
}

/** "a, b or c". */
export function join(words: readonly string[], last: "or" | "and" = "or"): string {
  if (words.length < 2) return words[0] ?? "";
  const before = words.slice(0, -1).join(", ");
  return last === "or" ? t`${before} or ${words.at(-1)}` : t`${before} and ${words.at(-1)}`;
}

export const code = (value: Json): string => `\`${String(value)}\``;
