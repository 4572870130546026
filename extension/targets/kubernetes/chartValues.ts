import type { Slot } from "./slots";

type Tree = { [key: string]: unknown };

/** The chart's defaults: every value that a template asks for. */
export function chartValues(slots: Iterable<Slot>): Readonly<Record<string, unknown>> {
  const values: Tree = {};
  const sorted = [...slots].sort((a, b) => (a.path.join() < b.path.join() ? -1 : 1));
  for (const { path, value } of sorted) setAt(values, path, value);
  return values;
}

/** A JSON Schema of the values, by which helm refuses a name that nobody reads and a value of the wrong kind. */
export function valuesSchema(slots: Iterable<Slot>): Readonly<Record<string, unknown>> {
  const properties: Tree = {};
  for (const { path, kind, value } of slots) {
    const schema =
      kind === "number"
        ? { type: "integer", minimum: 0, default: value }
        : kind === "map" || kind === "optionalMap"
          ? { type: "object" }
          : { type: "string", ...(kind === "text" ? { minLength: 1 } : {}), default: value };
    // `values` and `properties` have the same shape, but for a level of `properties` at each step.
    let at = properties;
    for (const step of path.slice(0, -1)) {
      const known = at[step] as Tree | undefined;
      const next = known ?? { type: "object", additionalProperties: false, properties: {} };
      at[step] = next;
      at = next["properties"] as Tree;
    }
    at[path.at(-1) ?? ""] = schema;
  }
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    type: "object",
    additionalProperties: false,
    properties: { ...properties, global: { type: "object" } },
  };
}

function setAt(values: Tree, path: readonly string[], value: unknown): void {
  const [first = "", ...rest] = path;
  if (rest.length === 0) {
    values[first] = value;
    return;
  }
  const inside = (values[first] ?? {}) as Tree;
  values[first] = inside;
  setAt(inside, rest, value);
}
