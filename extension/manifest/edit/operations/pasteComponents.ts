import { type Manifest, openManifest, toJson } from "../../manifest";
import type { Path } from "../../problem";
import { toEdits } from "../apply";
import type { Change } from "../change";
import { freeName } from "../clip/freeName";
import { positionsFor } from "../clip/positionsFor";
import { readClip } from "../clip/readClip";
import { renameAnchors } from "../clip/renameAnchors";
import { sourcesOf } from "../clip/source";
import { layoutOf } from "../layout";
import { fromJson, fromNode, keyOf, type Model } from "../model";
import { noticeOf } from "../notice";
import type { Json, Operation, Position } from "../operation";
import { applyEdits } from "../pieces";
import { childOf, isFlow, nodeAt } from "../slot";
import { write } from "../write";
import { requireFree } from "./names";
import { renameComponent } from "./renameComponent";

export interface Pasted {
  readonly changes: readonly Change[];
  /** The names that they have now, in order. */
  readonly components: readonly string[];
  readonly positions: { readonly [name: string]: Position };
  readonly notices: readonly string[];
}

type Paste = Operation & { readonly kind: "pasteComponents" };

/** Components from another text, behind the last. What environments change of them comes along where those exist. */
export function pasteComponents(manifest: Manifest, { text, at }: Paste): Pasted {
  const { clip, notices } = withFreeNames(readClip(text), manifest);
  const components = clip.components.map(({ name }) => name);
  for (const name of components) requireFree(manifest, name);
  const changes = [
    ...place(manifest, ["components"], entriesAt(clip, ["components"])),
    ...manifest.environments.flatMap((environment) => {
      const overrides = entriesAt(clip, ["environments", environment, "components"]);
      return overrides.length === 0 ? [] : place(manifest, ["environments", environment, "components"], overrides);
    }),
  ];
  return { changes, components, positions: positionsFor(clip, components, at), notices };
}

/** Renames in the clip what the target has already, so that what the pasted say of each other follows. */
function withFreeNames(clip: Manifest, target: Manifest): { readonly clip: Manifest; readonly notices: string[] } {
  const taken = takenIn(target);
  const own = new Set(clip.components.map(({ name }) => name));
  const notices: string[] = [];
  let current = openManifest(renameAnchors(clip, target));
  for (const name of own) {
    if (!taken.has(name)) continue;
    const operation = {
      kind: "renameComponent",
      name,
      to: freeName(name, (one) => taken.has(one) || own.has(one)),
    } as const;
    taken.add(operation.to);
    notices.push(...noticeOf(current, current, operation));
    for (const change of renameComponent(current, operation)) {
      const edits = toEdits(current, layoutOf(current.text, current.root), change);
      current = openManifest(applyEdits(current.text, edits), current);
    }
  }
  return { clip: current, notices };
}

/** Names of components, and what is left of others: an override or a position would take hold of a new one. */
function takenIn(target: Manifest): Set<string> {
  const keys = (path: Path): readonly string[] => {
    const map = nodeAt(target.root, path);
    return map?.kind === "map" ? map.entries.map(({ key }) => keyOf(key)) : [];
  };
  return new Set([
    ...target.components.map(({ name }) => name),
    ...keys(["canvas"]),
    ...target.environments.flatMap((environment) => keys(["environments", environment, "components"])),
  ]);
}

interface NewEntry {
  readonly key: string;
  readonly value: Model;
  readonly source?: readonly string[];
  readonly json: Json;
}

function entriesAt(clip: Manifest, path: Path): readonly NewEntry[] {
  const map = nodeAt(clip.root, path);
  if (map?.kind !== "map") return [];
  const sources = sourcesOf(clip, map.entries);
  return map.entries.map(({ key, value }, index) => ({
    key: keyOf(key),
    value: fromNode(value),
    source: sources[index] ?? [],
    json: toJson(clip, value) ?? null,
  }));
}

/** New entries for the map at `path`, which is made when it is not there. */
function place(manifest: Manifest, path: Path, entries: readonly NewEntry[]): readonly Change[] {
  const { root } = manifest;
  const last = path.at(-1);
  const slot = last === undefined ? { value: root } : childOf(nodeAt(root, path.slice(0, -1)), last);
  const isFilled = slot?.value?.kind === "map" && slot.value.entries.length > 0;
  // In braces there is no place for lines of their own, nor for their comments and anchors.
  const fitting = isFlow(root, isFilled ? path : path.slice(0, -1))
    ? entries.map(({ key, json }) => ({ key, value: fromJson(json) }))
    : [...entries];
  const value: Model = { kind: "map", entries: fitting };
  if (slot === undefined) {
    const json = Object.fromEntries(entries.map((entry) => [entry.key, entry.json]));
    return place(manifest, path.slice(0, -1), [{ key: String(last), value, json }]);
  }
  const old = slot.value;
  if (isFilled) return [{ kind: "append", path, entries: fitting }];
  const isEmpty = old === undefined || old.kind === "map" || (old.kind === "scalar" && old.value === null);
  if (isEmpty) return [{ kind: "replace", values: [{ path, value }] }];
  return entries.flatMap(({ key, json }) => write(manifest, [...path, key], json));
}
