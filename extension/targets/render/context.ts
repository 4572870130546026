import type { App, Component, LoadBalancer, Reference, Route } from "../../manifest/app";
import { sortedComponents } from "../edges";
import { inOrder } from "../export/order";

/** What stands in a Blueprint for a component, and what is known of it before it is there. */
export class RenderContext {
  /** The web components that a route leads to. */
  readonly #visited: ReadonlySet<string>;
  readonly balancers: readonly LoadBalancer[];

  constructor(readonly app: App) {
    this.balancers = sortedComponents(app).filter((each): each is LoadBalancer => each.type === "load-balancer");
    this.#visited = new Set(this.balancers.flatMap(({ routes }) => routes.map(({ to }) => to)));
  }

  readonly nameOf = (component: string): string => `${this.app.name}-${this.app.environment}-${component}`;

  /** Render's type of service. */
  kindOf({ type, name }: Component): string {
    if (type === "web") return this.#visited.has(name) ? "web" : "pserv";
    return type === "redis" ? "keyvalue" : type;
  }

  /** The service that takes whatever no narrower route does. */
  frontOf({ routes }: LoadBalancer): string | undefined {
    return inOrder(routes).at(-1)?.to;
  }

  /** The domains that lead to a service: those of a load balancer that it is the front of, and the hosts of its routes. */
  domainsOf(service: string): readonly string[] {
    const own = this.balancers.flatMap((balancer): readonly string[] => {
      const hosts = balancer.routes.flatMap(({ to, host }) => (to === service && host !== undefined ? [host] : []));
      const others = new Set(balancer.routes.flatMap(({ to, host }) => (to !== service && host ? [host] : [])));
      const domains = this.frontOf(balancer) === service ? balancer.domains.filter((name) => !others.has(name)) : [];
      return [...domains, ...hosts];
    });
    return [...new Set(own)].sort();
  }

  /** Routes by path, which Render does not have: a service takes all paths of its addresses. */
  pathsOf(balancer: LoadBalancer): readonly (readonly [Route, number])[] {
    return balancer.routes.flatMap((route, index) => (route.path === "/" ? [] : [[route, index] as const]));
  }

  /** The text of a reference that is known in advance: a domain, a port. */
  literalOf({ component, attribute }: Reference): string | undefined {
    const peer = this.app.components.get(component);
    if (peer?.type === "web" && attribute === "port") return String(peer.port);
    if (peer?.type !== "load-balancer") return undefined;
    const domain = peer.domains.find((name) => !name.startsWith("*."));
    if (domain === undefined) return undefined;
    return attribute === "url" ? `https://${domain}` : attribute === "host" ? domain : undefined;
  }
}
