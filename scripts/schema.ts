import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, type JSONSchema } from "json-schema-to-typescript";
import { mergeOr } from "../extension/manifest/nameForm";
import { overrideOfAny } from "../extension/manifest/overrideOfAny";

type Data = { [key: string]: unknown };

const repository = fileURLToPath(new URL("..", import.meta.url));
const folder = join(repository, "schemas");
export const schemaFile = join(folder, "stackwright.schema.json");
export const typesFile = join(repository, "extension", "manifest", "types.generated.ts");

const read = (file: string): Data => JSON.parse(readFileSync(file, "utf8")) as Data;

/**
 * Puts `schemas/manifest.json` and `schemas/types/*.json` together into one self-contained draft-07 schema.
 * A `$ref` with neighbours is replaced by what it names, because draft-07 readers may ignore the neighbours.
 */
export function assembleSchema(): Data {
  const manifest = read(join(folder, "manifest.json"));
  const definitions = manifest["definitions"] as { [name: string]: Data };
  const types = readdirSync(join(folder, "types"))
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort()
    .map((type) => ({ type, schema: read(join(folder, "types", `${type}.json`)) }));
  const order = types
    .map((entry) => ({ ...entry, order: (entry.schema["x-component"] as Data)["order"] as number }))
    .sort((a, b) => a.order - b.order);

  const all = { ...definitions };
  for (const { type, schema } of order) {
    all[typeName(type)] = {
      ...schema,
      type: "object",
      additionalProperties: false,
      properties: { type: { ...typeKey, const: type }, ...(schema["properties"] as Data) },
    };
  }
  all["component"] = {
    title: "Component",
    description: "One part of the application.",
    type: "object",
    required: ["type"],
    properties: { type: { ...typeKey, enum: order.map((entry) => entry.type) } },
    allOf: order.map(({ type }) => ({
      if: { required: ["type"], properties: { type: { const: type } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { $ref: `#/definitions/${typeName(type)}` },
    })),
  };
  all["componentOverride"] = overrideOfAny(order.map((entry) => all[typeName(entry.type)] ?? {}));
  return withMerges(inline({ ...manifest, definitions: all }, all), definitions) as Data;
}

/** Lets a `<<` stand wherever names have a form. */
function withMerges(value: unknown, definitions: { [name: string]: Data }): unknown {
  if (Array.isArray(value)) return value.map((item) => withMerges(item, definitions));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withMerges(item, definitions)]);
  const schema: Data = Object.fromEntries(entries);
  const names = schema["propertyNames"] as Data | undefined;
  const form = definitions[String(names?.["$ref"]).slice("#/definitions/".length)] ?? names;
  if (form?.["pattern"] === undefined) return schema;
  return { ...schema, propertyNames: { ...form, pattern: `${mergeOr}${form["pattern"]}` } };
}

const typeName = (type: string): string => `type.${type}`;

const typeKey: Data = { title: "Type", description: "What kind of component this is.", type: "string" };

function inline(value: unknown, definitions: { [name: string]: Data }): unknown {
  if (Array.isArray(value)) return value.map((item) => inline(item, definitions));
  if (typeof value !== "object" || value === null) return value;
  const { $ref, ...neighbours } = value as Data;
  if (typeof $ref === "string" && Object.keys(neighbours).length > 0) {
    const name = $ref.slice("#/definitions/".length);
    const target = definitions[name];
    if (target === undefined) throw new Error(`schemas: ${$ref} does not exist`);
    return inline({ ...target, ...neighbours }, definitions);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inline(item, definitions)]));
}

/** The manifest as it is written, as TypeScript types. */
export async function generateTypes(schema: Data): Promise<string> {
  const { $id: _, definitions, ...root } = schema;
  const named: Data = {};
  const types: string[] = [];
  for (const [name, definition] of Object.entries(definitions as Data)) {
    const isType = name.startsWith("type.");
    const typed = isType ? `Written${pascal(name.slice("type.".length))}` : name;
    named[typed] = definition;
    if (isType) types.push(typed);
  }
  // The generator does not read if/then; the union says the same.
  named["component"] = { anyOf: types.map((name) => ({ $ref: `#/definitions/${name}` })) };
  const clean = widened(untitled(unchosen({ ...root, definitions: named }))) as JSONSchema;
  return compile(clean, "WrittenManifest", {
    bannerComment: "/** Generated from schemas/ by scripts/schema.ts. Do not edit. */",
    additionalProperties: false,
    format: true,
    style: { printWidth: 120 },
  });
}

const pascal = (name: string): string =>
  name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Without what the generator makes second types of: which of several keys must be there, and a text's form beside a map's. */
function unchosen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unchosen);
  if (typeof value !== "object" || value === null) return value;
  const { oneOf: _, "x-short": short, ...schema } = value as Data;
  const entries = Object.entries(schema).map(([key, item]) => [key, unchosen(item)]);
  const plain: Data = Object.fromEntries(entries);
  if (typeof short !== "string") return plain;
  const { title, description, ...form } = plain;
  return { title, description, anyOf: [{ type: "string" }, { ...form, type: "object" }] };
}

/** Without titles, which would become a named type for every field. */
function untitled(value: unknown, parent?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => untitled(item));
  if (typeof value !== "object" || value === null) return value;
  const names = parent === "properties" || parent === "definitions";
  const entries = Object.entries(value).filter(([key, item]) => names || key !== "title" || typeof item !== "string");
  return Object.fromEntries(entries.map(([key, item]) => [key, untitled(item, names ? undefined : key)]));
}

/** TypeScript's index signatures hold for the named properties too, so they must allow what those are. */
function widened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(widened);
  if (typeof value !== "object" || value === null) return value;
  const schema: Data = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, widened(item)]));
  const { properties, additionalProperties: others } = schema;
  if (typeof properties !== "object" || properties === null || typeof others !== "object") return schema;
  return { ...schema, additionalProperties: { anyOf: [others, ...Object.values(properties)] } };
}

async function main(): Promise<void> {
  const schema = assembleSchema();
  const outputs = [
    { file: schemaFile, text: `${JSON.stringify(schema, null, 2)}\n` },
    { file: typesFile, text: await generateTypes(schema) },
  ];
  if (!process.argv.includes("--check")) {
    for (const { file, text } of outputs) writeFileSync(file, text);
    return;
  }
  const stale = outputs.filter(({ file, text }) => readFileSync(file, "utf8").replaceAll("\r\n", "\n") !== text);
  for (const { file } of stale) console.error(`${file} is out of date. Run: npx tsx scripts/schema.ts`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}

if (process.argv[1]?.endsWith("schema.ts") === true) void main();
