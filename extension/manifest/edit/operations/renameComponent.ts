import type { Manifest } from "../../manifest";
import type { Path } from "../../problem";
import type { Node } from "../../syntax/node";
import type { Change, Rewrite } from "../change";
import { keyOf } from "../model";
import type { Operation, TextEdit } from "../operation";
import { refuse } from "../refusal";
import { childOf, nodeAt } from "../slot";
import { connectionsTo, routesTo } from "./disconnect";
import { componentOf, requireFree } from "./names";
import { overridesOf, placesOf } from "./removeComponent";

/** Renames the key and every mention. A position under the new name that belongs to nothing gives way. */
export function renameComponent(
  manifest: Manifest,
  { name, to }: Operation & { readonly kind: "renameComponent" },
): readonly Change[] {
  componentOf(manifest, name);
  if (name === to) return [];
  requireFree(manifest, to);
  const overridden = overridesOf(manifest, to)[0];
  if (overridden !== undefined) refuse(`\`${overridden.join(".")}\` is there already; remove it first.`);
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
  const mention = new RegExp(`(\\$\\{\\{\\s*(?:[a-z]+\\(\\s*)?)${name}(?=\\s*\\.)`, "g");
  const { text, root } = manifest;
  const found: Rewrite[] = [];
  const visit = (node: Node | undefined, path: Path): void => {
    if (node?.kind === "map") for (const entry of node.entries) visit(entry.value, [...path, keyOf(entry.key)]);
    if (node?.kind === "sequence") for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    if (node?.kind !== "scalar" || typeof node.value !== "string" || !node.value.includes("${{")) return;
    const value = node.value.replace(mention, `$1${to}`);
    if (value === node.value) return;
    const raw = text.slice(node.range.start, node.range.end);
    const edits = [...raw.matchAll(mention)].map((match): TextEdit => {
      const start = node.range.start + match.index + (match[1]?.length ?? 0);
      return { range: { start, end: start + name.length }, text: to };
    });
    found.push({ path, key: false, value, edits });
  };
  visit(root, []);
  return found;
}
