import type { Json } from "../../extension/manifest/edit/operation";
import type { Path } from "../../extension/manifest/problem";
import type { Schema, SchemaType } from "../../extension/manifest/schema";

/** Which editor a field gets. */
export type FieldKind =
  | "text"
  | "number"
  | "boolean"
  | "choice"
  | "command"
  | "list"
  | "map"
  | "secrets"
  | "connections"
  | "scale"
  | "routes"
  | "group";

/** A field of a form, as the schema describes it. */
export interface FieldModel {
  /** Relative to the component. */
  readonly path: Path;
  readonly title: string;
  readonly description: string;
  readonly kind: FieldKind;
  readonly schema: Schema;
  readonly isCommon: boolean;
  readonly isRequired: boolean;
  /** A text in the place of the group that it belongs to stands for this field. */
  readonly isShort: boolean;
  readonly fallback: Json | undefined;
  /** What is said while nothing is written, when it is not the default. */
  readonly hint?: string;
  /** The only values, for a choice; likely ones, for a text. */
  readonly values: readonly Json[];
  /** Of a group, and the limits of a scale. */
  readonly fields: readonly FieldModel[];
}

/** The form of a component: one field for each property of its schema, `type` left out, in the schema's order. */
export function fieldsOf(schema: Schema, parent: Path = []): readonly FieldModel[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    if (parent.length === 0 && key === "type") return [];
    const path = [...parent, key];
    const kind = kindOf(property);
    return [
      {
        path,
        title: property.title ?? key,
        description: property.description ?? "",
        kind,
        schema: property,
        isCommon: property["x-common"] === true,
        isRequired: schema.required?.includes(key) === true,
        isShort: schema["x-short"] === key,
        fallback: property.default,
        values: valuesOf(property),
        fields: kind === "group" || kind === "scale" ? fieldsOf(property, path) : [],
      },
    ];
  });
}

function kindOf(schema: Schema): FieldKind {
  const types = typesOf(schema);
  const item = schema.items;
  const entry = typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
  if (item?.["x-reference"] === "connection") return "connections";
  if (types.includes("object") && schema.properties !== undefined) return types.includes("integer") ? "scale" : "group";
  if (entry?.properties?.["generate"] !== undefined) return "secrets";
  if (types.includes("object")) return "map";
  if (types.includes("array")) {
    if (item?.properties?.["to"]?.["x-reference"] === "route") return "routes";
    // A text that is run by a shell means something else than a list of one; a text among unique items does not.
    return types.includes("string") && schema.uniqueItems !== true ? "command" : "list";
  }
  if (types.includes("boolean")) return "boolean";
  if (schema.enum !== undefined) return "choice";
  return types.includes("number") || types.includes("integer") ? "number" : "text";
}

export function typesOf(schema: Schema): readonly SchemaType[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === "string" ? [schema.type] : (schema.type as readonly SchemaType[]);
}

function valuesOf(schema: Schema): readonly Json[] {
  if (schema.enum !== undefined) return schema.enum;
  const variants = (schema.anyOf ?? []).flatMap((variant) =>
    variant.const === undefined ? (variant.enum ?? []) : [variant.const],
  );
  return [...variants, ...(schema.examples ?? []), ...(schema.items?.examples ?? [])];
}
