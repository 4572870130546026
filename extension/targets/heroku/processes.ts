import type { App, LoadBalancer, Service } from "../../manifest/app";
import { isService, sortedComponents } from "../edges";
import { Names } from "../export/names";
import { inOrder } from "../export/order";

/** A service under the name of its process type. */
export interface Process {
  readonly type: string;
  readonly service: Service;
}

/** The process types of an app: the service that takes the visitors is `web`, as Heroku wants it, and no other one is. */
export function processesOf(app: App): readonly Process[] {
  const services = sortedComponents(app).filter(isService);
  const front = frontOf(app, services);
  const names = new Names(["web", "release"]);
  return services
    .map((service) => ({ service, type: service === front ? "web" : names.take(service.name, "-") }))
    .sort((a, b) => (a.type === "web" ? -1 : b.type === "web" ? 1 : 0));
}

/** What the broadest route leads to; else the web component that is alone. */
function frontOf(app: App, services: readonly Service[]): Service | undefined {
  const balancers = sortedComponents(app).filter((each): each is LoadBalancer => each.type === "load-balancer");
  const broadest = inOrder(balancers.flatMap(({ routes }) => routes)).at(-1);
  if (broadest !== undefined) return services.find(({ name }) => name === broadest.to);
  const [only, ...others] = services.filter(({ type }) => type === "web");
  return others.length === 0 ? only : undefined;
}
