import type { Manifest } from "../../manifest";
import type { Change } from "../change";
import type { Operation } from "../operation";
import { write } from "../write";
import { requireFree } from "./names";

/** Behind the last component, with the blank lines that the components have between them. */
export function addComponent(
  manifest: Manifest,
  { name, fields }: Operation & { readonly kind: "addComponent" },
): readonly Change[] {
  requireFree(manifest, name);
  return write(manifest, ["components", name], fields);
}
