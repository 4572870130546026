import { t } from "../manifest/l10n";
import type { Path } from "../manifest/problem";
import { componentIn, type Scope } from "./scope";
import type { Suggestion } from "./suggest";

/** Names of variables that could stand in a component's `env` or `secrets`, with where they stand already. */
export function variablesElsewhere(scope: Scope, path: Path): ReadonlyMap<string, string> {
  const own = componentIn(path);
  const field = path.at(-1);
  const found = new Map<string, string>();
  if (own === undefined || path.length !== own.depth + 2 || (field !== "env" && field !== "secrets")) return found;
  const isOverride = path[0] === "environments";
  const others = scope.names.filter((name) => name !== own.name);
  for (const name of isOverride ? [own.name, ...others] : others) {
    const map = scope.nodeAt(["components", name, field]);
    if (map?.kind !== "map") continue;
    for (const { key } of map.entries) {
      const variable = String(key.value);
      if (variable !== "<<" && !found.has(variable))
        found.set(variable, name === own.name ? t`in the base` : t`also in ${name}`);
    }
  }
  return found;
}

/** The values that other components, or the base, give the same variable. */
export function valuesElsewhere(scope: Scope, path: Path): readonly Suggestion[] {
  const own = componentIn(path);
  const variable = path.at(-1);
  if (own === undefined || typeof variable !== "string") return [];
  const found = new Map<string | number | boolean, string>();
  for (const name of scope.names) {
    if (name === own.name && path[0] === "components") continue;
    const node = scope.nodeAt(["components", name, "env", variable]);
    if (node?.kind !== "scalar" || node.value === null || found.has(node.value)) continue;
    const text = String(node.value);
    if (!text.includes("${{") && !text.includes("\n"))
      found.set(node.value, name === own.name ? t`base` : t`as in ${name}`);
  }
  return [...found].map(([value, means]) => ({ value, means }));
}
