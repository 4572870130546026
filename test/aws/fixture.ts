import type {
  App,
  Component,
  Cron,
  Database,
  LoadBalancer,
  Network,
  Redis,
  Web,
  Worker,
} from "../../extension/manifest/app";

/** What every container has when a test does not say otherwise. */
const container = {
  image: "example/app:1",
  cpu: 0.25,
  memory: 512,
  env: [],
  secrets: [],
  connections: [],
  volumes: [],
  architecture: "x86_64",
  spot: false,
  exec: false,
  logs: { retentionDays: 30 },
} as const;

export const web = (name: string, rest: Partial<Web> = {}): Web => ({
  ...container,
  name,
  type: "web",
  port: 8080,
  scale: { min: 1, max: 1 },
  healthCheck: { path: "/", interval: 15, timeout: 5, gracePeriod: 60 },
  ...rest,
});

export const worker = (name: string, rest: Partial<Worker> = {}): Worker => ({
  ...container,
  name,
  type: "worker",
  scale: { min: 1, max: 1 },
  ...rest,
});

export const cron = (name: string, rest: Partial<Cron> = {}): Cron => ({
  ...container,
  name,
  type: "cron",
  schedule: "0 3 * * *",
  timezone: "UTC",
  retries: 2,
  ...rest,
});

export const database = (name: string, rest: Partial<Database> = {}): Database => ({
  name,
  type: "postgres",
  version: rest.type === "mysql" ? "8.4" : "17",
  size: "small",
  storage: 20,
  highAvailability: false,
  backup: { retentionDays: 7 },
  extensions: [],
  deletionProtection: false,
  onDelete: "snapshot",
  ...rest,
});

export const redis = (name: string, rest: Partial<Redis> = {}): Redis => ({
  name,
  type: "redis",
  version: "8",
  size: "micro",
  replicas: 0,
  eviction: "noeviction",
  ...rest,
});

export const balancer = (name: string, rest: Partial<LoadBalancer> = {}): LoadBalancer => ({
  name,
  type: "load-balancer",
  domains: [],
  certificate: "auto",
  idleTimeout: 60,
  routes: [],
  ...rest,
});

export const route = (to: string, path = "/", rest: { host?: string; port?: number } = {}) => ({
  to,
  path,
  port: 8080,
  ...rest,
});

export const network = (rest: Partial<Network> = {}): Network => ({
  azs: 2,
  egress: "nat",
  cidr: "10.0.0.0/16",
  ...rest,
});

/** An application of these components, called `shop`, in `test`. */
export function app(components: readonly Component[], rest: Partial<App> = {}): App {
  return {
    name: "shop",
    environment: "test",
    region: "eu-west-1",
    protected: false,
    components: new Map(components.map((component) => [component.name, component])),
    network: network(),
    tags: {},
    overrides: [],
    source: (path) => path,
    ...rest,
  };
}
