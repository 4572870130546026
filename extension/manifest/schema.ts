import assembled from "../../schemas/stackwright.schema.json";
import type { ComponentType } from "./app";
import type { Json } from "./edit/operation";
import { languageTag, translated } from "./l10n";
import { nameForm } from "./nameForm";
import { overrideOfAny } from "./overrideOfAny";
import type { Path } from "./problem";

/** A node of the manifest's schema, `$ref`s resolved: the keywords of draft-07 that it uses, and its own annotations. */
export interface Schema {
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly Schema[];
  readonly default?: Json;
  readonly examples?: readonly Json[];
  readonly pattern?: string;
  /** `pattern`, ready to test with. */
  readonly expression?: RegExp;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  /** Of these keys, exactly one must be there. */
  readonly oneOf?: readonly { readonly required: readonly [string] }[];
  readonly propertyNames?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** What `pattern` asks for, in words that follow "must be". */
  readonly "x-message"?: string;
  /** Shown first in forms. */
  readonly "x-common"?: boolean;
  /** What a change does after the first deployment. */
  readonly "x-change"?: "new-stack" | "replace" | "grow-only";
  /** What a change replaces, in words that follow "replaces". */
  readonly "x-replaces"?: string;
  readonly "x-unit"?: "size" | "duration";
  /** A text stands for a map with this key. */
  readonly "x-short"?: string;
  /** The value is another component's name: one to connect to, one a route leads to, or one of a group. */
  readonly "x-reference"?: "connection" | "route" | "member";
  /** The value may contain `${{ component.attribute }}`. */
  readonly "x-references"?: boolean;
}

export type SchemaType = "string" | "number" | "integer" | "boolean" | "null" | "array" | "object";

/** What there is to know about a component type, from the `x-component` of its file in `schemas/types`. */
export interface ComponentTypeInfo {
  readonly type: ComponentType;
  readonly title: string;
  readonly description: string;
  readonly label: string;
  /** With its article, for the middle of a sentence: "a web service". */
  readonly noun: string;
  /** The name of a codicon. */
  readonly icon: string;
  /** A theme colour, such as `charts.blue`. */
  readonly accent: string;
  readonly lane: "public" | "private" | "data";
  /** What `${{ name.attribute }}` can ask for. */
  readonly attributes: ReadonlyMap<string, AttributeInfo>;
  /** Types that it can be connected to; for a load balancer, routed to. */
  readonly connects: readonly ComponentType[];
  /** The fields a new one starts with, `type` left out. */
  readonly new: { readonly [key: string]: Json };
  readonly schema: Schema;
}

export interface AttributeInfo {
  readonly description: string;
  readonly secret: boolean;
}

interface RawSchema extends Schema {
  readonly $ref?: string;
  readonly definitions?: { readonly [name: string]: RawSchema };
  readonly "x-component"?: Omit<ComponentTypeInfo, "type" | "attributes" | "schema"> & {
    readonly attributes: { readonly [name: string]: { readonly description: string; readonly secret?: boolean } };
  };
}

const raw = assembled as unknown as RawSchema;
const types = Object.values(raw.definitions ?? {}).filter((schema) => schema["x-component"] !== undefined);
/** What ships has the schema without what can be made of the rest. */
const definitions: { readonly [name: string]: RawSchema } = {
  ...raw.definitions,
  componentOverride: overrideOfAny(types) as RawSchema,
};

/** The version of the schema that manifests are checked against, as its `$id` has it. */
export const schemaVersion = /\/v(\d+)\//.exec(assembled.$id)?.[1] ?? "";

/** The keys of a map of which exactly one must be there; none where all may stand side by side. */
export const alternatives = (schema: Schema | undefined): readonly string[] =>
  (schema?.oneOf ?? []).map(({ required: [key] }) => key);

const resolved = new Map<RawSchema, Schema>();

/** The whole schema. It does not contain itself, so resolving every `$ref` ends; what is shared stays shared. */
function resolve(schema: RawSchema): Schema {
  const target = schema.$ref === undefined ? schema : definitions[schema.$ref.slice("#/definitions/".length)];
  if (target === undefined) return {};
  const known = resolved.get(target);
  if (known !== undefined) return known;
  const { definitions: _, properties, items, propertyNames, additionalProperties, anyOf, ...rest } = inWords(target);
  const result: Schema = {
    ...rest,
    ...(rest.pattern !== undefined && { expression: new RegExp(rest.pattern, "u") }),
    ...(properties && {
      properties: Object.assign(
        Object.create(null),
        Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, resolve(property)])),
      ),
    }),
    ...(items && { items: resolve(items) }),
    ...(propertyNames && { propertyNames: resolve(unmerged(propertyNames)) }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === "boolean" ? additionalProperties : resolve(additionalProperties),
    }),
    ...(anyOf && { anyOf: anyOf.map(resolve) }),
  };
  resolved.set(target, result);
  return result;
}

