import type { App, LoadBalancer, Reference } from "../../manifest/app";
import type { Path } from "../../manifest/problem";
import { sortedComponents } from "../edges";
import type { Note } from "./exported";
import { inOrder } from "./order";

/** What a platform needs to know of load balancers when it leads addresses to services by itself, and has none. */
export class Fronts {
  readonly balancers: readonly LoadBalancer[];
  readonly #visited: ReadonlySet<string>;

  constructor(readonly app: App) {
    this.balancers = sortedComponents(app).filter((each): each is LoadBalancer => each.type === "load-balancer");
    this.#visited = new Set(this.balancers.flatMap(({ routes }) => routes.map(({ to }) => to)));
  }

  /** A route leads to it. */
  isVisited(service: string): boolean {
    return this.#visited.has(service);
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

  /** The text of a reference that is known in advance: a domain, a port. */
  literalOf({ component, attribute }: Reference): string | undefined {
    const peer = this.app.components.get(component);
    if (peer?.type === "web" && attribute === "port") return String(peer.port);
    if (peer?.type !== "load-balancer") return undefined;
    const domain = peer.domains.find((name) => !name.startsWith("*."));
    if (domain === undefined) return undefined;
    return attribute === "url" ? `https://${domain}` : attribute === "host" ? domain : undefined;
  }

  /** A note for each route by path: a service takes all paths of its addresses. */
  routesByPath(label: string): readonly Note[] {
    return this.balancers.flatMap(({ name, routes }) =>
      routes.flatMap(({ to, path }, index): readonly Note[] => {
        if (path === "/") return [];
        const place: Path = this.app.source(["components", name, "routes", index]);
        const text = `${label} leads no path to another service. ${to} has an address of its own, and takes ${path} there.`;
        return [{ component: name, path: place, text }];
      }),
    );
  }
}
