import type { Json } from "../manifest/edit/operation";
import { t } from "../manifest/l10n";
import type { Schema } from "../manifest/schema";
import { join } from "../manifest/shape/words";

/** What a field is, in markdown: the same for completion and hover. */
export function describe(schema: Schema, key?: string): string {
  const title = schema.title ?? key;
  const values = valuesOf(schema);
  return [
    title === undefined ? undefined : `**${title}**`,
    schema.description,
    schema.default === undefined ? undefined : t`Default: ${code(schema.default)}`,
    values.length === 0 || schema.type === "boolean" ? undefined : t`Values: ${values.map(code).join(", ")}`,
    limitsOf(schema),
    changeOf(schema),
  ]
    .filter((part) => part !== undefined)
    .join("\n\n");
}

/** What a change of the field does once it is deployed, and to what. */
function changeOf(schema: Schema): string | undefined {
  const { "x-change": change, "x-replaces": what } = schema;
  if (change === undefined) return undefined;
  return `_${what === undefined ? changes[change] : t`A change after the first deployment replaces ${what}.`}_`;
}

/** What a change does after the first deployment, in words. */
export const changes: { readonly [change in NonNullable<Schema["x-change"]>]: string } = {
  "new-stack": t`A change means a new stack: what is deployed stays until it is destroyed.`,
  replace: t`A change after the first deployment replaces the resource.`,
  "grow-only": t`After the first deployment it can grow, never shrink.`,
};

/** All values that the schema names: `enum`, `const`, booleans, and those of its variants. */
export function valuesOf(schema: Schema): readonly Json[] {
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum !== undefined) return schema.enum;
  if (typesOf(schema).includes("boolean")) return [true, false];
  return (schema.anyOf ?? []).flatMap(valuesOf);
}

export function typesOf(schema: Schema): readonly string[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === "string" ? [schema.type] : schema.type;
}

/** A schema's type in a word or two, for the margin of a list. */
export function typeName(schema: Schema): string {
  const names = typesOf(schema).filter((type) => type !== "null");
  return join(names.map((type) => typeNames[type] ?? type));
}

const typeNames: { readonly [type: string]: string } = {
  string: t`text`,
  number: t`number`,
  integer: t`whole number`,
  array: t`list`,
  object: t`map`,
  boolean: t`true or false`,
};

function limitsOf({ minimum, maximum, examples }: Schema): string | undefined {
  const range =
    minimum !== undefined && maximum !== undefined
      ? t`From ${minimum} to ${maximum}.`
      : minimum !== undefined
        ? t`At least ${minimum}.`
        : maximum !== undefined
          ? t`At most ${maximum}.`
          : undefined;
  const shown = examples?.slice(0, 6).map(code).join(", ");
  const parts = [range, shown && t`For example ${shown}.`].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(" ");
}

function code(value: Json): string {
  return `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}
