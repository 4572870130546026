import { isChoice } from "../manifest/check/mergeMaps";
import type { Json } from "../manifest/edit/operation";
import { type Manifest, toJson } from "../manifest/manifest";
import { maskJson } from "../manifest/maskSecrets";
import { mergeJson } from "../manifest/model/mergeJson";
import { isJsonMap, type JsonMap, ownValue } from "../manifest/model/values";
import type { Path } from "../manifest/problem";
import { childSchema, componentSchema, manifestSchema, type Schema } from "../manifest/schema";
import type { EditedComponent, EditedField, PictureEdited } from "./messages";

/** What a manifest said of one environment when it was deployed. Made once, compared with every version since. */
export interface Baseline {
  /** When it was deployed, ISO 8601. */
  readonly at: string;
  readonly environment: string;
  /** The whole manifest as it was written, values that seem to be secrets masked. */
  readonly written: JsonMap;
  readonly said: Said;
}

/** An environment's view of a manifest: overrides merged, defaults not filled in. */
interface Said {
  readonly components: ReadonlyMap<string, JsonMap>;
  readonly other: JsonMap;
}

export function baselineOf(deployed: Manifest, environment: string, at: string): Baseline {
  const masked = maskJson(writtenOf(deployed));
  const written = isJsonMap(masked) ? masked : {};
  return { at, environment, written, said: saidOf(written, environment) };
}

/**
 * What differs from the deployed manifest, in the baseline's environment. Only what counts there: positions, comments, the
 * order of keys, other environments and a default that is now spelled out are no differences. Never throws.
 */
export function edited(baseline: Baseline, manifest: Manifest): PictureEdited {
  const before = baseline.said;
  const after = saidOf(writtenOf(manifest), baseline.environment);
  const components: [string, EditedComponent][] = [];
  for (const [name, now] of after.components) {
    const was = before.components.get(name);
    if (was === undefined) {
      components.push([name, { kind: "added", fields: [] }]);
      continue;
    }
    const fields = differences(was, now, componentSchema(String(now["type"])), []);
    if (fields.length > 0) components.push([name, { kind: "changed", fields }]);
  }
  return {
    at: baseline.at,
    components: Object.fromEntries(components),
    removed: [...before.components.keys()].filter((name) => !after.components.has(name)),
    other: differences(before.other, after.other, manifestSchema, []),
  };
}

/** The whole manifest as JSON, aliases and merges resolved. */
export function writtenOf(manifest: Manifest): JsonMap {
  const written = toJson(manifest, manifest.root);
  return isJsonMap(written) ? written : {};
}

/** What a value would be in a baseline. Looked at only where a value differs, since it takes a while. */
export function maskedAt(path: Path, value: Json | undefined): Json | undefined {
  return value === undefined ? undefined : maskJson(value, String(path.at(-1)), path.at(-2) === "env");
}

function saidOf(written: JsonMap, environment: string): Said {
  const { components, environments, canvas: _, ...rest } = written;
  const own = isJsonMap(environments) ? ownValue(environments, environment) : undefined;
  const { components: changes, ...settings } = isJsonMap(own) ? own : {};
  const merged = Object.entries(isJsonMap(components) ? components : {}).map(([name, base]): [string, JsonMap] => {
    const fields = isJsonMap(base) ? base : {};
    const change = isJsonMap(changes) ? ownValue(changes, name) : undefined;
    const both = mergeJson(fields, change, componentSchema(String(fields["type"])));
    return [name, isJsonMap(both) ? both : fields];
  });
  return { components: new Map(merged), other: { ...rest, ...settings } };
}

function differences(
  before: Json | undefined,
  after: Json | undefined,
  schema: Schema | undefined,
  path: Path,
): readonly EditedField[] {
  if (isJsonMap(before) && isJsonMap(after) && !isChoice(schema)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) =>
      differences(ownValue(before, key), ownValue(after, key), childSchema(schema, key), [...path, key]),
    );
  }
  const counts = before ?? schema?.default;
  if (isSame(counts, after ?? schema?.default, schema)) return [];
  const masked = maskedAt(path, after);
  if (isSame(counts, masked ?? schema?.default, schema)) return [];
  return [{ path, ...(before !== undefined && { before }), ...(masked !== undefined && { after: masked }) }];
}

/** The order of a map's keys means nothing, nor does that of a list whose items are unique. */
function isSame(before: Json | undefined, after: Json | undefined, schema: Schema | undefined): boolean {
  if (before === after) return true;
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) return false;
    if (schema?.uniqueItems === true && before.every((item) => typeof item === "string")) {
      return before.every((item) => after.includes(item));
    }
    return before.every((item, index) => isSame(item, after[index], schema?.items));
  }
  if (!isJsonMap(before) || !isJsonMap(after)) return false;
  const keys = Object.keys(before);
  return (
    keys.length === Object.keys(after).length &&
    keys.every((key) => isSame(before[key], ownValue(after, key), childSchema(schema, key)))
  );
}