const words = ["title", "description", "x-message", "x-replaces"] as const;

/** The schema's own words, in the language of the process. */
function inWords(schema: RawSchema): RawSchema {
  if (languageTag() === "en") return schema;
  const found = words.flatMap((key) => (schema[key] === undefined ? [] : [[key, translated(schema[key])]]));
  return { ...schema, ...Object.fromEntries(found) };
}

/** Here names are checked after merges are resolved. */
function unmerged(names: RawSchema): RawSchema {
  return names.pattern === undefined ? names : { ...names, pattern: nameForm(names.pattern) };
}

/** A JSON Schema of ours beside the manifest's, of the same keywords, ready to check with. */
export const schemaFrom = (raw: object): Schema => resolve(raw as RawSchema);

/** The schema of the root. Under `components`, it knows nothing but `type`; `schemaAt` knows more. */
export const manifestSchema: Schema = resolve(raw);

/** The table of component types, in the order a palette shows them. */
export const componentTypes: ReadonlyMap<string, ComponentTypeInfo> = new Map(
  Object.entries(definitions).flatMap(([name, schema]): [string, ComponentTypeInfo][] => {
    const info = schema["x-component"];
    if (info === undefined) return [];
    const type = name.slice("type.".length) as ComponentType;
    const own = resolve(schema);
    const attributes = Object.entries(info.attributes).map(
      ([attribute, { description, secret }]): [string, AttributeInfo] => [
        attribute,
        { description: translated(description), secret: secret === true },
      ],
    );
    return [
      [
        type,
        {
          ...info,
          type,
          label: translated(info.label),
          noun: translated(info.noun),
          title: own.title ?? translated(info.label),
          description: own.description ?? "",
          attributes: new Map(attributes),
          schema: own,
        },
      ],
    ];
  }),
);

/** What a component's type is called in a sentence: "a web service". */
export const nounOf = (type: string): string | undefined => componentTypes.get(type)?.noun;

const anyComponent: Schema = resolve(definitions["component"] ?? {});
const anyOverride: Schema = resolve(definitions["componentOverride"] ?? {});
const overrides = new Map(
  [...componentTypes.values()].map(({ type, schema }) => [type as string, overrideOf(schema)] as const),
);

/** The same fields, none of them required. */
function overrideOf(schema: Schema): Schema {
  const { required: _, ...rest } = schema;
  return rest;
}

/** The schema of a component of this type; of any, when there is no such type. */
export function componentSchema(type: string | undefined): Schema {
  return componentTypes.get(type ?? "")?.schema ?? anyComponent;
}

/** The schema of what an environment changes at a component of this type. */
export function overrideSchema(type: string | undefined): Schema {
  return overrides.get(type ?? "") ?? anyOverride;
}

/**
 * The schema node that governs a path, or undefined where nothing is allowed.
 * `typeOf` gives a component's type by its name; where it does not know, the union of all types answers.
 */
export function schemaAt(path: Path, typeOf: (component: string) => string | undefined): Schema | undefined {
  const [first, second, third, fourth] = path;
  if (first === "components" && typeof second === "string") {
    return descend(componentSchema(typeOf(second)), path.slice(2));
  }
  if (first === "environments" && third === "components" && typeof fourth === "string") {
    return descend(overrideSchema(typeOf(fourth)), path.slice(4));
  }
  return descend(manifestSchema, path);
}

function descend(from: Schema, path: Path): Schema | undefined {
  let schema: Schema | undefined = from;
  for (const step of path) {
    schema = typeof step === "number" ? schema?.items : childSchema(schema, step);
    if (schema === undefined) return undefined;
  }
  return schema;
}

/** The schema of a map's entry. */
export function childSchema(schema: Schema | undefined, key: string): Schema | undefined {
  if (schema === undefined) return undefined;
  const property = schema.properties?.[key];
  if (property !== undefined) return property;
  if (typeof schema.additionalProperties === "object") return schema.additionalProperties;
  for (const variant of schema.anyOf ?? []) {
    const found = childSchema(variant, key);
    if (found !== undefined) return found;
  }
  return undefined;
}
