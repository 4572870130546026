import type { App, Route } from "../../manifest/app";
import { sortedComponents } from "../edges";

/** The routes of all load balancers that lead to a component. */
export function routesTo(app: App, name: string): readonly Route[] {
  return sortedComponents(app).flatMap((component) =>
    component.type === "load-balancer" ? component.routes.filter(({ to }) => to === name) : [],
  );
}
