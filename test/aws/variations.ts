import type { App, Component, ComponentType } from "../../extension/manifest/app";
import { app, balancer, cron, database, redis, route, web, worker } from "./fixture";

const zone = "Z0123456789ABCDEFGHIJ";
const certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012";
const dbHost = { name: "DB", value: [{ component: "db", attribute: "host", urlencode: false }] };
const dbUrl = { name: "DB", value: ["x", { component: "db", attribute: "url", urlencode: false }] };
const apiUrl = { name: "API", value: [{ component: "api", attribute: "url", urlencode: false }] };
const edgeUrl = { name: "EDGE", value: [{ component: "edge", attribute: "url", urlencode: false }] };
const parameter = "arn:aws:ssm:eu-west-1:111122223333:parameter/smtp";

/** An application in which everything is connected to something. */
export const base = (): readonly Component[] => [
  balancer("edge", { routes: [route("web"), route("api", "/api")], domains: ["a.example.com"], hostedZone: zone }),
  web("web", {
    connections: [{ to: "cache", prefix: "CACHE" }],
    env: [dbHost, apiUrl, edgeUrl],
    secrets: [{ name: "KEY", generate: { length: 32 } }],
    scale: { min: 1, max: 4, requests: 100 },
    preDeploy: ["migrate"],
    volumes: [{ name: "files", path: "/files" }],
  }),
  web("api"),
  worker("jobs", {
    env: [dbUrl],
    secrets: [{ name: "KEY", generate: { length: 32 } }],
    volumes: [{ name: "files", path: "/files" }],
    preDeploy: ["migrate"],
  }),
  cron("nightly", {
    env: [dbHost],
    secrets: [{ name: "KEY", generate: { length: 32 } }],
    volumes: [{ name: "files", path: "/files" }],
    connections: [{ to: "legacy", prefix: "LEGACY" }],
  }),
  database("db", { extensions: ["vector"] }),
  database("legacy", { type: "mysql", version: "8.0" }),
  redis("cache"),
];

export const baseApp = (components: readonly Component[] = base()): App => app(components);

const names: Readonly<Record<ComponentType, string>> = {
  web: "web",
  worker: "jobs",
  cron: "nightly",
  postgres: "db",
  mysql: "legacy",
  redis: "cache",
  "load-balancer": "edge",
};

const task = {
  image: [{ image: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1" }],
  build: [
    { image: { context: ".", dockerfile: "Dockerfile", args: [] } },
    { image: { context: ".", dockerfile: "Dockerfile", args: [], digest: `sha256:${"0f".repeat(32)}` } },
  ],
  command: [{ command: ["run"] }],
  cpu: [{ cpu: 1, memory: 2048 }],
  memory: [{ memory: 1024 }],
  architecture: [{ architecture: "arm64" }],
  env: [{ env: [] }, { env: [dbUrl, apiUrl] }, { env: [{ name: "A", value: ["b"] }] }],
  secrets: [
    { secrets: [] },
    { secrets: [{ name: "KEY", generate: { length: 64 } }] },
    { secrets: [{ name: "SMTP", from: parameter }] },
  ],
  connections: [{ connections: [{ to: "db", prefix: "DB" }] }, { connections: [{ to: "api", prefix: "API" }] }],
  volumes: [{ volumes: [] }, { volumes: [{ name: "other", path: "/other" }] }],
  logs: [{ logs: { retentionDays: 1 } }],
  exec: [{ exec: true }],
  spot: [{ spot: true }],
};
const running = {
  ...task,
  scale: [{ scale: { min: 3, max: 3 } }, { scale: { min: 1, max: 9, cpu: 50, memory: 50 } }],
  preDeploy: [{ preDeploy: ["other"] }, { preDeploy: undefined }],
};
const store = {
  version: [{ version: "16" }],
  size: [{ size: "micro" }, { size: "large" }],
  storage: [{ storage: 200 }],
  maxStorage: [{ maxStorage: 1000 }],
  highAvailability: [{ highAvailability: true }],
  backup: [{ backup: { retentionDays: 14, window: "02:00-03:00" } }],
  deletionProtection: [{ deletionProtection: true }],
  onDelete: [{ onDelete: "retain" }, { onDelete: "delete" }],
};

/** Other values for every field of every type, all of which are possible by themselves. */
export const variations: Readonly<Record<ComponentType, Readonly<Record<string, readonly object[]>>>> = {
  web: {
    ...running,
    port: [{ port: 9090 }],
    healthCheck: [{ healthCheck: { path: "/up", interval: 30, timeout: 10, gracePeriod: 600 } }],
    sticky: [{ sticky: 3600 }],
  },
  worker: running,
  cron: {
    ...task,
    schedule: [{ schedule: "0 4 * * *" }, { schedule: "0 0 13 * 5" }],
    timezone: [{ timezone: "Asia/Tokyo" }],
    retries: [{ retries: 9 }],
  },
  postgres: { ...store, extensions: [{ extensions: [] }, { extensions: ["vector", "hstore"] }] },
  mysql: { ...store, version: [{ version: "8.4" }] },
  redis: {
    version: [{ version: "7" }],
    size: [{ size: "large" }],
    replicas: [{ replicas: 2 }],
    eviction: [{ eviction: "allkeys-lru" }],
  },
  "load-balancer": {
    domain: [{ domains: [] }, { domains: ["a.example.com", "b.example.com"] }],
    certificate: [{ certificate }],
    hostedZone: [{ hostedZone: "Z9876543210ABCDEFGHIJ" }],
    idleTimeout: [{ idleTimeout: 3600 }],
    routes: [
      { routes: [route("web")] },
      { routes: [route("web"), route("web", "/x"), route("api", "/", { host: "b.c" })] },
    ],
  },
};

export interface Variation {
  readonly type: ComponentType;
  readonly name: string;
  readonly field: string;
  readonly index: number;
  readonly after: App;
}

/** Each of them as an application that differs from `baseApp` in one field of one component. */
export function allVariations(): readonly Variation[] {
  return Object.entries(variations).flatMap(([key, fields]) => {
    const type = key as ComponentType;
    const name = names[type];
    return Object.entries(fields).flatMap(([field, values]) =>
      values.map((change, index): Variation => {
        const components = base().map((one) => (one.name === name ? ({ ...one, ...change } as Component) : one));
        // A port is the component's, and its routes follow it.
        const follow = field === "port" ? components.map((one) => withPort(one, name)) : components;
        return { type, name, field, index, after: baseApp(follow) };
      }),
    );
  });
}

function withPort(component: Component, web: string): Component {
  if (component.type !== "load-balancer") return component;
  return { ...component, routes: component.routes.map((one) => (one.to === web ? { ...one, port: 9090 } : one)) };
}
