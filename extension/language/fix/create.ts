import type { Json, Operation } from "../../manifest/edit/operation";
import type { Manifest } from "../../manifest/manifest";
import type { Path } from "../../manifest/problem";
import { type ComponentTypeInfo, componentTypes, type Schema } from "../../manifest/schema";
import { componentNamed, schemaOf } from "../mention";

/** Types that a name suggests, the likelier first. */
const hints: readonly (readonly [RegExp, string])[] = [
  [/redis|cache|queue|session|valkey/, "redis"],
  [/mysql|maria/, "mysql"],
  [/db|data|postgres|pg|sql|store/, "postgres"],
  [/edge|lb|balancer|gateway|ingress/, "load-balancer"],
  [/cron|nightly|daily|hourly|schedule/, "cron"],
  [/worker|job|sidekiq|consumer/, "worker"],
  [/web|api|app|site|front|server|service/, "web"],
];

/** The type that a component of this name most likely has, among those that are possible. */
export function likelyTypes(name: string, possible: readonly string[]): readonly string[] {
  const likely = hints
    .filter(([pattern, type]) => pattern.test(name) && possible.includes(type))
    .map(([, type]) => type);
  return [...new Set([...likely, ...possible])];
}

/** What may be named at a path of the component `from`; for a reference, whatever has an attribute of that name. */
export function possibleTypes(
  manifest: Manifest,
  path: Path,
  from: string,
  attribute: string | undefined,
): readonly string[] {
  const all = [...componentTypes.values()];
  if (attribute !== undefined) return all.filter(({ attributes }) => attributes.has(attribute)).map(({ type }) => type);
  if (schemaOf(manifest, path)?.["x-reference"] === "route") return ["web"];
  return componentTypes.get(componentNamed(manifest, from)?.type ?? "")?.connects ?? [];
}

/** A new component of a type, as the palette makes it. */
export function creation(manifest: Manifest, name: string, info: ComponentTypeInfo): Operation | undefined {
  const fields: Record<string, Json> = { type: info.type, ...info.new };
  if (info.type === "load-balancer") {
    const web = manifest.components.find(({ type }) => type === "web");
    if (web === undefined) return undefined;
    fields["routes"] = [{ to: web.name, path: "/" }];
  }
  return { kind: "addComponent", name, fields };
}

/** A value to begin with: what a new component has, the default, an example, the first that is allowed, or one of the type. */
export function startValue(schema: Schema | undefined, fresh: Json | undefined): Json | undefined {
  if (fresh !== undefined) return fresh;
  if (schema === undefined) return undefined;
  const known = schema.default ?? schema.examples?.[0] ?? schema.const ?? schema.enum?.[0];
  if (known !== undefined) return known;
  for (const variant of schema.anyOf ?? []) {
    const value = startValue(variant, undefined);
    if (value !== undefined) return value;
  }
  const type = typeof schema.type === "string" ? schema.type : schema.type?.[0];
  if (type === "integer" || type === "number") return schema.minimum ?? 1;
  if (type === "boolean") return true;
  if (type === "array") {
    const item = startValue(schema.items, undefined);
    return item === undefined ? [] : [item];
  }
  if (type !== "object") return undefined;
  const required = (schema.required ?? []).map(
    (key) => [key, startValue(schema.properties?.[key], undefined)] as const,
  );
  if (required.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(required.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
