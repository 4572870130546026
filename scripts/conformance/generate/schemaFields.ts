import assembled from "../../../schemas/stackwright.schema.json";

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
}

/** A field that an author can write. */
export interface SchemaField {
  /** `network.vpc.id`, `web.scale.min`, `environments.*.protected`, `load-balancer.routes.*.path`. */
  readonly name: string;
  readonly enum?: readonly unknown[];
}

const definitions: Readonly<Record<string, Schema>> = assembled.definitions as unknown as Record<string, Schema>;
const component = "type.";

/** Every field of the manifest's schema that holds a value; a map or a list of plain values counts as one. */
export function schemaFields(): readonly SchemaField[] {
  const types = Object.keys(definitions).filter((name) => name.startsWith(component));
  return [
    ...fieldsOf("", assembled as unknown as Schema),
    ...types.flatMap((name) => fieldsOf(name.slice(component.length), definitions[name] ?? {})),
  ];
}

function fieldsOf(prefix: string, given: Schema): SchemaField[] {
  const schema = resolve(given);
  const inner = typeof schema.additionalProperties === "object" ? resolve(schema.additionalProperties) : undefined;
  const item = schema.items && resolve(schema.items);
  const below = [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, child]) => fieldsOf(join(prefix, name), child)),
    ...(inner?.properties ? fieldsOf(join(prefix, "*"), inner) : []),
    ...(item?.properties ? fieldsOf(join(prefix, "*"), item) : []),
  ];
  // A component's own fields are listed below its type.
  if (prefix === "components.*" || prefix === "environments.*.components.*") return [{ name: prefix }];
  const own = prefix !== "" && (below.length === 0 || isAlsoPlain(given));
  return [...(own ? [{ name: prefix, ...(schema.enum && { enum: schema.enum }) }] : []), ...below];
}

/** `scale: 2` beside `scale: { min: 1, max: 2 }`, and a list of names beside a map of them. */
function isAlsoPlain(schema: Schema): boolean {
  return Array.isArray((resolve(schema) as { type?: unknown }).type);
}

const join = (prefix: string, name: string): string => (prefix === "" ? name : `${prefix}.${name}`);

function resolve(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const { $ref, ...rest } = schema;
  return { ...resolve(definitions[$ref.replace("#/definitions/", "")] ?? {}), ...rest };
}
