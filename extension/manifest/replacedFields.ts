import { isChoice } from "./check/mergeMaps";
import type { Json } from "./edit/operation";
import { t } from "./l10n";
import { type Manifest, toJson } from "./manifest";
import { mergeJson } from "./model/mergeJson";
import { isJsonMap, type JsonMap, ownValue } from "./model/values";
import { type Path, type Problem, type ProblemCode, problemCodes, type Range } from "./problem";
import { childSchema, componentSchema, componentTypes, manifestSchema, type Schema } from "./schema";
import { silence } from "./suppress";
import { parseSize } from "./units";

/**
 * What has changed since the last deployment and cannot be changed in place: fields that the schema marks with `x-change`,
 * and the type of a component. A comment silences these problems like others.
 * @param deployed the manifest as it was last deployed to this environment
 */
export function replacedFields(manifest: Manifest, environment: string, deployed: Manifest): readonly Problem[] {
  if (manifest.text === deployed.text) return [];
  const [before, after] = [saidOf(deployed, environment), saidOf(manifest, environment)];
  const found: Change[] = changesOf(before.settings, after.settings, manifestSchema, []);
  for (const [name, now] of after.components) {
    const was = before.components.get(name);
    if (was === undefined) continue;
    const at: Path = ["components", name];
    if (was["type"] !== now["type"]) {
      found.push({ path: [...at, "type"], kind: "replace", before: was["type"], after: now["type"], component: name });
    } else {
      const changes = changesOf(was, now, componentSchema(String(now["type"])), at);
      found.push(...changes.map((change) => ({ ...change, component: name })));
    }
  }
  const problems = found.map((change) => problemOf(manifest, environment, change));
  return silence(manifest.text, manifest.root, problems);
}

interface Change {
  readonly path: Path;
  readonly kind: NonNullable<Schema["x-change"]>;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly component?: string;
}

/** What a manifest says of an environment: its own settings, and each component with what the environment changes. */
function saidOf(manifest: Manifest, environment: string) {
  const written = toJson(manifest, manifest.root);
  const { components, environments, canvas: _, ...rest } = isJsonMap(written) ? written : {};
  const own = isJsonMap(environments) ? ownValue(environments, environment) : undefined;
  const { components: changes, ...settings } = isJsonMap(own) ? own : {};
  const merged = Object.entries(isJsonMap(components) ? components : {}).map(([name, base]): [string, JsonMap] => {
    const fields = isJsonMap(base) ? base : {};
    const change = isJsonMap(changes) ? ownValue(changes, name) : undefined;
    const both = mergeJson(fields, change, componentSchema(String(fields["type"])));
    return [name, isJsonMap(both) ? both : fields];
  });
  return { settings: { ...rest, ...settings }, components: new Map(merged) };
}

function changesOf(
  before: Json | undefined,
  after: Json | undefined,
  schema: Schema | undefined,
  path: Path,
): Change[] {
  const kind = schema?.["x-change"];
  if (kind !== undefined) {
    const [was, now] = [before ?? schema?.default, after ?? schema?.default];
    return isKept(was, now) || (kind === "grow-only" && !isLess(now, was))
      ? []
      : [{ path, kind, before: was, after: now }];
  }
  const [was, now] = [before ?? {}, after ?? {}];
  if (!isJsonMap(was) || !isJsonMap(now)) return [];
  // Another choice is another thing, not a change of the one before.
  if (isChoice(schema) && Object.keys(was).join() !== Object.keys(now).join()) return [];
  const keys = new Set([...Object.keys(was), ...Object.keys(now)]);
  return [...keys].flatMap((key) => {
    const [one, other] = [ownValue(was, key), ownValue(now, key)];
    // Of what a person has named, one that is new or gone replaces nothing.
    const isNamed = schema?.properties?.[key] === undefined;
    if (isNamed && (one === undefined || other === undefined)) return [];
    return changesOf(one, other, childSchema(schema, key), [...path, key]);
  });
}

/** Nothing that was there is another now; what comes to a map replaces nothing. */
function isKept(was: Json | undefined, now: Json | undefined): boolean {
  if (was === undefined) return true;
  if (!isJsonMap(was)) return JSON.stringify(was) === JSON.stringify(now);
  return Object.keys(was).every((key) => isJsonMap(now) && isKept(ownValue(was, key), ownValue(now, key)));
}

/** Of two sizes. Where one of them is none, nothing is known. */
function isLess(now: Json | undefined, was: Json | undefined): boolean {
  const [less, more] = [now, was].map((size) => (typeof size === "string" ? parseSize(size) : undefined));
  return less !== undefined && more !== undefined && less < more;
}

function problemOf(manifest: Manifest, environment: string, change: Change): Problem {
  const { path, kind, before, component } = change;
  const code: ProblemCode = kind === "grow-only" ? "shrunk-field" : "replaced-field";
  const isScalar = typeof before === "string" || typeof before === "number" || typeof before === "boolean";
  return {
    code,
    severity: problemCodes[code],
    message: messageOf(change, environment),
    range: placeOf(manifest, environment, path),
    ...(component !== undefined && { component }),
    ...(isScalar && { data: { deployed: JSON.stringify(before) } }),
  };
}

function messageOf({ path, kind, before, after, component }: Change, environment: string): string {
  const field = `\`${path.slice(component === undefined ? 0 : 2).join(".")}\``;
  const from = before === undefined ? "" : t`, which was ${shown(before)} when \`${environment}\` was deployed`;
  if (kind === "grow-only")
    return t`${field}${from}, can grow and never shrink: a deployment with ${shown(after)} would fail.`;
  if (kind === "new-stack") {
    return t`With another ${field}${from}, a deployment makes a new stack. What is deployed stays as it is, and is paid for, until it is destroyed.`;
  }
  const data = componentTypes.get(String(path.at(-1) === "type" ? before : ""))?.lane === "data";
  const loss = data ? t` What it holds goes with it, but for what \`onDelete\` keeps.` : "";
  return t`A deployment makes anew what ${field}${from}, belongs to.${loss}`;
}

const shown = (value: Json | undefined): string =>
  value === undefined ? "nothing" : `\`${typeof value === "string" ? value : JSON.stringify(value).slice(0, 80)}\``;

/** Where the value is written that counts: in the environment, else in the base; where it was taken away, the key above it. */
function placeOf(manifest: Manifest, environment: string, path: Path): Range {
  const overridden: Path = ["environments", environment, ...path];
  for (const one of [overridden, path]) {
    const { entry, node } = manifest.find(one) ?? {};
    const range = node?.kind === "scalar" ? node.range : (entry?.key.range ?? node?.range);
    if (range !== undefined) return range;
  }
  return path.length > 1
    ? placeOf(manifest, environment, path.slice(0, -1))
    : (firstKey(manifest) ?? { start: 0, end: 0 });
}

function firstKey({ root }: Manifest): Range | undefined {
  return root?.kind === "map" ? root.entries[0]?.key.range : undefined;
}
