import type { Problem } from "../problem";
import { type Follow, mergedEntries } from "../syntax/follow";
import type { FoundEnvironment } from "./checkEnvironments";

/** Plain HTTP at the base is nobody's, when each environment brings a domain. */
export function dropServed(problems: Problem[], environments: readonly FoundEnvironment[], follow: Follow): void {
  if (environments.length === 0 || !problems.some(({ code }) => code === "plain-http")) return;
  const served = environments.map(({ unit }) => {
    const named = unit.overrides.filter(
      ({ map }) => map !== undefined && mergedEntries(map, follow).some(({ key }) => key.value === "domain"),
    );
    return new Set(named.map(({ name }) => name));
  });
  const isServed = (name = "") => served.every((names) => names.has(name));
  const kept = problems.filter(({ code, component }) => code !== "plain-http" || !isServed(component));
  problems.splice(0, problems.length, ...kept);
}
