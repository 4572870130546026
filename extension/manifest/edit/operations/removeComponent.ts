import type { Manifest } from "../../manifest";
import type { Path } from "../../problem";
import type { Change } from "../change";
import { erase } from "../erase";
import { keyOf } from "../model";
import { childOf, nodeAt } from "../slot";
import { connectionsTo, isPrunable, routesTo } from "./disconnect";
import { componentOf } from "./names";

/** Takes the component out, and with it what names it: connections, routes, overrides, its position. */
export function removeComponent(manifest: Manifest, name: string): readonly Change[] {
  componentOf(manifest, name);
  const places = placesOf(manifest);
  const paths = [
    ["components", name],
    ["canvas", name],
    ...membershipsOf(manifest, name).map(({ group, item, isOnly }) => (isOnly ? group : item)),
    ...overridesOf(manifest, name),
    ...places.flatMap((place) => [...connectionsTo(manifest, place, name), ...routesTo(manifest, place, name)]),
  ].filter((path) => childOf(nodeAt(manifest.root, path.slice(0, -1)), path.at(-1) ?? "") !== undefined);
  const outermost = paths.filter((path) => !paths.some((other) => other.length < path.length && isWithin(path, other)));
  return erase(manifest, outermost, { prune: (path) => path[0] === "canvas" || isOverride(path) || isPrunable(path) });
}

/** Where the canvas's groups name a component. A group that it is the only one of means nothing without it. */
export function membershipsOf(
  manifest: Manifest,
  name: string,
): readonly { readonly group: Path; readonly item: Path; readonly isOnly: boolean }[] {
  const groups = nodeAt(manifest.root, ["canvas", "$groups"]);
  if (groups?.kind !== "map") return [];
  return groups.entries.flatMap(({ key }) => {
    const group: Path = ["canvas", "$groups", keyOf(key)];
    const members = nodeAt(manifest.root, [...group, "components"]);
    if (members?.kind !== "sequence") return [];
    return members.items.flatMap((item, index) => {
      if (item.kind !== "scalar" || item.value !== name) return [];
      return [{ group, item: [...group, "components", index], isOnly: members.items.length === 1 }];
    });
  });
}

/** Every component and every override, by path; what one merges in that is written in its place as well. */
export function placesOf(manifest: Manifest): readonly Path[] {
  const overrides = manifest.environments.flatMap((environment) => {
    const components = nodeAt(manifest.root, ["environments", environment, "components"]);
    if (components?.kind !== "map") return [];
    return components.entries.map(({ key }) => ["environments", environment, "components", keyOf(key)]);
  });
  const places: readonly Path[] = [...manifest.components.map(({ name }) => ["components", name]), ...overrides];
  return places.flatMap((place) => [place, ...mergedAt(manifest, place)]);
}

function mergedAt(manifest: Manifest, place: Path): readonly Path[] {
  const path = [...place, "<<"];
  const merged = nodeAt(manifest.root, path);
  if (merged?.kind === "sequence") return merged.items.map((_, index) => [...path, index]);
  return merged?.kind === "map" ? [path] : [];
}

/** Where environments override a component. */
export function overridesOf(manifest: Manifest, name: string): readonly Path[] {
  return manifest.environments
    .map((environment) => ["environments", environment, "components", name])
    .filter((path) => childOf(nodeAt(manifest.root, path.slice(0, -1)), name) !== undefined);
}

/** `environments.<name>.components`, which may go when it is empty. */
function isOverride(path: Path): boolean {
  return path.length === 3 && path[0] === "environments" && path[2] === "components";
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((step, index) => step === path[index]);
}
