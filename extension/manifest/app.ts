import type { Path } from "./problem";

/**
 * The model: one application in one environment, with overrides merged, defaults filled in and short forms expanded.
 * It is what targets read. It exists only for a manifest without errors.
 */
export interface App {
  readonly name: string;
  readonly environment: string;
  readonly region: string;
  /** The only account that may be deployed to. */
  readonly account?: string;
  readonly protected: boolean;
  /** In the manifest's order; targets must not depend on it. */
  readonly components: ReadonlyMap<string, Component>;
  readonly network: Network;
  readonly tags: Readonly<Record<string, string>>;
  readonly overrides: readonly PatchOperation[];
  /** CloudFormation resources from a file beside the manifest. */
  readonly resources?: ExtraResources;
  /** The bucket for a template that is too large to be sent with a call; without it, one is made when needed. */
  readonly templateBucket?: string;
  /**
   * Where a value stands in the text: the environment's override when there is one, else the base, else the nearest
   * enclosing thing that is written. `source(["components", "db", "size"])` may give
   * `["environments", "production", "components", "db", "size"]`.
   */
  source(path: Path): Path;
}

export type Component = Web | Worker | Cron | Database | Redis | LoadBalancer;
export type ComponentType = Component["type"];
/** What runs as a container. */
export type Service = Web | Worker | Cron;

interface ComponentBase {
  readonly name: string;
}

/** How an image is built. Paths are relative: the context's to the manifest's folder, the Dockerfile's to the context. */
export interface Build {
  readonly context: string;
  readonly dockerfile: string;
  readonly target?: string;
  /** Sorted by name. */
  readonly args: readonly { readonly name: string; readonly value: string }[];
  /** `sha256:...` of what it was built to; absent until somebody has built it. */
  readonly digest?: string;
}

interface ServiceBase extends ComponentBase {
  /** The image's name, or how it is built. */
  readonly image: string | Build;
  /** As the container gets it: a string in the manifest has become `["sh", "-c", string]`. */
  readonly command?: readonly string[];
  /** vCPU. */
  readonly cpu: number;
  /** MiB. */
  readonly memory: number;
  /** Sorted by name. Does not hold what connections inject. */
  readonly env: readonly { readonly name: string; readonly value: Template }[];
  readonly secrets: readonly Secret[];
  readonly connections: readonly Connection[];
  readonly volumes: readonly { readonly name: string; readonly path: string }[];
  readonly architecture: "x86_64" | "arm64";
  /** Runs on spare capacity. */
  readonly spot: boolean;
  /** A shell can be opened in a running task. */
  readonly exec: boolean;
  readonly logs: { readonly retentionDays: number };
}

export interface Web extends ServiceBase {
  readonly type: "web";
  readonly port: number;
  readonly scale: Scale;
  readonly healthCheck: HealthCheck;
  /** Seconds for which a visitor is sent to the same task. */
  readonly sticky?: number;
  readonly preDeploy?: readonly string[];
}

export interface Worker extends ServiceBase {
  readonly type: "worker";
  readonly scale: Scale;
  readonly preDeploy?: readonly string[];
}

export interface Cron extends ServiceBase {
  readonly type: "cron";
  /** Five fields: minute, hour, day of the month, month, day of the week. */
  readonly schedule: string;
  readonly timezone: string;
  readonly retries: number;
}

export interface Database extends ComponentBase {
  readonly type: "postgres" | "mysql";
  readonly version: string;
  /** `nano` to `xlarge`, or a provider's class. */
  readonly size: string;
  /** GiB. */
  readonly storage: number;
  /** GiB. */
  readonly maxStorage?: number;
  readonly highAvailability: boolean;
  readonly backup: { readonly retentionDays: number; readonly window?: string };
  /** Always empty for MySQL. */
  readonly extensions: readonly string[];
  readonly deletionProtection: boolean;
  readonly onDelete: OnDelete;
}

export interface Redis extends ComponentBase {
  readonly type: "redis";
  readonly version: string;
  readonly size: string;
  readonly replicas: number;
  readonly eviction: string;
}

export interface LoadBalancer extends ComponentBase {
  readonly type: "load-balancer";
  readonly domains: readonly string[];
  /** `auto` or an ARN. */
  readonly certificate: string;
  readonly hostedZone?: string;
  /** Seconds. */
  readonly idleTimeout: number;
  readonly routes: readonly Route[];
}

export interface Route {
  readonly to: string;
  /** Starts with `/`; a prefix. */
  readonly path: string;
  readonly host?: string;
  /** The route's own, or the component's. */
  readonly port: number;
}

export interface Scale {
  readonly min: number;
  readonly max: number;
  /** Percent. */
  readonly cpu?: number;
  /** Percent. */
  readonly memory?: number;
  /** Requests a minute for each task. */
  readonly requests?: number;
}

/** Times in seconds. */
export interface HealthCheck {
  readonly path: string;
  readonly interval: number;
  readonly timeout: number;
  readonly gracePeriod: number;
}

export interface Connection {
  readonly to: string;
  /** Prefix of the injected variables: `db` gives `DB`, so `DB_URL`. */
  readonly prefix: string;
}

export type Secret =
  | { readonly name: string; readonly generate: { readonly length: number } }
  | { readonly name: string; readonly from: string };

export type OnDelete = "snapshot" | "retain" | "delete";

/** A string with references in it, in order. Neighbouring literals are joined, empty ones left out. */
export type Template = readonly TemplatePart[];
export type TemplatePart = string | Reference;

export interface Reference {
  readonly component: string;
  readonly attribute: string;
  /** `${{ urlencode(db.password) }}`: percent-encoded as in `encodeURIComponent`. */
  readonly urlencode: boolean;
}

export interface Network {
  readonly azs: 2 | 3;
  readonly egress: "public" | "nat" | "natPerAz" | "endpoints";
  readonly cidr: string;
  /** Set: `azs`, `egress` and `cidr` do not count. */
  readonly vpc?: {
    readonly id: string;
    readonly publicSubnets: readonly string[];
    readonly privateSubnets: readonly string[];
  };
}

export interface PatchOperation {
  readonly op: "add" | "remove" | "replace" | "move" | "copy" | "test";
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

/**
 * A fragment of a CloudFormation template. The model has only its file's name; whoever can read files adds the rest
 * with `withResources` before anything is deployed.
 */
export interface ExtraResources {
  /** Relative to the manifest's folder, as written. */
  readonly file: string;
  /** The file's text; absent while nobody has read it. */
  readonly text?: string;
}
