import type { App, LoadBalancer } from "../../manifest/app";
import { isService, sortedComponents } from "../edges";
import { envExample } from "../export/envExample";
import type { Exported, ExportOptions } from "../export/exported";
import { Names } from "../export/names";
import { leftOut } from "../export/notes";
import { yamlText } from "../export/yamlText";
import { ComposeContext, literal } from "./context";
import { differences } from "./differences";
import { composeFates } from "./fates";
import { caddyfile, onlyRoute, routerPort } from "./router";
import { containersOf } from "./service";
import { storeService } from "./stores";

/** What goes into the Compose file, and the files beside it. */
interface Parts {
  readonly services: Record<string, unknown>;
  readonly volumes: string[];
  readonly files: Map<string, string>;
}

/** A Compose file for one machine, with what its containers read, and the list of variables that it needs. */
export function writeCompose(app: App, options: ExportOptions): Exported {
  const context = new ComposeContext(app, options);
  const parts: Parts = { services: {}, volumes: [], files: new Map() };
  addStores(context, parts);
  addServices(context, parts);
  addRouters(context, parts);
  const document = {
    name: `${app.name}-${app.environment}`,
    services: Object.fromEntries(Object.entries(parts.services).sort(([a], [b]) => (a < b ? -1 : 1))),
    ...(parts.volumes.length > 0 && {
      volumes: Object.fromEntries(parts.volumes.sort().map((name) => [name, {}])),
    }),
  };
  const head = [`Made by Stackwright for ${app.name}, environment ${app.environment}.`];
  const variables = context.variables.length > 0 ? [[".env.example", envExample(context.variables)] as const] : [];
  return {
    files: new Map([["compose.yaml", yamlText(head, document)], ...variables, ...parts.files]),
    notes: [...leftOut(app, composeFates), ...differences(app)],
    variables: context.variables,
    next: ["docker compose up --detach --wait"],
  };
}

function addStores(context: ComposeContext, { services, volumes, files }: Parts): void {
  for (const component of sortedComponents(context.app)) {
    if (component.type === "load-balancer" || isService(component)) continue;
    const made = storeService(context, component);
    services[component.name] = made.service;
    volumes.push(...made.volumes);
    for (const [path, text] of made.files) files.set(path, text);
  }
}

function addServices(context: ComposeContext, { services, volumes }: Parts): void {
  const names = new Names(volumes);
  const published = publishedPorts(context);
  for (const service of sortedComponents(context.app).filter(isService)) {
    const mounts = service.volumes.map(({ name, path }) => {
      const volume = names.take(`${service.name}-${name}`, "-");
      volumes.push(volume);
      return `${volume}:${literal(path)}`;
    });
    const containers = containersOf(context, service, mounts, published.get(service.name) ?? []);
    for (const [name, fields] of containers) services[name] = fields;
  }
}

/** The ports of this machine that lead straight to a service, by its name. */
function publishedPorts(context: ComposeContext): ReadonlyMap<string, readonly string[]> {
  const ports = new Map<string, string[]>();
  for (const balancer of balancersOf(context.app)) {
    const route = onlyRoute(balancer);
    if (route === undefined) continue;
    ports.set(route.to, [...(ports.get(route.to) ?? []), `${context.publishedPort(balancer)}:${route.port}`]);
  }
  return ports;
}

function addRouters(context: ComposeContext, { services, files }: Parts): void {
  for (const balancer of balancersOf(context.app)) {
    if (onlyRoute(balancer) !== undefined) continue;
    const file = `${balancer.name}/Caddyfile`;
    const targets = [...new Set(balancer.routes.map(({ to }) => to))].sort();
    files.set(file, caddyfile(balancer));
    services[balancer.name] = {
      image: "caddy:2",
      restart: "unless-stopped",
      ports: [`${context.publishedPort(balancer)}:${routerPort}`],
      volumes: [`./${file}:/etc/caddy/Caddyfile:ro`],
      ...(targets.length > 0 && { depends_on: targets }),
    };
  }
}

const balancersOf = (app: App): readonly LoadBalancer[] =>
  sortedComponents(app).filter((component) => component.type === "load-balancer");
