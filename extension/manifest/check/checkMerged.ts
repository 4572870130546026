import { Field } from "../fields";
import { checkConflicts } from "../meaning/checkConflicts";
import { checkEntrance } from "../meaning/checkEntrance";
import { checkSizes } from "../meaning/checkSizes";
import type { Known } from "../meaning/checkUses";
import { summarize } from "../meaning/summarize";
import type { Problem } from "../problem";
import { componentSchema } from "../schema";
import { checkMap } from "../shape/checkMap";
import type { Walk } from "../shape/report";
import type { Follow } from "../syntax/follow";
import type { FoundComponent } from "./checkComponents";
import type { Override } from "./checkEnvironments";
import { mergeMaps } from "./mergeMaps";

/**
 * What is wrong only with base and override together, reported at the override's name. Both must be sound by
 * themselves: a mistake that is told already is not told again.
 */
export function checkMerged(
  override: Override,
  base: FoundComponent,
  known: ReadonlyMap<string, Known>,
  follow: Follow,
): readonly Problem[] {
  const type = base.unit.summary?.type;
  const value = follow(base.entry.green.value);
  const errors = base.unit.problems.some(({ severity }) => severity === "error");
  if (type === undefined || value?.kind !== "map" || override.map === undefined || !override.sound || errors) return [];
  const schema = componentSchema(type);
  const merged = mergeMaps(value, override.map, schema, follow);
  const via = override.entry.key.range;
  const walk: Walk = { text: "", follow, problems: [], component: override.name, partial: false, via };
  checkMap(walk, merged, schema, via, override.name);
  const field = new Field(merged, via, follow, via);
  const summary = summarize(walk, field, type);
  checkSizes(walk, field, type);
  if (type === "load-balancer") checkEntrance(walk, field, via);
  checkConflicts(walk, summary, known);
  // The base's warnings are shown at the base.
  return walk.problems.filter(({ severity }) => severity === "error");
}
