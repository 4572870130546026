import type { Manifest } from "../../manifest/manifest";
import type { Range } from "../../manifest/problem";

export { placeOf } from "../../manifest/placeOf";

/** All that is written of a component in the base. */
export function linesOf(manifest: Manifest, component: string): Range | undefined {
  return manifest.find(["components", component])?.entry?.range;
}

/** The component that an offset stands in, be it in the base or in an environment's override. */
export function componentAt(manifest: Manifest, offset: number): string | undefined {
  const path = manifest.pathAt(offset);
  const name = path[0] === "environments" && path[2] === "components" ? path[3] : path[0] === "components" && path[1];
  return typeof name === "string" && manifest.components.some((component) => component.name === name)
    ? name
    : undefined;
}
