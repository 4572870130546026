import type { App, Component } from "../../manifest/app";
import { isService, peersOf, sortedComponents } from "../edges";
import { storeContainer } from "../export/storeContainer";
import type { KubernetesContext } from "./context";
import { routesTo } from "./routes";
import type { KubernetesObject } from "./services";

/** Who may speak to the pods of each component: those that are connected to it, and the way in from outside. */
export function networkPolicies(context: KubernetesContext): readonly KubernetesObject[] {
  const { app } = context;
  return sortedComponents(app)
    .filter(({ type }) => type !== "load-balancer")
    .map((component) => ({
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata: { name: context.nameOf(component.name), labels: context.labels(component.name) },
      spec: {
        podSelector: { matchLabels: context.selector(component.name) },
        policyTypes: ["Ingress"],
        ingress: allowed(context, component),
      },
    }));
}

function allowed(context: KubernetesContext, component: Component): readonly KubernetesObject[] {
  const { app } = context;
  const ports = portsOf(app, component).map((port) => ({ protocol: "TCP", port }));
  if (ports.length === 0) return [];
  // The controller of the ingress is in a namespace that only the cluster knows.
  if (routesTo(app, component.name).length > 0) return [{ ports }];
  const from = sortedComponents(app)
    .filter(isService)
    .filter((service) => peersOf(app, service).some(({ name }) => name === component.name))
    .map(({ name }) => ({ podSelector: { matchLabels: context.selector(name) } }));
  return from.length === 0 ? [] : [{ from, ports }];
}

function portsOf(app: App, component: Component): readonly number[] {
  switch (component.type) {
    case "web":
      return [...new Set([component.port, ...routesTo(app, component.name).map(({ port }) => port)])];
    case "postgres":
    case "mysql":
    case "redis":
      return [storeContainer(app, component).port];
    default:
      return [];
  }
}
