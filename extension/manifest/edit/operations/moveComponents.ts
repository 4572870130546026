import { t } from "../../l10n";
import type { Manifest } from "../../manifest";
import type { Path } from "../../problem";
import type { Change, Rewrite } from "../change";
import { erase } from "../erase";
import type { MapModel } from "../model";
import { fromJson } from "../model";
import type { Operation, Position } from "../operation";
import { refuse } from "../refusal";
import { childOf, nodeAt } from "../slot";
import { write } from "../write";
import { componentOf } from "./names";

/** Writes positions: where one stands already, only its numbers change. */
export function moveComponents(
  manifest: Manifest,
  { positions }: Operation & { readonly kind: "moveComponents" },
): readonly Change[] {
  const known = new Set(manifest.components.map((component) => component.name));
  const canvas = nodeAt(manifest.root, ["canvas"]);
  if (canvas?.kind === "sequence" && canvas.items.length > 0) refuse(t`\`canvas\` is a list; correct it in the text.`);
  const rewritten: Rewrite[] = [];
  const others: (readonly [string, Position])[] = [];
  const added: MapModel["entries"] = [];
  const forgotten: Path[] = [];
  for (const [name, exact] of Object.entries(positions)) {
    if (exact === null) {
      if (childOf(canvas, name) !== undefined) forgotten.push(["canvas", name]);
      continue;
    }
    if (!known.has(name)) componentOf(manifest, name);
    const position = whole(exact);
    const old = nodeAt(manifest.root, ["canvas", name]);
    if (old?.kind === "sequence" && old.items.length === 2 && old.items.every(({ kind }) => kind === "scalar")) {
      rewritten.push(...numbers(name, old.items, position));
    } else if (old === undefined && canvas?.kind === "map" && canvas.entries.length > 0) {
      added.push({ key: name, value: fromJson(position) });
    } else {
      others.push([name, position]);
    }
  }
  const changes: Change[] = [];
  if (rewritten.length > 0) changes.push({ kind: "rewrite", scalars: rewritten });
  if (added.length > 0) changes.push({ kind: "append", path: ["canvas"], entries: added });
  // With others come, what goes leaves the map never empty.
  if (added.length > 0 && forgotten.length > 0) changes.push({ kind: "remove", paths: forgotten });
  else changes.push(...erase(manifest, forgotten, { prune: () => true }));
  if (canvas?.kind !== "map" || canvas.entries.length === 0) {
    return others.length === 0 ? changes : write(manifest, ["canvas"], Object.fromEntries(others));
  }
  return [...changes, ...others.flatMap(([name, position]) => write(manifest, ["canvas", name], position))];
}

function numbers(name: string, items: readonly unknown[], position: Position): Rewrite[] {
  return items.flatMap((item, index) => {
    const value = position[index === 0 ? 0 : 1];
    const written = typeof item === "object" && item !== null && "value" in item ? item.value : undefined;
    return written === value ? [] : [{ path: ["canvas", name, index], key: false, value }];
  });
}

function whole([x, y]: Position): Position {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return refuse(t`A position needs two numbers.`);
  return [Math.round(x) + 0, Math.round(y) + 0];
}
