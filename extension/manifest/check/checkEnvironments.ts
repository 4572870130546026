import { Field } from "../fields";
import { t } from "../l10n";
import { checkSecrets } from "../meaning/checkSecrets";
import { checkVersion } from "../meaning/checkVersion";
import { type Summary, summarize } from "../meaning/summarize";
import { nearest } from "../nearest";
import { componentTypes, manifestSchema } from "../schema";
import { checkOverride } from "../shape/checkComponent";
import { checkMap, reportName } from "../shape/checkMap";
import { checkValue } from "../shape/checkValue";
import { below, report, type Walk } from "../shape/report";
import { found } from "../shape/words";
import { mergedEntries } from "../syntax/follow";
import type { Entry, MapNode } from "../syntax/node";
import type { PlacedEntry } from "../syntax/place";
import type { ComponentUnit, FoundComponent } from "./checkComponents";
import { type Unit, type UnitCache, walkOf } from "./unit";

export interface EnvironmentUnit extends Unit {
  readonly name: string;
  readonly overrides: readonly Override[];
}

/** What an environment changes at a component. */
export interface Override {
  readonly name: string;
  readonly entry: Entry;
  /** Of the base, when this was checked. */
  readonly type: string | undefined;
  readonly map: MapNode | undefined;
  readonly summary: Summary | undefined;
  /** Nothing is wrong with it by itself, so that the merged result can be looked at. */
  readonly sound: boolean;
}

export interface FoundEnvironment {
  readonly unit: EnvironmentUnit;
  readonly entry: PlacedEntry;
}

const environments = manifestSchema.properties?.["environments"] ?? {};
const environmentSchema =
  typeof environments.additionalProperties === "object" ? environments.additionalProperties : {};

/** Checks an environment's own fields, and each override against the type of the component it changes. */
export function checkEnvironmentEntry(
  cache: UnitCache<EnvironmentUnit>,
  entry: PlacedEntry,
  components: ReadonlyMap<string, FoundComponent>,
): FoundEnvironment {
  const typeOf = (name: string) => components.get(name)?.unit.type;
  const unit = cache.get(
    entry,
    ({ green }) => {
      const name = String(green.key.value);
      const walk = walkOf(entry, cache.follow);
      if (environments.propertyNames?.expression?.test(name) === false) {
        reportName(walk, green.key.range, name, environments.propertyNames, "environments");
      }
      const value = cache.follow(green.value);
      if (value?.kind !== "map") {
        checkValue(walk, green.value, environmentSchema, green.key.range, name);
        return { name, overrides: [], problems: walk.problems };
      }
      const inner = below(walk, green.value);
      const isOverrides = (child: Entry) => child.key.value === "components";
      const own = { ...value, entries: value.entries.filter((child) => !isOverrides(child)) };
      checkMap(inner, own, environmentSchema, green.key.range, name, t`an environment`);
      const changes = value.entries.find(isOverrides);
      const overrides = changes === undefined ? [] : overridesOf(inner, changes, components);
      return { name, overrides, problems: walk.problems };
    },
    // An unknown name becomes known, or a type changes, without a change here.
    (known) =>
      known.overrides.every(({ name, type }) => type === typeOf(name) && components.has(name) === (type !== "")),
  );
  return { unit, entry };
}

function overridesOf(walk: Walk, changes: Entry, components: ReadonlyMap<string, FoundComponent>): Override[] {
  const value = walk.follow(changes.value);
  if (value?.kind !== "map") {
    checkValue(walk, changes.value, { type: "object" }, changes.key.range, "components");
    return [];
  }
  const inner = below(walk, changes.value);
  return mergedEntries(value, walk.follow).map((entry) => overrideOf(inner, entry, components));
}

function overrideOf(walk: Walk, entry: Entry, components: ReadonlyMap<string, FoundComponent>): Override {
  const name = String(entry.key.value);
  const base: ComponentUnit | undefined = components.get(name)?.unit;
  const inner: Walk = { ...below(walk, entry.value), component: name, partial: true };
  const before = walk.problems.length;
  const value = walk.follow(entry.value);
  const result = (summary?: Summary): Override => ({
    name,
    entry,
    type: base === undefined ? "" : base.type,
    map: value?.kind === "map" ? value : undefined,
    summary,
    sound: walk.problems.length === before,
  });
  if (base === undefined) {
    const near = walk.problems.length < 20 ? nearest(name, components.keys()) : undefined;
    const hint = near === undefined ? "" : t` Did you mean \`${near}\`?`;
    const message = t`There is no component \`${name}\` to change. An environment cannot add one.${hint}`;
    report({ ...inner, partial: false }, "invalid-override", entry.key.range, message, {
      data: near === undefined ? {} : { replacement: near },
    });
    return result();
  }
  const type = base.summary?.type;
  if (type === undefined || (value === undefined && entry.value !== undefined)) return result();
  if (value?.kind !== "map") {
    const message = t`\`${name}\` must be a map of what is different, and is ${found(value)}.`;
    report(
      inner,
      "wrong-type",
      value?.range.start === value?.range.end ? entry.key.range : (value?.range ?? entry.key.range),
      message,
    );
    return result();
  }
  checkType(inner, value, type);
  checkOverride(inner, value, entry, type);
  const field = Field.of(entry, walk.follow, inner.via);
  checkSecrets(inner, field);
  if (type === "postgres" || type === "mysql") checkVersion(inner, field, type);
  const sound = walk.problems.slice(before).every(({ severity }) => severity !== "error");
  return { ...result(summarize(inner, field, type)), sound };
}

function checkType(walk: Walk, map: MapNode, type: string): void {
  const own = map.entries.find(({ key }) => key.value === "type");
  const written = walk.follow(own?.value);
  if (own === undefined || (written?.kind === "scalar" && written.value === type)) return;
  const message = t`An environment cannot change a component's type. It is ${componentTypes.get(type)?.noun ?? type} everywhere.`;
  report(walk, "invalid-override", written?.range ?? own.key.range, message, { data: { replacement: type } });
}
