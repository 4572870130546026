import { childOf } from "../components";
import { t } from "../l10n";
import { type Problem, problemCodes, type Range, shortened } from "../problem";
import type { Follow } from "../syntax/follow";
import type { Node } from "../syntax/node";

/** What the canvas remembers of a component that is not there: harmless, and never used. */
export function strayOnCanvas(range: Range, message: string): Problem {
  return { code: "stray-position", severity: problemCodes["stray-position"], message, range, tags: ["unnecessary"] };
}

/** The members of `$groups` that are no components. */
export function strayMembers(
  groups: Node | undefined,
  known: { has(name: string): boolean },
  follow: Follow,
): readonly Problem[] {
  const map = follow(groups);
  if (map?.kind !== "map") return [];
  return map.entries.flatMap((group) => {
    const members = childOf(follow(group.value), "components", follow);
    if (members?.kind !== "sequence") return [];
    return members.items.flatMap((item) => {
      const name = item.kind === "scalar" ? item.value : undefined;
      if (typeof name !== "string" || known.has(name)) return [];
      const message = t`There is no component \`${shortened(name)}\` any more, so the group does not show it.`;
      return [strayOnCanvas(item.range, message)];
    });
  });
}
