import { t } from "../../l10n";
import type { Manifest } from "../../manifest";
import type { Path } from "../../problem";
import { parseTemplate } from "../../references";
import type { Node } from "../../syntax/node";
import type { Change, Rewrite } from "../change";
import { keyOf } from "../model";
import type { Operation, TextEdit } from "../operation";
import { applyEdits } from "../pieces";
import { refuse } from "../refusal";
import { childOf, nodeAt } from "../slot";
import { connectionsTo, routesTo } from "./disconnect";
import { componentOf, requireFree } from "./names";
import { membershipsOf, overridesOf, placesOf } from "./removeComponent";

/** Renames the key and every mention. A position under the new name that belongs to nothing gives way. */
export function renameComponent(
  manifest: Manifest,
  { name, to }: Operation & { readonly kind: "renameComponent" },
): readonly Change[] {
  componentOf(manifest, name);
  if (name === to) return [];
  requireFree(manifest, to);
  const overridden = overridesOf(manifest, to)[0];
  if (overridden !== undefined) refuse(t`\`${overridden.join(".")}\` is there already; remove it first.`);
  const stray = childOf(nodeAt(manifest.root, ["canvas"]), to) !== undefined;
  const places = placesOf(manifest);
  const connections = places.flatMap((place) => connectionsTo(manifest, place, name));
  const keys: readonly Path[] = [
    ["components", name],
    ...overridesOf(manifest, name),
    ["canvas", name],
    ...connections.filter((path) => typeof path.at(-1) === "string"),
  ];
  const values: readonly Path[] = [
    ...connections.filter((path) => typeof path.at(-1) === "number"),
    ...places.flatMap((place) => routesTo(manifest, place, name)).map((path) => [...path, "to"]),
    ...membershipsOf(manifest, name).map(({ item }) => item),
  ];
  const scalars: readonly Rewrite[] = [
    ...keys
      .filter((path) => childOf(nodeAt(manifest.root, path.slice(0, -1)), name) !== undefined)
      .map((path) => ({ path, key: true, value: to })),
    ...values.map((path) => ({ path, key: false, value: to })),
    ...referencesTo(manifest, name, to),
  ];
  const rename: Change = { kind: "rewrite", scalars };
  return stray ? [rename, ...removeStray(manifest, to)].reverse() : [rename];
}

function removeStray(manifest: Manifest, name: string): readonly Change[] {
  const canvas = nodeAt(manifest.root, ["canvas"]);
  if (canvas?.kind !== "map") return [];
  return canvas.entries.length > 1
    ? [{ kind: "remove", paths: [["canvas", name]] }]
    : [{ kind: "remove", paths: [["canvas"]] }];
}

/** `${{ name.attribute }}` in every string, in whatever quotes it stands. */
function referencesTo(manifest: Manifest, name: string, to: string): readonly Rewrite[] {
  const { text, root } = manifest;
  const found: Rewrite[] = [];
  const visit = (node: Node | undefined, path: Path): void => {
    if (node?.kind === "map") for (const entry of node.entries) visit(entry.value, [...path, keyOf(entry.key)]);
    if (node?.kind === "sequence") for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    if (node?.kind !== "scalar" || typeof node.value !== "string") return;
    const mentions = mentionsOf(node.value, name, to);
    if (mentions.length === 0) return;
    const { start, end } = node.range;
    const edits = mentionsOf(text.slice(start, end), name, to).map(
      (edit): TextEdit => ({ ...edit, range: { start: start + edit.range.start, end: start + edit.range.end } }),
    );
    found.push({ path, key: false, value: applyEdits(node.value, mentions), edits });
  };
  visit(root, []);
  return found;
}

/** A reference reads the same in a string's value and in its source, whose escapes do not concern it. */
function mentionsOf(text: string, name: string, to: string): readonly TextEdit[] {
  if (!text.includes("${{")) return [];
  return parseTemplate(text).parts.flatMap((part) =>
    part.kind === "reference" && part.component === name ? [{ range: part.componentRange, text: to }] : [],
  );
}
