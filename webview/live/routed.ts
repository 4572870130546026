import type { Edge } from "reactflow";
import type { Route } from "../layout/route/point";
import type { LinkData, LinkEdge } from "../state/state";

/** A link that knows the way that it is drawn on. */
export type RoutedEdge = Edge<LinkData & { readonly route?: Route }, "link">;

interface Known {
  readonly route: Route | undefined;
  readonly isRelated: boolean;
  readonly edge: RoutedEdge;
}

const known = new WeakMap<LinkEdge, Known>();

/** The same object for the same link and route, so that the line is not drawn again. Related: to what is selected. */
export function withRoute(edge: LinkEdge, route: Route | undefined, isRelated: boolean): RoutedEdge {
  const before = known.get(edge);
  if (before !== undefined && before.route === route && before.isRelated === isRelated) return before.edge;
  const data = { kind: edge.data?.kind ?? "connection", ...edge.data, ...(route && { route }) } as const;
  const made: RoutedEdge = { ...edge, data, ...(isRelated && { className: "related" }) };
  known.set(edge, { route, isRelated, edge: made });
  return made;
}
