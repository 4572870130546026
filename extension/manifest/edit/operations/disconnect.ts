import { t } from "../../l10n";
import type { Manifest } from "../../manifest";
import type { Path } from "../../problem";
import type { Node } from "../../syntax/node";
import type { Change } from "../change";
import { isMap } from "../difference";
import { erase, requireOwn } from "../erase";
import { keyOf } from "../model";
import { refuse } from "../refusal";
import { nodeAt } from "../slot";
import { fieldOf } from "./connect";
import { componentOf } from "./names";

/** Takes the connection, or every route, from one component to another out of the base. */
export function disconnect(manifest: Manifest, from: string, to: string): readonly Change[] {
  componentOf(manifest, from);
  const component: Path = ["components", from];
  const paths = [...connectionsTo(manifest, component, to), ...routesTo(manifest, component, to)];
  if (paths.length > 0) return erase(manifest, paths, { prune: isPrunable });
  const connections = fieldOf(manifest, from, "connections");
  if (Array.isArray(connections) ? connections.includes(to) : isMap(connections) && Object.hasOwn(connections, to)) {
    // It is there, but not here: say where.
    requireOwn(manifest, [...component, "connections", Array.isArray(connections) ? connections.indexOf(to) : to]);
  }
  return refuse(
    t`\`${from}\` has no connection or route to \`${to}\` that could be removed; a reference in a value is changed there.`,
  );
}

/** Where a component's or an override's own `connections` name a component. */
export function connectionsTo(manifest: Manifest, component: Path, name: string): readonly Path[] {
  const path = [...component, "connections"];
  const node = nodeAt(manifest.root, path);
  if (node?.kind === "map") return node.entries.some(({ key }) => keyOf(key) === name) ? [[...path, name]] : [];
  return node?.kind === "sequence"
    ? indexesOf(node.items, (item) => isName(item, name)).map((at) => [...path, at])
    : [];
}

/** Where a component's or an override's own `routes` lead to a component. */
export function routesTo(manifest: Manifest, component: Path, name: string): readonly Path[] {
  const path = [...component, "routes"];
  const node = nodeAt(manifest.root, path);
  if (node?.kind !== "sequence") return [];
  const leads = (item: Node): boolean =>
    item.kind === "map" && item.entries.some(({ key, value }) => keyOf(key) === "to" && isName(value, name));
  return indexesOf(node.items, leads).map((at) => [...path, at]);
}

/** `connections` of a component can be left out; `routes` cannot, and an override's empty list says something. */
export function isPrunable(path: Path): boolean {
  return path.length === 3 && path[0] === "components" && path[2] === "connections";
}

function indexesOf(items: readonly Node[], test: (item: Node) => boolean): readonly number[] {
  return items.flatMap((item, index) => (test(item) ? [index] : []));
}

function isName(node: Node | undefined, name: string): boolean {
  return node?.kind === "scalar" && node.value === name;
}
