import type { ComponentType } from "../app";
import { Field } from "../fields";
import { checkEntrance } from "../meaning/checkEntrance";
import { checkSecrets } from "../meaning/checkSecrets";
import { checkSizes } from "../meaning/checkSizes";
import { checkVersion } from "../meaning/checkVersion";
import { type Summary, summarize } from "../meaning/summarize";
import { componentTypes } from "../schema";
import { checkComponent } from "../shape/checkComponent";
import { mergedEntries } from "../syntax/follow";
import type { PlacedEntry } from "../syntax/place";
import { type Unit, type UnitCache, walkOf } from "./unit";

export interface ComponentUnit extends Unit {
  readonly name: string;
  /** As written, whether there is such a type or not. */
  readonly type: string | undefined;
  /** Undefined while its type is not known. */
  readonly summary: Summary | undefined;
}

/** A component in this version. */
export interface FoundComponent {
  readonly unit: ComponentUnit;
  readonly entry: PlacedEntry;
}

/** Everything that can be said about a component without looking at any other. */
export function checkComponentEntry(cache: UnitCache<ComponentUnit>, entry: PlacedEntry): FoundComponent {
  const unit = cache.get(entry, ({ green }) => {
    const name = String(green.key.value);
    const walk = walkOf(entry, cache.follow, name);
    checkComponent(walk, green);
    const type = typeOf(entry, cache);
    if (!isKnown(type)) return { name, type, summary: undefined, problems: walk.problems };
    const field = Field.of(green, cache.follow);
    const summary = summarize(walk, field, type);
    checkSizes(walk, field, type);
    checkSecrets(walk, field);
    if (type === "postgres" || type === "mysql") checkVersion(walk, field, type);
    if (type === "load-balancer") checkEntrance(walk, field, green.key.range);
    return { name, type, summary, problems: walk.problems };
  });
  return { unit, entry };
}

const isKnown = (type: string | undefined): type is ComponentType => componentTypes.has(type ?? "");

function typeOf(entry: PlacedEntry, cache: UnitCache<ComponentUnit>): string | undefined {
  const value = cache.follow(entry.green.value);
  if (value?.kind !== "map") return undefined;
  const type = cache.follow(mergedEntries(value, cache.follow).find(({ key }) => key.value === "type")?.value);
  return type?.kind === "scalar" && typeof type.value === "string" ? type.value : undefined;
}
