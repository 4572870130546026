import type { Json, Operation } from "../../extension/manifest/edit/operation";
import type { Path } from "../../extension/manifest/problem";
import type { FormScope } from "./formScope";
import { valueAt } from "./values";

type Place = Pick<FormScope, "components" | "root" | "environment">;

/** A field's path from the root of the text, in the layer that is edited. */
export function pathAt({ root, environment }: Place, path: Path): Path {
  return environment === undefined ? [...root, ...path] : ["environments", environment, ...root, ...path];
}

/** The same for each component that the form is about, as one step. */
export function setAt(place: Place, path: Path, value: Json): readonly Operation[] {
  if (place.components === undefined) return [{ kind: "setValue", path: pathAt(place, path), value }];
  return place.components.map(({ name }) => ({ kind: "setField", component: name, path, value, ...layerOf(place) }));
}

/** Where it is written; of a component, also the parents that it leaves empty. */
export function removeAt(place: Place, path: Path): readonly Operation[] {
  if (place.components === undefined) return [{ kind: "removeValue", path: pathAt(place, path) }];
  return place.components
    .filter(({ fields, override }) => valueAt(place.environment === undefined ? fields : override, path) !== undefined)
    .map(({ name }) => ({ kind: "removeField", component: name, path, ...layerOf(place) }));
}

function layerOf({ environment }: Place): { readonly environment?: string } {
  return environment === undefined ? {} : { environment };
}
