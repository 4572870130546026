import { t } from "../l10n";
import { nearest } from "../nearest";
import { componentSchema, componentTypes, manifestSchema, overrideSchema } from "../schema";
import { mergedEntries } from "../syntax/follow";
import type { Entry, MapNode } from "../syntax/node";
import { checkMap, reportName } from "./checkMap";
import { below, report, type Walk } from "./report";
import { code, found, join } from "./words";

const nameSchema = manifestSchema.properties?.["components"]?.propertyNames ?? {};

/** Checks a component. Without a type that exists, nothing can be said about the rest: that is the one problem. */
export function checkComponent(walk: Walk, entry: Entry): void {
  const name = String(entry.key.value);
  if (nameSchema.expression?.test(name) === false) {
    reportName(walk, entry.key.range, name, nameSchema, "components");
  }
  const value = walk.follow(entry.value);
  if (value === undefined && entry.value !== undefined) return;
  const types = [...componentTypes.keys()];
  const reportMissing = (written: readonly string[]) => {
    const message = t`\`${name}\` needs a \`type\`: ${join(types.map(code))}.`;
    report(walk, "missing-key", entry.key.range, message, { data: { keys: ["type"], values: types, written } });
  };
  if (value === undefined || (value.kind === "scalar" && value.value === null)) {
    reportMissing([]);
    return;
  }
  const inner = below(walk, entry.value);
  if (value.kind !== "map") {
    report(inner, "wrong-type", value.range, t`\`${name}\` must be a map with a \`type\`, and is ${found(value)}.`);
    return;
  }
  const entries = mergedEntries(value, walk.follow);
  const typeEntry = entries.find(({ key }) => key.value === "type");
  if (typeEntry === undefined) {
    const meant = entries.find(({ key }) => nearest(String(key.value), ["type"]) !== undefined);
    if (meant === undefined) {
      reportMissing(entries.map(({ key }) => String(key.value)));
      return;
    }
    const message = t`A component has no \`${meant.key.value}\`. Did you mean \`type\`?`;
    report(inner, "unknown-key", meant.key.range, message, { data: { replacement: "type" } });
    return;
  }
  const type = walk.follow(typeEntry.value);
  if (type?.kind === "scalar" && typeof type.value === "string" && componentTypes.has(type.value)) {
    const info = componentTypes.get(type.value);
    checkMap(inner, value, componentSchema(type.value), entry.key.range, name, info?.noun);
    return;
  }
  if (type === undefined && typeEntry.value !== undefined) return;
  const near = type?.kind === "scalar" && typeof type.value === "string" ? nearest(type.value, types) : undefined;
  const hint = near === undefined ? "" : t` Did you mean \`${near}\`?`;
  const range = type === undefined || type.range.start === type.range.end ? typeEntry.key.range : type.range;
  const own = typeEntry.value === undefined || value.entries.includes(typeEntry);
  const message = t`\`type\` must be ${join(types.map(code))}, and is ${found(type)}.${hint}`;
  report(own ? below(inner, typeEntry.value) : { ...inner, via: entry.key.range }, "invalid-value", range, message, {
    data: { values: types, ...(near !== undefined && { replacement: near }) },
  });
}

/** Checks what an environment changes at a component of this type. `type` itself is left to the meaning. */
export function checkOverride(walk: Walk, map: MapNode, entry: Entry, type: string): void {
  const schema = overrideSchema(type);
  const name = String(entry.key.value);
  const info = componentTypes.get(type);
  const rest: MapNode = { ...map, entries: map.entries.filter(({ key }) => key.value !== "type") };
  checkMap(walk, rest, schema, entry.key.range, name, info?.noun);
}
