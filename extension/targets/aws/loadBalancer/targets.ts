import type { App, LoadBalancer, Route, Web } from "../../../manifest/app";
import { partId } from "../logicalId";

/** A group of tasks behind a load balancer: one for each web component and port. */
export interface TargetGroup {
  readonly id: string;
  readonly balancer: string;
  readonly web: string;
  readonly port: number;
}

/** The target groups of a load balancer, sorted by component and port, whatever the order of its routes. */
export function targetGroupsOf(app: App, balancer: LoadBalancer): TargetGroup[] {
  const groups = new Map<string, TargetGroup>();
  for (const route of balancer.routes) {
    if (app.components.get(route.to)?.type !== "web") continue;
    const id = targetGroupId(balancer, route);
    groups.set(id, { id, balancer: balancer.name, web: route.to, port: route.port });
  }
  return [...groups.values()].sort((a, b) => (a.web === b.web ? a.port - b.port : a.web < b.web ? -1 : 1));
}

export function targetGroupId(balancer: LoadBalancer, route: Pick<Route, "to" | "port">): string {
  return partId(balancer.name, "To", `${route.to}-port${route.port}`);
}

/** The target groups that a web component stands in, of all load balancers in the order of their names. */
export function targetGroupsFor(app: App, web: Web): TargetGroup[] {
  const balancers = [...app.components.values()].filter((component) => component.type === "load-balancer");
  return balancers
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((balancer) => targetGroupsOf(app, balancer))
    .filter((group) => group.web === web.name);
}
