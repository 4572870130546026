import { t } from "../l10n";
import type { Manifest } from "../manifest";
import type { Path } from "../problem";
import type { MapNode, SequenceNode } from "../syntax/node";
import type { Change } from "./change";
import { isMergedIn } from "./difference";
import type { Model } from "./model";
import { refuse } from "./refusal";
import { childOf, nodeAt } from "./slot";
import { nameOf } from "./write";

export interface EraseOptions {
  /** Whether a collection that would be left empty goes too; if not, it becomes `{}` or `[]`. */
  readonly prune: (path: Path) => boolean;
}

/**
 * The changes that take what is written at the paths out of the text, and the parents that this leaves empty. A parent
 * that must stay, or that hides what `<<` would bring in its place, is left as `{}` or `[]`.
 */
export function erase(manifest: Manifest, paths: readonly Path[], { prune }: EraseOptions): readonly Change[] {
  let wanted = dedupe(paths);
  const emptied: Path[] = [];
  for (let again = true; again; ) {
    again = false;
    for (const [parentPath, gone] of byParent(wanted)) {
      const parent = nodeAt(manifest.root, parentPath);
      if (parent?.kind !== "map" && parent?.kind !== "sequence") continue;
      const size = parent.kind === "map" ? parent.entries.length : parent.items.length;
      if (gone.length < size) continue;
      wanted = wanted.filter((path) => !gone.includes(path));
      if (parentPath.length > 0 && prune(parentPath) && !isHiding(manifest, parentPath)) {
        wanted = dedupe([...wanted, parentPath]);
        again = true;
      } else {
        emptied.push(parentPath);
      }
    }
  }
  const kept = emptied.filter((path) => !wanted.some((gone) => isWithin(path, gone)));
  const values = kept.map((path) => ({ path, value: emptyLike(nodeAt(manifest.root, path)) }));
  const outermost = wanted.filter((path) => !wanted.some((other) => other !== path && isWithin(path, other)));
  return [
    ...(values.length > 0 ? [{ kind: "replace", values } as const] : []),
    ...(outermost.length > 0 ? [{ kind: "remove", paths: outermost } as const] : []),
  ];
}

/** Ends the edit unless what stands at the path is written there itself. */
export function requireOwn(manifest: Manifest, path: Path): void {
  let node = manifest.root;
  for (const [depth, step] of path.entries()) {
    const here = nameOf(path.slice(0, depth + 1));
    if (node?.kind === "alias") {
      refuse(
        t`${nameOf(path.slice(0, depth))} is shared (\`*${node.name}\`); change it where \`&${node.name}\` stands.`,
      );
    }
    const child = childOf(node, step);
    if (child === undefined) {
      const merges = node?.kind === "map" && isMergedIn(manifest, node, String(step));
      refuse(merges ? t`${here} comes from \`<<\`; remove it where it is written.` : t`${here} is not in the text.`);
    }
    node = child.value;
  }
}

function isHiding(manifest: Manifest, path: Path): boolean {
  const parent = nodeAt(manifest.root, path.slice(0, -1));
  return parent?.kind === "map" && isMergedIn(manifest, parent, String(path.at(-1)));
}

function emptyLike(node: MapNode | SequenceNode | unknown): Model {
  const isList = typeof node === "object" && node !== null && "kind" in node && node.kind === "sequence";
  return isList ? { kind: "sequence", items: [] } : { kind: "map", entries: [] };
}

function byParent(paths: readonly Path[]): readonly (readonly [Path, readonly Path[]])[] {
  const groups = new Map<string, [Path, Path[]]>();
  for (const path of paths) {
    const parent = path.slice(0, -1);
    const key = JSON.stringify(parent);
    const group = groups.get(key) ?? [parent, []];
    group[1].push(path);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function dedupe(paths: readonly Path[]): readonly Path[] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

function isWithin(path: Path, outer: Path): boolean {
  return path.length >= outer.length && outer.every((step, index) => step === path[index]);
}
