import type { Manifest } from "../../manifest";
import type { Path } from "../../problem";
import type { Change } from "../change";
import { erase, requireOwn } from "../erase";
import type { Json, Operation } from "../operation";
import { refuse } from "../refusal";
import { write } from "../write";
import { componentOf } from "./names";

type Field = { readonly component: string; readonly path: Path; readonly environment?: string };

export function setField(manifest: Manifest, operation: Operation & { readonly kind: "setField" }): readonly Change[] {
  componentOf(manifest, operation.component);
  return setValue(manifest, pathOf(operation), operation.value);
}

/** How much of a path is never left out: `components.<name>` and `environments.<name>`. */
const stays = 2;

/** In an environment, the empty parents go up to the environment itself: it stays, since it is a stack of its own. */
export function removeField(
  manifest: Manifest,
  operation: Operation & { readonly kind: "removeField" },
): readonly Change[] {
  componentOf(manifest, operation.component);
  const path = pathOf(operation);
  requireOwn(manifest, path);
  return erase(manifest, [path], { prune: (parent) => parent.length > stays });
}

export function setValue(manifest: Manifest, path: Path, value: Json): readonly Change[] {
  if (value === null) return refuse("A field is removed rather than set to nothing.");
  if (path.length === 0) return refuse("The manifest as a whole cannot be replaced.");
  return write(manifest, path, value);
}

/** What is empty afterwards stays, but for what the canvas alone has written. */
export function removeValue(manifest: Manifest, path: Path): readonly Change[] {
  if (path.length === 0) return refuse("The manifest as a whole cannot be removed.");
  requireOwn(manifest, path);
  return erase(manifest, [path], { prune: (parent) => parent[0] === "canvas" });
}

function pathOf({ component, path, environment }: Field): Path {
  if (path.length === 0) return refuse("A field needs a name.");
  if (environment === undefined) return ["components", component, ...path];
  return ["environments", environment, "components", component, ...path];
}
