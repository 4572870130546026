import { t } from "../../l10n";
import type { Manifest } from "../../manifest";
import type { Change } from "../change";
import type { Operation } from "../operation";
import { refuse } from "../refusal";
import { childOf, nodeAt } from "../slot";

/** Another name for an entry where it stands: its value, its place and its comments stay. */
export function renameKey(
  manifest: Manifest,
  { path, to }: Operation & { readonly kind: "renameKey" },
): readonly Change[] {
  const key = path.at(-1);
  if (key === to) return [];
  const map = nodeAt(manifest.root, path.slice(0, -1));
  if (typeof key !== "string" || childOf(map, key) === undefined) {
    return refuse(t`\`${path.join(".")}\` is not written there, so it cannot be renamed.`);
  }
  if (childOf(map, to) !== undefined) refuse(t`\`${to}\` exists already.`);
  return [{ kind: "rewrite", scalars: [{ path, key: true, value: to }] }];
}
