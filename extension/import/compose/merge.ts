import { entriesOf, itemsOf, type MapValue, type Value } from "../value";
import { ownVariables } from "./environment";

/** Lists whose items a file adds to those of the file before, and never replaces. */
const added = new Set([
  "ports",
  "expose",
  "volumes",
  "env_file",
  "dns",
  "tmpfs",
  "external_links",
  "links",
  "profiles",
  "cap_add",
  "cap_drop",
  "devices",
]);
/** Lists of `KEY=value` that are maps in another notation. */
const keyed = new Set(["environment", "labels", "args"]);

/** A service with what a later definition says laid over it, by the rules of the Compose specification. */
export function mergeServices(base: Value, over: Value): Value {
  if (base.kind !== "map" || over.kind !== "map") return over;
  const entries = new Map(base.entries);
  for (const [key, value] of over.entries) {
    const before = entries.get(key);
    entries.set(key, before === undefined ? value : mergeField(key, before, value));
  }
  return { ...over, entries };
}

function mergeField(key: string, before: Value, after: Value): Value {
  if (keyed.has(key)) return asMap(before, after);
  if (added.has(key)) return { kind: "list", items: [...itemsOf(before), ...itemsOf(after)], place: after.place };
  if (key === "command" || key === "entrypoint") return after;
  if (before.kind === "map" && after.kind === "map") return mergeServices(before, after);
  if (key === "depends_on")
    return {
      ...asDependencies(before),
      entries: new Map([...asDependencies(before).entries, ...asDependencies(after).entries]),
    };
  return after;
}

function asMap(...values: readonly Value[]): MapValue {
  const entries = new Map<string, Value>();
  for (const [name, text, place] of values.flatMap(ownVariables))
    entries.set(name, { kind: "scalar", value: text ?? null, place });
  return { kind: "map", entries, place: values.at(-1)?.place ?? { file: "", line: 1 } };
}

function asDependencies(value: Value): MapValue {
  if (value.kind === "map") return value;
  const entries = itemsOf(value).flatMap((item) =>
    item.kind === "scalar" ? [[String(item.value), item] as const] : [],
  );
  return { kind: "map", entries: new Map(entries), place: value.place };
}

/** The services that a `depends_on` names, with the condition each has to meet. */
export function dependenciesOf(value: Value | undefined): readonly (readonly [name: string, condition: string])[] {
  if (value === undefined) return [];
  return entriesOf(asDependencies(value)).map(([name, inner]) => {
    const condition = inner.kind === "map" ? inner.entries.get("condition") : undefined;
    return [name, condition?.kind === "scalar" ? String(condition.value) : "service_started"];
  });
}
