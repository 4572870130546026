import { t } from "../l10n";
import { sameAsBase } from "../meaning/checkSame";
import { type Problem, problemCodes } from "../problem";
import { componentSchema } from "../schema";
import type { Follow } from "../syntax/follow";
import type { PlacedEntry } from "../syntax/place";
import type { FoundComponent } from "./checkComponents";
import type { Override } from "./checkEnvironments";

/** What an environment writes as the base has it. Where aliases are about, a text serves several places, and is left alone. */
export function repetitions(
  entry: PlacedEntry,
  { name, map, sound }: Override,
  { unit, entry: base }: FoundComponent,
  follow: Follow,
): readonly Problem[] {
  const type = unit.summary?.type;
  if (map === undefined || type === undefined || !sound) return [];
  if (entry.placed.chunk.aliases.length + base.placed.chunk.aliases.length > 0) return [];
  const found = sameAsBase(map, base.green.value, componentSchema(type), follow);
  // A type that is repeated says what the rest is about.
  return found
    .filter((same) => same.name !== "type")
    .map((same) => ({
      code: "same-as-base",
      severity: problemCodes["same-as-base"],
      message: t`\`${same.name}\` is the same without this environment, so that this changes nothing.`,
      range: entry.placed.range(same.range),
      component: name,
      related: [{ range: base.placed.range(same.base), message: t`It is written here for all environments.` }],
      tags: ["unnecessary"],
    }));
}
