import { type Document, isMap, isPair, isScalar, isSeq, type Node } from "yaml";
import type { Path } from "../../extension/manifest/problem";

/** A node of the `yaml` package's tree, with what it is part of. */
export interface Place {
  readonly node: Node | undefined;
  /** Of an entry: its key. */
  readonly key?: Node;
  readonly parent?: Place;
  readonly step: string | number;
}

export function rootOf(document: Document.Parsed): Place {
  return { node: document.contents ?? undefined, step: "" };
}

/** Entries and items, in order; none for a scalar or an alias. */
export function childrenOf(
  node: Node | undefined,
): readonly { readonly step: string | number; readonly node?: Node; readonly key?: Node }[] {
  if (isSeq(node)) return node.items.map((item, step) => ({ step, node: item as Node }));
  if (!isMap(node)) return [];
  return node.items.filter(isPair).map(({ key, value }) => ({
    step: nameOf(key as Node),
    key: key as Node,
    ...(value !== null && { node: value as Node }),
  }));
}

/** As far as the path is written, aliases not followed, and what is left of it. */
export function descend(root: Place, path: Path): { readonly place: Place; readonly rest: Path } {
  let place = root;
  for (const [depth, step] of path.entries()) {
    const child = childrenOf(place.node).find((one) => one.step === step || String(one.step) === String(step));
    if (child === undefined) return { place, rest: path.slice(depth) };
    place = { node: child.node, ...(child.key && { key: child.key }), parent: place, step: child.step };
  }
  return { place, rest: [] };
}

export function placeAt(root: Place, path: Path): Place | undefined {
  const { place, rest } = descend(root, path);
  return rest.length === 0 ? place : undefined;
}

export function isFlow(place: Place | undefined): boolean {
  if (place === undefined) return false;
  const { node } = place;
  return ((isMap(node) || isSeq(node)) && node.flow === true) || isFlow(place.parent);
}

/** Where connections and routes of components name another one; what they merge in there is theirs as well. */
export function pathsThatName(root: Place, components: readonly Path[], name: string): readonly Path[] {
  const merged = components.flatMap((path) => {
    const node = placeAt(root, [...path, "<<"])?.node;
    if (isMap(node)) return [[...path, "<<"]];
    return isSeq(node) ? node.items.map((_, index) => [...path, "<<", index]) : [];
  });
  return [...components, ...merged].flatMap((component) => {
    const connections = [...component, "connections"];
    const routes = [...component, "routes"];
    return [
      ...childrenOf(placeAt(root, connections)?.node)
        .filter(({ step, node }) => step === name || isNamed(node, name))
        .map(({ step }) => [...connections, step]),
      ...childrenOf(placeAt(root, routes)?.node)
        .filter(({ step }) => isNamed(placeAt(root, [...routes, step, "to"])?.node, name))
        .map(({ step }) => [...routes, step]),
    ];
  });
}

export function isNamed(node: Node | undefined, name: string): boolean {
  return isScalar(node) && node.value === name;
}

/** A merge's key is a symbol to the package. */
function nameOf(key: Node): string {
  if (!isScalar(key)) return "";
  return typeof key.value === "symbol" ? "<<" : String(key.value);
}
