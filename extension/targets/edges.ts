import type { App, Component, ComponentType, Service } from "../manifest/app";

/** The component that a type names. */
export type ComponentOf<Type extends ComponentType> = Component extends infer Each
  ? Each extends Component
    ? Type extends Each["type"]
      ? Each
      : never
    : never
  : never;

export function isService(component: Component): component is Service {
  return component.type === "web" || component.type === "worker" || component.type === "cron";
}

/** Components in the order of their names, which is the order of everything that is made of them. */
export function sortedComponents(app: App): Component[] {
  return [...app.components.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What a service speaks to privately: what it connects to or refers to, load balancers left out. Sorted. */
export function peersOf(app: App, service: Service): Component[] {
  const names = new Set(service.connections.map((connection) => connection.to));
  for (const { value } of service.env)
    for (const part of value) if (typeof part !== "string") names.add(part.component);
  return [...names].sort().flatMap((name) => {
    const peer = app.components.get(name);
    return peer && peer.type !== "load-balancer" ? [peer] : [];
  });
}

/** The web components that others find by name. */
export function discoverable(app: App): ReadonlySet<string> {
  const services = [...app.components.values()].filter(isService);
  const peers = services.flatMap((service) => peersOf(app, service));
  return new Set(peers.filter((peer) => peer.type === "web").map((peer) => peer.name));
}
