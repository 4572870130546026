import type { Path } from "../problem";
import type { MapModel, Model } from "./model";
import type { TextEdit } from "./operation";

/** One step of an edit, in terms of what is written: aliases are not followed, and paths lead to what is there. */
export type Change =
  /** Puts values in the place of others, which stand apart from each other. The path `[]` is the whole document. */
  | { readonly kind: "replace"; readonly values: readonly { readonly path: Path; readonly value: Model }[] }
  /** New entries behind the last of a map that has some. */
  | { readonly kind: "append"; readonly path: Path; readonly entries: MapModel["entries"] }
  /** New items in a list that has some, before the item that is now at `index`, or at the end. */
  | { readonly kind: "insert"; readonly path: Path; readonly index: number; readonly items: readonly Model[] }
  /** Takes entries and items out. None lies in another, and no collection loses its last one. */
  | { readonly kind: "remove"; readonly paths: readonly Path[] }
  /** Other text for keys and scalars where they stand. */
  | { readonly kind: "rewrite"; readonly scalars: readonly Rewrite[] };

export interface Rewrite {
  readonly path: Path;
  /** The key at `path` rather than its value. */
  readonly key: boolean;
  readonly value: string | number;
  /** Where only a part of a longer string changes: that part. */
  readonly edits?: readonly TextEdit[];
}

/** Makes the change in a model, in place; gives the new root. */
export function applyChange(root: Model, change: Change): Model {
  switch (change.kind) {
    case "replace":
      return change.values.reduce((at, { path, value }) => replace(at, path, value), root);
    case "append": {
      const map = at(root, change.path);
      if (map?.kind === "map") map.entries.push(...change.entries.map(copyEntry));
      return root;
    }
    case "insert": {
      const list = at(root, change.path);
      if (list?.kind === "sequence") list.items.splice(change.index, 0, ...change.items.map(copy));
      return root;
    }
    case "remove":
      for (const path of [...change.paths].sort(lastFirst)) remove(root, path);
      return root;
    case "rewrite": {
      const values = change.scalars.filter(({ key }) => !key);
      const keys = change.scalars.filter(({ key }) => key).sort((a, b) => b.path.length - a.path.length);
      for (const { path, value } of values) replace(root, path, { kind: "scalar", value });
      for (const { path, value } of keys) {
        const entry = entryAt(root, path);
        if (entry !== undefined) entry.key = String(value);
      }
      return root;
    }
  }
}

function replace(root: Model, path: Path, value: Model): Model {
  const old = at(root, path);
  const anchor = old === undefined || old.kind === "alias" ? undefined : old.anchor;
  const fresh = copy(value);
  if (fresh.kind !== "alias") fresh.anchor = anchor;
  const step = path.at(-1);
  if (step === undefined) return fresh;
  const parent = at(root, path.slice(0, -1));
  if (parent?.kind === "sequence") parent.items[Number(step)] = fresh;
  const entry = entryAt(root, path);
  if (entry !== undefined) entry.value = fresh;
  return root;
}

function remove(root: Model, path: Path): void {
  const parent = at(root, path.slice(0, -1));
  const step = path.at(-1);
  if (parent?.kind === "sequence") parent.items.splice(Number(step), 1);
  if (parent?.kind === "map") {
    const index = parent.entries.findIndex(({ key }) => key === String(step));
    if (index >= 0) parent.entries.splice(index, 1);
  }
}

/** Later items go first, so that the indexes of the others stay right. */
function lastFirst(a: Path, b: Path): number {
  const [x, y] = [a.at(-1), b.at(-1)];
  return typeof x === "number" && typeof y === "number" ? y - x : 0;
}

function at(root: Model, path: Path): Model | undefined {
  let model: Model | undefined = root;
  for (const step of path) {
    if (model?.kind === "map") model = model.entries.find(({ key }) => key === String(step))?.value;
    else model = model?.kind === "sequence" ? model.items[Number(step)] : undefined;
  }
  return model;
}

function entryAt(root: Model, path: Path): MapModel["entries"][number] | undefined {
  const parent = at(root, path.slice(0, -1));
  return parent?.kind === "map" ? parent.entries.find(({ key }) => key === String(path.at(-1))) : undefined;
}

function copy(model: Model): Model {
  if (model.kind === "map") return { ...model, entries: model.entries.map(copyEntry) };
  if (model.kind === "sequence") return { ...model, items: model.items.map(copy) };
  return { ...model };
}

function copyEntry({ key, value }: MapModel["entries"][number]): MapModel["entries"][number] {
  return { key, value: copy(value) };
}
