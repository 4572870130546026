import type { Json } from "../manifest/edit/operation";
import { writeScalar } from "../manifest/edit/scalar";
import type { ComponentTypeInfo, Schema } from "../manifest/schema";
import { typesOf, valuesOf } from "./describe";

/** Text in which nothing is a tab stop. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

export interface KeySnippet {
  readonly text: string;
  /** There is something to choose for the value. */
  readonly retrigger: boolean;
}

/** A key with what its value begins with; `indent` is put in front of a line below. */
export function keySnippet(key: string, schema: Schema | undefined, flow: boolean, indent: string): KeySnippet {
  const name = literal(writeScalar(key, { flow }));
  const types = schema === undefined ? [] : typesOf(schema);
  if (schema === undefined || types.length === 0) return { text: `${name}: $0`, retrigger: false };
  const [first] = types;
  if (types.length > 1 && first !== "array") return { text: `${name}: $0`, retrigger: hasValues(schema) };
  if (first === "object") {
    const must = flow ? undefined : requiredFields(schema, indent);
    if (must !== undefined) return { text: `${name}:\n${must}`, retrigger: false };
    return { text: flow ? `${name}: { $0 }` : `${name}:\n${indent}$0`, retrigger: hasKeys(schema) };
  }
  if (first === "array") {
    if (!flow && typesOf(schema.items ?? {}).includes("object")) {
      const [key] = schema.items?.required ?? [];
      return { text: `${name}:\n${indent}- ${key === undefined ? "" : `${key}: `}$0`, retrigger: true };
    }
    return { text: `${name}: [$0]`, retrigger: hasValues(schema.items ?? {}) };
  }
  return { text: `${name}: $0`, retrigger: hasValues(schema) };
}

/** The keys that a map must have, a tab stop each. */
function requiredFields(schema: Schema, indent: string): string | undefined {
  if (schema.required === undefined || schema.required.length === 0) return undefined;
  return schema.required
    .map((key, index) => {
      const isList = typesOf(schema.properties?.[key] ?? {}).includes("array");
      return `${indent}${key}: ${isList ? `[$${index + 1}]` : `$${index + 1}`}`;
    })
    .join("\n");
}

/** The fields a new component of a type starts with, each value a tab stop. `web`: what a load balancer can lead to. */
export function skeleton(info: ComponentTypeInfo, indent: string, web: string | undefined): string {
  let stop = 0;
  const value = (json: Json): string => {
    stop += 1;
    const text = Array.isArray(json)
      ? `[${json.map((item) => flat(item)).join(", ")}]`
      : writeScalar(typeof json === "object" ? "" : json, { flow: false });
    return `\${${stop}:${literal(text)}}`;
  };
  const fields = Object.entries(info.new).map(([key, json]) => {
    if (key !== "routes" || web === undefined) return `${indent}${key}: ${value(json)}`;
    return `${indent}${key}:\n${indent}  - { to: ${value(web)}, path: / }`;
  });
  return [`type: ${info.type}`, ...fields].join("\n");
}

function flat(json: Json): string {
  return writeScalar(typeof json === "object" ? "" : json, { flow: true });
}

function hasKeys(schema: Schema): boolean {
  return schema.properties !== undefined || schema.propertyNames?.["x-reference"] !== undefined;
}

function hasValues(schema: Schema): boolean {
  const isNamed = schema["x-reference"] !== undefined || schema["x-references"] === true;
  return isNamed || valuesOf(schema).length > 0 || schema.default !== undefined || schema.examples !== undefined;
}
