/**
 * Extracts what the Sandbox needs to know of AWS's published resource specification: for every resource type its
 * properties, their types, which are required, and what changing them does. Usage: `specification.ts <output>`.
 */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import type { Property, PropertyType, SpecDatabase } from "@aws-cdk/service-spec-types";
import type { SpecificationData, TypeData } from "../extension/targets/aws/specification/data";

const LETTERS = {
  string: "s",
  number: "n",
  integer: "i",
  boolean: "b",
  json: "j",
  tag: "t",
  "date-time": "s",
  null: "j",
} as const;

/** Writes type definitions on first use, so that only those that a resource reaches are in the data. */
class Definitions {
  readonly list: Record<string, string>[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly database: SpecDatabase) {}

  number(id: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) {
      return known;
    }
    const number = this.list.push({}) - 1;
    this.numbers.set(id, number);
    Object.assign(this.list[number] ?? {}, encodeProperties(this.database.get("typeDefinition", id).properties, this));
    return number;
  }
}

function encodeType(type: PropertyType, definitions: Definitions): string {
  switch (type.type) {
    case "array":
      return `[${encodeType(type.element, definitions)}`;
    case "map":
      return `{${encodeType(type.element, definitions)}`;
    case "ref":
      return `#${definitions.number(type.reference.$ref)};`;
    case "union":
      return `(${type.types.map((member) => encodeType(member, definitions)).join("|")})`;
    default:
      return LETTERS[type.type];
  }
}

function encodeProperty(property: Property, definitions: Definitions): string {
  const types = [...new Set([property.type, ...(property.previousTypes ?? [])].map((t) => encodeType(t, definitions)))];
  const type = types.length === 1 ? types[0] : `(${types.join("|")})`;
  const update = property.causesReplacement === "yes" ? "=" : property.causesReplacement === "maybe" ? "?" : "";
  return `${type}${property.required ? "!" : ""}${update}`;
}

function encodeProperties(properties: Readonly<Record<string, Property>>, definitions: Definitions) {
  const encoded: Record<string, string> = {};
  for (const name of Object.keys(properties).sort()) {
    const property = properties[name];
    if (property) {
      encoded[name] = encodeProperty(property, definitions);
    }
  }
  return encoded;
}

/** The data for all resource types, in a stable order. */
export function extractSpecification(): SpecificationData {
  const database = loadAwsServiceSpecSync();
  const definitions = new Definitions(database);
  const types: Record<string, TypeData> = {};
  const resources = [...database.all("resource")].sort((a, b) =>
    a.cloudFormationType < b.cloudFormationType ? -1 : 1,
  );
  for (const resource of resources) {
    types[resource.cloudFormationType] = {
      p: encodeProperties(resource.properties, definitions),
      a: Object.keys(resource.attributes).sort(),
      ...(resource.tagInformation ? { t: resource.tagInformation.tagPropertyName } : {}),
      ...((resource.cfnRefIdentifier ?? resource.primaryIdentifier)
        ? { i: resource.cfnRefIdentifier ?? resource.primaryIdentifier ?? [] }
        : {}),
      ...(resource.additionalReplacementProperties
        ? { r: resource.additionalReplacementProperties.map((path) => path.join(".")) }
        : {}),
    };
  }
  const require = createRequire(__filename);
  const version = (require("@aws-cdk/aws-service-spec/package.json") as { version: string }).version;
  return { version, types, definitions: definitions.list };
}

/** Writes the data, compressed, whole or not at all. */
export function writeSpecification(output: string): number {
  const text = Buffer.from(JSON.stringify(extractSpecification()));
  const compressed = brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      [constants.BROTLI_PARAM_LGWIN]: 24,
    },
  });
  mkdirSync(dirname(output), { recursive: true });
  const temporary = `${output}.${process.pid}`;
  writeFileSync(temporary, compressed);
  renameSync(temporary, output);
  return compressed.length;
}

const output = process.argv[2];
if (process.argv[1]?.endsWith("specification.ts") && output) {
  const bytes = writeSpecification(resolve(output));
  console.log(`${output}: ${Math.round(bytes / 1024)} KB`);
}
