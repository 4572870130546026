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
    ...overridesOf(manifest, name),
    ...places.flatMap((place) => [...connectionsTo(manifest, place, name), ...routesTo(manifest, place, name)]),
  ].filter((path) => childOf(nodeAt(manifest.root, path.slice(0, -1)), path.at(-1) ?? "") !== undefined);
  const outermost = paths.filter((path) => !paths.some((other) => other.length < path.length && isWithin(path, other)));
  return erase(manifest, outermost, { prune: (path) => path[0] === "canvas" || isOverride(path) || isPrunable(path) });
}

/** Every component and every override, by path. */
export function placesOf(manifest: Manifest): readonly Path[] {
  const overrides = manifest.environments.flatMap((environment) => {
    const components = nodeAt(manifest.root, ["environments", environment, "components"]);
    if (components?.kind !== "map") return [];
    return components.entries.map(({ key }) => ["environments", environment, "components", keyOf(key)]);
  });
  return [...manifest.components.map(({ name }) => ["components", name]), ...overrides];
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
