import type { Edge } from "reactflow";
import type { Route } from "../layout/route/point";
import type { LinkData, LinkEdge } from "../state/state";

/** A link that knows the way that it is drawn on. */
export type RoutedEdge = Edge<LinkData & { readonly route?: Route }, "link">;

const known = new WeakMap<LinkEdge, { readonly route: Route | undefined; readonly edge: RoutedEdge }>();

/** The same object for the same link and route, so that the line is not drawn again. */
export function withRoute(edge: LinkEdge, route: Route | undefined): RoutedEdge {
  const before = known.get(edge);
  if (before !== undefined && before.route === route) return before.edge;
  const data = { kind: edge.data?.kind ?? "connection", ...edge.data, ...(route && { route }) } as const;
  const made: RoutedEdge = { ...edge, data };
  known.set(edge, { route, edge: made });
  return made;
}
