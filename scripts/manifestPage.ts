import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, typeName } from "../extension/language/describe";
import {
  alternatives,
  type ComponentTypeInfo,
  componentTypes,
  manifestSchema,
  overrideSchema,
  type Schema,
} from "../extension/manifest/schema";
import { root } from "./setup/paths";

export const manifestFile = join(root, "docs", "manifest.md");

const introduction = `# The manifest, field by field

A manifest is a YAML file, \`stackwright.yaml\` or anything that ends in \`.stackwright.yaml\`. The editor says the same as
this page where the cursor is; other editors can use the [JSON Schema](../schemas/stackwright.schema.json). What each
component becomes in AWS is told in [aws.md](aws.md), and what can be wrong with a manifest in
[problems](problems/README.md).

\`\`\`yaml
name: shop
components:
  edge:
    type: load-balancer
    domain: shop.example.com
    hostedZone: Z0123456789ABCDEFGHIJ
    routes:
      - to: web
  web:
    type: web
    image: nginx:1.29
    port: 80
    connections: [db]
    env:
      GREETING: Hello
      DATABASE_HOST: \${{ db.host }}
  db:
    type: postgres
    version: "17"
environments:
  staging: {}
  production:
    components:
      db: { highAvailability: true }
\`\`\`

Text stands as it is, or with \`\${{ component.attribute }}\` for something that is known only once a component is there;
the attributes of each type are listed with it. A connection gives a component the variables of what it connects to and
opens the way there; a reference in \`env\` does that too.
`;

/** The page of all fields of a manifest, as Markdown: made from the schema, in its words. */
export function manifestPage(): string {
  const { components: _, ...top } = manifestSchema.properties ?? {};
  const types = [...componentTypes.values()];
  const shared = sharedFields(types);
  return [
    introduction,
    "## The application\n",
    list({ ...manifestSchema, properties: top }),
    "- **`components`** (map, required): The parts of the application by their names, each of one of the types below.\n",
    "## Fields of several types\n",
    ...[...shared].map(([key, { schema, of }]) => `${field(key, schema, false, 0)}  \n  For ${of.join(", ")}.`),
    "",
    ...types.map((info) => typeSection(info, shared)),
  ].join("\n");
}

interface Shared {
  readonly schema: Schema;
  readonly of: readonly string[];
}

/** Fields that are the same in more than one type, by their key. */
function sharedFields(types: readonly ComponentTypeInfo[]): ReadonlyMap<string, Shared> {
  const all = types.flatMap(({ type, schema }) =>
    Object.entries(schema.properties ?? {}).map(([key, property]) => ({ key, property, type })),
  );
  const found = new Map<string, Shared>();
  for (const { key, property } of all) {
    const same = all.filter((other) => other.key === key && isSame(other.property, property));
    if (key !== "type" && same.length > 1) {
      found.set(key, { schema: property, of: named(same.map(({ type }) => type)) });
    }
  }
  return found;
}

const isSame = (one: Schema, other: Schema): boolean => JSON.stringify(one) === JSON.stringify(other);

function typeSection(info: ComponentTypeInfo, shared: ReadonlyMap<string, Shared>): string {
  const { type: _, ...all } = info.schema.properties ?? {};
  const elsewhere = Object.entries(all).flatMap(([key, property]) => {
    const found = shared.get(key);
    return found !== undefined && isSame(found.schema, property) ? [key] : [];
  });
  const own = Object.fromEntries(Object.entries(all).filter(([key]) => !elsewhere.includes(key)));
  const either = alternatives(info.schema);
  const to = named(info.connects).join(", ");
  const attributes = [...info.attributes].map(
    ([name, { description, secret }]) => `- \`${name}\`: ${description}${secret ? " A secret." : ""}`,
  );
  const paragraphs = [
    `## \`type: ${info.type}\``,
    info.description,
    list({ ...info.schema, properties: own }),
    elsewhere.length > 0 && `And [fields of several types](#fields-of-several-types): ${named(elsewhere).join(", ")}.`,
    either.length > 0 && `Exactly one of ${named(either).join(" and ")} must be there.`,
    to !== "" && `${info.type === "load-balancer" ? "It routes" : "It connects"} to ${to}.`,
    attributes.length > 0 && `In \`\${{ }}\`, after its name and a dot:`,
    attributes.join("\n"),
  ];
  return `${paragraphs.filter((text) => text !== false && text !== "").join("\n\n")}\n`;
}

const named = (keys: readonly string[]): readonly string[] => keys.map((key) => `\`${key}\``);

/** The keys of a map, each with what is in it. */
function list(schema: Schema, depth = 0): string {
  return Object.entries(schema.properties ?? {})
    .map(([key, property]) => field(key, property, schema.required?.includes(key) === true, depth))
    .join("\n");
}

function field(key: string, schema: Schema, isRequired: boolean, depth: number): string {
  const margin = "  ".repeat(depth);
  const { title: _, ...rest } = schema;
  const kind = [typeName(schema) || (schema.anyOf ?? []).map(typeName).join(" or "), isRequired ? "required" : ""];
  const notes = kind.filter((part) => part !== "").join(", ");
  const head = `${margin}- **\`${key}\`**${notes === "" ? "" : ` (${notes})`}: ${sentences(describe(rest))}`;
  // What an environment changes are the components' own fields.
  const inner = schema.additionalProperties === overrideSchema(undefined) ? undefined : innerOf(schema);
  return inner === undefined ? head : `${head}\n${list(inner, depth + 1)}`;
}

/** The paragraphs of a description in one line, each with its full stop. */
function sentences(description: string): string {
  return description
    .split("\n\n")
    .map((part) => (/[._]$/.test(part) ? part : `${part}.`))
    .join(" ");
}

/** The map with known keys that a field is, or that each of its entries is. */
function innerOf(schema: Schema): Schema | undefined {
  if (schema.properties !== undefined) return schema;
  const each = [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])];
  for (const one of each) {
    const found = typeof one === "object" ? innerOf(one) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

if (process.argv[1]?.endsWith("manifestPage.ts") === true) writeFileSync(manifestFile, manifestPage());
