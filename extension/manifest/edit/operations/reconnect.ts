import { t } from "../../l10n";
import { type Manifest, toJson } from "../../manifest";
import type { Path } from "../../problem";
import type { Change, Rewrite } from "../change";
import { isMap } from "../difference";
import type { Json, Operation } from "../operation";
import { refuse } from "../refusal";
import { nodeAt } from "../slot";
import { nameOf, write } from "../write";
import { addRoute, connect, fieldOf, requireFit } from "./connect";
import { connectionsTo, disconnect, routesTo } from "./disconnect";
import { componentOf } from "./names";

type Reconnect = Operation & { readonly kind: "reconnect" };

/** Another end for a connection or for routes; what they say besides stays. */
export function reconnect(manifest: Manifest, operation: Reconnect): readonly Change[] {
  const { from, to, newFrom, newTo } = operation;
  componentOf(manifest, from);
  if (from === newFrom && to === newTo) return [];
  requireFit(componentOf(manifest, newFrom), componentOf(manifest, newTo));
  return from === newFrom ? moveTarget(manifest, operation) : moveSource(manifest, operation);
}

/** The name changes where it stands, so that everything around it stays as it is written. */
function moveTarget(manifest: Manifest, { from, to, newTo }: Reconnect): readonly Change[] {
  const component: Path = ["components", from];
  const connections = connectionsTo(manifest, component, to);
  const routes = routesTo(manifest, component, to);
  // What is written elsewhere, or nowhere, is explained there.
  if (connections.length === 0 && routes.length === 0) return disconnect(manifest, from, to);
  if (connections.length > 0 && isConnected(manifest, from, newTo)) {
    return refuse(t`\`${from}\` is connected to \`${newTo}\` already.`);
  }
  const scalars: readonly Rewrite[] = [
    ...connections.map((path) => ({ path, key: typeof path.at(-1) === "string", value: newTo })),
    ...routes.map((path) => ({ path: [...path, "to"], key: false, value: newTo })),
  ];
  return [{ kind: "rewrite", scalars }];
}

function moveSource(manifest: Manifest, { from, to, newFrom, newTo }: Reconnect): readonly Change[] {
  const component: Path = ["components", from];
  const connections = connectionsTo(manifest, component, to).map((path) => optionsAt(manifest, path));
  const routes = routesTo(manifest, component, to).map((path) => toJson(manifest, nodeAt(manifest.root, path)) ?? {});
  const gone = disconnect(manifest, from, to);
  const isEntrance = componentOf(manifest, newFrom).type === "load-balancer";
  if (routes.length > 0 && isEntrance) return [...gone, ...carryRoutes(manifest, newFrom, newTo, routes)];
  requireNothingLost(isEntrance ? connections : routes, newFrom);
  if (isEntrance) return [...gone, ...connect(manifest, newFrom, newTo)];
  return [...gone, ...carryConnection(manifest, newFrom, newTo, connections[0] ?? {})];
}

function carryRoutes(manifest: Manifest, from: string, to: string, routes: readonly Json[]): readonly Change[] {
  const moved = routes.map((route): Json => (isMap(route) ? { ...route, to } : { to }));
  const existing = fieldOf(manifest, from, "routes") ?? [];
  if (!Array.isArray(existing)) return addRoute(manifest, from, to);
  const places = new Set(existing.map(placeOfRoute));
  const taken = moved.find((route) => places.has(placeOfRoute(route)));
  if (taken !== undefined) {
    return refuse(t`\`${from}\` has a route for ${placeOfRoute(taken)} already; change one of them first.`);
  }
  return write(manifest, ["components", from, "routes"], [...existing, ...moved]);
}

/** Where requests must go to reach a route. */
function placeOfRoute(route: Json): string {
  if (!isMap(route)) return "";
  return `\`${String(route["host"] ?? "")}${String(route["path"] ?? "/")}\``;
}

function carryConnection(manifest: Manifest, from: string, to: string, options: Json): readonly Change[] {
  const isPlain = !isMap(options) || Object.keys(options).length === 0;
  const existing = fieldOf(manifest, from, "connections") ?? [];
  if (isPlain) return connect(manifest, from, to);
  if (isConnected(manifest, from, to)) return refuse(t`\`${from}\` is connected to \`${to}\` already.`);
  const path = ["components", from, "connections"];
  if (!Array.isArray(existing)) return write(manifest, [...path, to], options);
  // A list has no place for options, so it becomes a map.
  const others = existing.filter((name) => typeof name === "string").map((name): [string, Json] => [name, {}]);
  return write(manifest, path, Object.fromEntries([...others, [to, options]]));
}

function isConnected(manifest: Manifest, from: string, to: string): boolean {
  const existing = fieldOf(manifest, from, "connections");
  return Array.isArray(existing) ? existing.includes(to) : isMap(existing) && Object.hasOwn(existing, to);
}

/** What a connection in a map says; one in a list says nothing. */
function optionsAt(manifest: Manifest, path: Path): Json {
  if (typeof path.at(-1) === "number") return {};
  return toJson(manifest, nodeAt(manifest.root, path)) ?? {};
}

/** A route has no place in a service, nor a connection's `as` in a load balancer. */
function requireNothingLost(said: readonly Json[], newFrom: string): void {
  const extra = said
    .filter(isMap)
    .flatMap((one) => Object.entries(one).filter(([key, value]) => key !== "to" && !(key === "path" && value === "/")));
  const [first] = extra;
  if (first !== undefined) refuse(t`${nameOf([first[0]])} has no meaning at \`${newFrom}\`; remove it first.`);
}
