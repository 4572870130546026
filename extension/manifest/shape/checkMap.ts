import { t } from "../l10n";
import { nearest } from "../nearest";
import { type Range, shortened } from "../problem";
import { alternatives, childSchema, type Schema } from "../schema";
import { isMergeKey, mergedEntries } from "../syntax/follow";
import type { Entry, MapNode } from "../syntax/node";
import { checkValue } from "./checkValue";
import { report, type Walk } from "./report";
import { code, join } from "./words";

/** Checks a map's keys and what they hold. `name` is the map's own key; `noun` what it is called in a sentence. */
export function checkMap(walk: Walk, map: MapNode, schema: Schema, at: Range, name: string, noun?: string): void {
  const merges = checkMerges(walk, map);
  const own = merges === undefined ? undefined : new Set(map.entries);
  const entries = mergedEntries(map, walk.follow);
  const present = new Set(entries.map(({ key }) => String(key.value)));
  for (const entry of entries) {
    const key = String(entry.key.value);
    const inner = merges === undefined || own?.has(entry) === true ? walk : { ...walk, via: walk.via ?? merges };
    const child = childSchema(schema, key);
    if (child === undefined && schema.additionalProperties === false) {
      const meant = reportUnknown(inner, entry, schema, present, noun ?? `\`${name}\``);
      if (meant !== undefined) present.add(meant);
      continue;
    }
    if (schema.propertyNames?.expression?.test(key) === false) {
      reportName(inner, entry.key.range, key, schema.propertyNames, name);
      continue;
    }
    if (child !== undefined) checkValue(inner, entry.value, child, entry.key.range, key);
  }
  checkCount(walk, entries, schema, at, name, present);
}

function checkCount(
  walk: Walk,
  entries: readonly Entry[],
  schema: Schema,
  at: Range,
  name: string,
  present: ReadonlySet<string>,
): void {
  const { minProperties, maxProperties } = schema;
  const choices = alternatives(schema);
  const isOpen = choices.length > 0 && !choices.some((key) => present.has(key));
  const required = (schema.required ?? []).filter((key) => !present.has(key));
  const missing = isOpen ? [...choices.slice(0, 1), ...required] : required;
  if (missing.length > 0 && !walk.partial) {
    const needs = [...(isOpen ? [join(choices.map(code), "or")] : []), join(required.map(code), "and")];
    report(walk, "missing-key", at, t`\`${name}\` needs ${needs.filter((part) => part !== "").join(", and ")}.`, {
      data: { keys: missing, ...(isOpen && { choices }) },
    });
  }
  checkAlternatives(walk, entries, choices, name);
  if (minProperties !== undefined && present.size < minProperties) {
    report(walk, "missing-key", at, t`\`${name}\` needs ${schema["x-message"] ?? t`at least ${minProperties}`}.`);
  }
  if (maxProperties !== undefined && entries.length > maxProperties) {
    const extra = entries[maxProperties];
    const message = t`\`${name}\` takes ${schema["x-message"] ?? t`at most ${maxProperties}`}, and has ${entries.length}.`;
    report(walk, "conflicting-keys", extra?.key.range ?? at, message);
  }
}

/** Of some keys only one can be there. */
function checkAlternatives(walk: Walk, entries: readonly Entry[], choices: readonly string[], name: string): void {
  if (choices.length === 0) return;
  const [first, second] = entries.filter(({ key }) => choices.includes(String(key.value)));
  if (first === undefined || second === undefined) return;
  const message = t`\`${name}\` takes ${join(choices.map(code), "or")}, and has both.`;
  const related = [{ range: first.key.range, message: t`The other stands here.` }];
  report(walk, "conflicting-keys", second.key.range, message, { related });
}

/** @returns the known key that was meant, when it is clear, so that it is not called missing too. */
export function reportUnknown(
  walk: Walk,
  entry: Entry,
  schema: Schema,
  present: ReadonlySet<string>,
  noun: string,
): string | undefined {
  const key = String(entry.key.value);
  // Nobody reads the hundredth hint.
  const isRead = walk.problems.length < 100;
  const known = isRead ? Object.keys(schema.properties ?? {}).filter((name) => !present.has(name)) : [];
  const near = isRead ? nearest(key, known) : undefined;
  const hint =
    near !== undefined
      ? t` Did you mean \`${near}\`?`
      : known.length > 0 && known.length <= 6
        ? t` It takes ${join(known.map(code), "and")}.`
        : "";
  report(walk, "unknown-key", entry.key.range, t`${capital(noun)} has no \`${shortened(key)}\`.${hint}`, {
    data: { key, ...(near !== undefined && { replacement: near }) },
  });
  return near;
}

/** A name that a person gave to something. */
export function reportName(walk: Walk, range: Range, name: string, schema: Schema, owner: string): void {
  const message = t`\`${shortened(name)}\` is no possible name in \`${owner}\`: it must be ${schema["x-message"] ?? t`of another form`}.`;
  const fixed = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "");
  // Only where names are written like this; a variable's name is not mended by making another of it.
  const kebab = schema.expression?.test("a-b") === true && !schema.expression.test("a_b");
  const possible = kebab && fixed !== name && schema.expression?.test(fixed) === true;
  report(walk, "invalid-name", range, message, { data: { ...(possible && { replacement: fixed }) } });
}

/** Where a merge stands, if there is one; a `<<` that merges nothing is a problem. */
export function checkMerges(walk: Walk, map: MapNode): Range | undefined {
  let place: Range | undefined;
  for (const { key, value } of map.entries) {
    if (!isMergeKey(key)) continue;
    place ??= value?.range ?? key.range;
    const found = walk.follow(value);
    const unresolved = value?.kind === "alias" && found === undefined;
    const items = found?.kind === "sequence" ? found.items : [value];
    const maps = items.every((item) => item?.kind === "alias" || walk.follow(item)?.kind === "map");
    const aliases = items.every((item) => walk.follow(item) === undefined || walk.follow(item)?.kind === "map");
    if (unresolved || (maps && aliases)) continue;
    report(walk, "wrong-type", value?.range ?? key.range, t`\`<<\` takes a map, an alias of one, or a list of these.`);
  }
  return place;
}

const capital = (text: string): string => (text[0] ?? "").toUpperCase() + text.slice(1);
