import type { Json, Operation } from "../../extension/manifest/edit/operation";
import type { Path } from "../../extension/manifest/problem";
import type { FormScope } from "./useField";

type Place = Pick<FormScope, "component" | "root" | "environment">;

/** A field's path from the root of the text, in the layer that is edited. */
export function pathAt({ root, environment }: Place, path: Path): Path {
  return environment === undefined ? [...root, ...path] : ["environments", environment, ...root, ...path];
}

export function setAt(place: Place, path: Path, value: Json): Operation {
  const { component, environment } = place;
  if (component === undefined) return { kind: "setValue", path: pathAt(place, path), value };
  return {
    kind: "setField",
    component: component.name,
    path,
    value,
    ...(environment !== undefined && { environment }),
  };
}

/** Of a component, also the parents that it leaves empty. */
export function removeAt(place: Place, path: Path): Operation {
  const { component, environment } = place;
  if (component === undefined) return { kind: "removeValue", path: pathAt(place, path) };
  return { kind: "removeField", component: component.name, path, ...(environment !== undefined && { environment }) };
}
