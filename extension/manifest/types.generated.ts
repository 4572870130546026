/** Generated from schemas/ by scripts/schema.ts. Do not edit. */

export type Component =
  WrittenWeb | WrittenWorker | WrittenCron | WrittenLoadBalancer | WrittenPostgres | WrittenMysql | WrittenRedis;
/**
 * The container image, with a tag or a digest.
 */
export type Image = string;
/**
 * The image is built from a Dockerfile, instead of taken from a registry: the folder, or a map. Docker or Podman builds it here; it is kept in a registry of your own account and deployed by its digest.
 */
export type Build =
  | string
  | {
      /**
       * The folder that the build sees, from this file.
       */
      context?: string;
      /**
       * The file with the steps, from the context.
       */
      dockerfile?: string;
      /**
       * The stage to stop at. By default, the last one.
       */
      target?: string;
      /**
       * Values for the Dockerfile's `ARG`s. They can be read in the image: no place for a secret.
       */
      args?: {
        [k: string]: string | number | boolean;
      };
    };
/**
 * Processor share for each task, in vCPU. Without it, the least that the memory allows.
 */
export type Cpu = 0.25 | 0.5 | 1 | 2 | 4 | 8 | 16;
/**
 * Memory for each task. Which amounts are possible depends on the CPU; without it, the least that the CPU allows.
 */
export type Memory = string;
/**
 * The processor that the image is made for. `arm64` costs about a fifth less; an image for the other processor does not start.
 */
export type Architecture = "x86_64" | "arm64";
/**
 * The components this one talks to. Opens the network path and injects a variable for each of its attributes: `<NAME>_URL`, `_HOST`, `_PORT` and, where there are such, `_USER`, `_PASSWORD`, `_NAME`. A list of names, or a map when the prefix must differ: `{ db: { as: DATABASE } }`.
 */
export type Connections =
  | string[]
  | {
      [k: string]: {
        /**
         * The prefix of the injected variables.
         */
        as?: string;
      } | null;
    };
/**
 * Runs once, with the new image, before traffic moves to it: for database migrations. When it fails, the deployment stops and nothing changes.
 *
 * @minItems 1
 */
export type PreDeploy = string | [string, ...string[]];
/**
 * Lets those who may, in the cloud account, open a shell in a running task: `aws ecs execute-command`.
 */
export type Exec = boolean;
/**
 * Runs on spare capacity, at about a third of the price. AWS may take a task back two minutes after saying so, and for a while there may be none: for what can wait or is there several times.
 */
export type Spot = boolean;
export type DomainName = string;
/**
 * Disk size. It can grow, never shrink.
 */
export type Storage = string;
/**
 * The disk grows by itself up to this size. Without it, it does not.
 */
export type MaxStorage = string;
/**
 * A second machine in another zone takes over when the first fails. About double the price. Off by default, on in a protected environment.
 */
export type HighAvailability = boolean;
/**
 * The database cannot be deleted until this is turned off. On by default in a protected environment.
 */
export type DeletionProtection = boolean;
/**
 * What happens to the data when the component is removed or replaced. `snapshot`: a last snapshot is kept. `retain`: the database itself is kept, and keeps costing. `delete`: it is gone.
 */
export type OnDelete = "snapshot" | "retain" | "delete";
/**
 * `[x, y]` in pixels.
 *
 * @minItems 2
 * @maxItems 2
 */
export type Position = [number, number];

/**
 * One application, described by its components. Version 1 of the manifest.
 */
export interface WrittenManifest {
  /**
   * The application's name. A stack is called `<name>-<environment>`, so a new name means a new stack.
   */
  name: string;
  /**
   * The cloud region to deploy to. An environment can name another.
   */
  region?: string;
  /**
   * The parts of the application. The key is the component's name.
   */
  components: {
    [k: string]: Component;
  };
  /**
   * Where the application runs, one stack each. An environment changes only what it names; everything else is the base. Without any, there is one: `default`.
   */
  environments?: {
    [k: string]: Environment;
  };
  network?: Network;
  /**
   * Tags for the stack and for every resource in it that can be tagged.
   */
  tags?: {
    [k: string]: string;
  };
  /**
   * What only AWS understands. Other platforms ignore it.
   */
  aws?: {
    /**
     * JSON Patch operations (RFC 6902) on the generated CloudFormation template, in order. The way out when a field is missing here.
     */
    overrides?: PatchOperation[];
    /**
     * A file with CloudFormation resources of your own, YAML or JSON, in the manifest's folder or below it. They are put into the template as they stand, and may refer to what is in it.
     */
    resources?: string;
    /**
     * The bucket that takes a template too large to be sent with a call, more than 51,200 bytes. Without it, Stackwright makes one in the account when it is needed: private, encrypted, and emptied after a week.
     */
    templateBucket?: string;
  };
  /**
   * Where components stand on the canvas, once somebody has moved them: `[x, y]` in pixels. What is absent is laid out automatically. Keys with `$` are the canvas's own.
   */
  canvas?: {
    /**
     * Nothing on the canvas is moved or deleted by a gesture until this is turned off.
     */
    $locked?: boolean;
    /**
     * Text on the canvas, by an id.
     */
    $notes?: {
      [k: string]: Note;
    };
    /**
     * Frames around components that belong together, by an id. They mean nothing to a deployment.
     */
    $groups?: {
      [k: string]: Group;
    };
    [k: string]:
      | Position
      | boolean
      | {
          [k: string]: Note;
        }
      | {
          [k: string]: Group;
        };
  };
}
/**
 * A container that answers HTTP. A load balancer's route makes it public; without one it is private.
 */
export interface WrittenWeb {
  /**
   * What kind of component this is.
   */
  type: "web";
  image?: Image;
  build?: Build;
  /**
   * The port the container listens on.
   */
  port: number;
  /**
   * The command to run instead of the image's own. A string is run by a shell, a list as it stands.
   *
   * @minItems 1
   */
  command?: string | [string, ...string[]];
  cpu?: Cpu;
  memory?: Memory;
  architecture?: Architecture;
  /**
   * Runs on spare capacity, at about a third of the price. AWS may take a task back two minutes after saying so, and for a while there may be none: for what can wait or is there several times.
   */
  spot?: boolean;
  env?: Env;
  secrets?: Secrets;
  connections?: Connections;
  /**
   * How many tasks run: a number, or limits with what to scale on.
   */
  scale?:
    | number
    | {
        /**
         * Never fewer tasks than this.
         */
        min: number;
        /**
         * Never more tasks than this.
         */
        max: number;
        /**
         * Percent of CPU to keep to by adding and removing tasks.
         */
        cpu?: number;
        /**
         * Percent of memory to keep to.
         */
        memory?: number;
        /**
         * Requests a minute for each task to keep to. Needs a load balancer's route.
         */
        requests?: number;
      };
  /**
   * How the load balancer finds out whether a task can answer.
   */
  healthCheck?: {
    /**
     * Must answer with a status from 200 to 399.
     */
    path?: string;
    /**
     * Time between two checks, 5s to 300s.
     */
    interval?: string;
    /**
     * How long an answer may take, 2s to 120s and less than the interval.
     */
    timeout?: string;
    /**
     * After a start, failures do not count for this long.
     */
    gracePeriod?: string;
  };
  /**
   * For how long the load balancer sends a visitor to the same task, by a cookie, 1s to 168h. For applications that keep a session in memory; without it, each request goes where there is room.
   */
  sticky?: string;
  preDeploy?: PreDeploy;
  volumes?: Volumes;
  logs?: Logs;
  exec?: Exec;
}
/**
 * Variables for the container. A value may refer to another component: `${{ db.host }}`. Passwords and tokens belong in `secrets`.
 */
export interface Env {
  [k: string]: string | number | boolean;
}
/**
 * Variables whose value is kept in the cloud's secret store and never stands in this file.
 */
export interface Secrets {
  [k: string]: Secret;
}
/**
 * Either generated once, or an existing secret.
 */
export interface Secret {
  /**
   * Generated at the first deployment, and kept from then on.
   */
  generate?: {
    /**
     * How many letters and digits.
     */
    length?: number;
  };
  /**
   * An existing secret in the cloud's secret store, by name or ARN.
   */
  from?: string;
}
/**
 * Directories that outlive a task and are shared by all tasks of the component: `name: /path`. Under another name a volume begins empty; the old one's files are kept.
 */
export interface Volumes {
  [k: string]: string;
}
/**
 * What becomes of what the container writes to its output.
 */
export interface Logs {
  /**
   * For how many days logs are kept. 30 by default, 90 in a protected environment.
   */
  retentionDays?:
    | 1
    | 3
    | 5
    | 7
    | 14
    | 30
    | 60
    | 90
    | 120
    | 150
    | 180
    | 365
    | 400
    | 545
    | 731
    | 1096
    | 1827
    | 2192
    | 2557
    | 2922
    | 3288
    | 3653;
}
/**
 * A container that runs all the time and takes no requests: jobs from a queue, a consumer, a bot.
 */
export interface WrittenWorker {
  /**
   * What kind of component this is.
   */
  type: "worker";
  image?: Image;
  build?: Build;
  /**
   * The command to run instead of the image's own. A string is run by a shell, a list as it stands.
   *
   * @minItems 1
   */
  command?: string | [string, ...string[]];
  cpu?: Cpu;
  memory?: Memory;
  architecture?: Architecture;
  /**
   * Runs on spare capacity, at about a third of the price. AWS may take a task back two minutes after saying so, and for a while there may be none: for what can wait or is there several times.
   */
  spot?: boolean;
  env?: Env;
  secrets?: Secrets;
  connections?: Connections;
  /**
   * How many tasks run: a number, or limits with what to scale on.
   */
  scale?:
    | number
    | {
        /**
         * Never fewer tasks than this.
         */
        min: number;
        /**
         * Never more tasks than this.
         */
        max: number;
        /**
         * Percent of CPU to keep to by adding and removing tasks.
         */
        cpu?: number;
        /**
         * Percent of memory to keep to.
         */
        memory?: number;
      };
  preDeploy?: PreDeploy;
  volumes?: Volumes;
  logs?: Logs;
  exec?: Exec;
}
/**
 * A container that is started on a schedule and ends by itself.
 */
export interface WrittenCron {
  /**
   * What kind of component this is.
   */
  type: "cron";
  image?: Image;
  build?: Build;
  /**
   * When it runs: five fields, minute, hour, day of the month, month, day of the week (0 and 7 are Sunday).
   */
  schedule: string;
  /**
   * The time zone of the schedule, an IANA name.
   */
  timezone?: string;
  /**
   * How often a start that failed is tried again.
   */
  retries?: number;
  /**
   * The command to run instead of the image's own. A string is run by a shell, a list as it stands.
   *
   * @minItems 1
   */
  command?: string | [string, ...string[]];
  cpu?: Cpu;
  memory?: Memory;
  architecture?: Architecture;
  spot?: Spot;
  env?: Env;
  secrets?: Secrets;
  connections?: Connections;
  volumes?: Volumes;
  logs?: Logs;
  exec?: Exec;
}
/**
 * The public entrance: takes requests from the internet and hands them to web components.
 */
export interface WrittenLoadBalancer {
  /**
   * What kind of component this is.
   */
  type: "load-balancer";
  /**
   * One name or a list. With it there is HTTPS, and HTTP redirects to it; without it there is plain HTTP.
   *
   * @minItems 1
   */
  domain?: string | [DomainName, ...DomainName[]];
  /**
   * `auto`: issued and renewed, proved through DNS in `hostedZone`. Or the ARN of an existing one.
   */
  certificate?: (
    | "auto"
    | {
        [k: string]: unknown;
      }
  ) &
    string;
  /**
   * The id of the DNS zone of the domain, for the certificate's proof and the address records.
   */
  hostedZone?: string;
  /**
   * How long a connection may stay silent before it is closed, 1s to 4000s. For WebSockets, longer than the time between two pings.
   */
  idleTimeout?: string;
  /**
   * Which requests go to which web component.
   */
  routes: Route[];
}
/**
 * Which requests go to which component.
 */
export interface Route {
  /**
   * The web component that answers.
   */
  to: string;
  /**
   * Path prefix. The longest that matches wins.
   */
  path?: string;
  /**
   * Only requests to this host name; `*.` at the start stands for any one label.
   */
  host?: string;
  /**
   * The component's port, when it is not its `port`.
   */
  port?: number;
}
/**
 * A managed PostgreSQL database, private and encrypted.
 */
export interface WrittenPostgres {
  /**
   * What kind of component this is.
   */
  type: "postgres";
  /**
   * The major version, or `major.minor`.
   */
  version?: string;
  /**
   * The machine: `nano` to `xlarge`, translated for each cloud; or a class of the provider, such as `db.r7g.large`.
   */
  size?: (
    | ("nano" | "micro" | "small" | "medium" | "large" | "xlarge")
    | {
        [k: string]: unknown;
      }
  ) &
    string;
  storage?: Storage;
  maxStorage?: MaxStorage;
  highAvailability?: HighAvailability;
  backup?: Backup;
  /**
   * Extensions created in the database before any container starts.
   */
  extensions?: string[];
  deletionProtection?: DeletionProtection;
  onDelete?: OnDelete;
}
/**
 * Automatic daily backups.
 */
export interface Backup {
  /**
   * For how many days backups are kept; 0 turns them off. 7 by default, 14 in a protected environment.
   */
  retentionDays?: number;
  /**
   * When backups are made, UTC, `HH:MM-HH:MM`, at least 30 minutes.
   */
  window?: string;
}
/**
 * A managed MySQL database, private and encrypted.
 */
export interface WrittenMysql {
  /**
   * What kind of component this is.
   */
  type: "mysql";
  /**
   * The version series, or a full version.
   */
  version?: string;
  /**
   * The machine: `nano` to `xlarge`, translated for each cloud; or a class of the provider, such as `db.r7g.large`.
   */
  size?: (
    | ("nano" | "micro" | "small" | "medium" | "large" | "xlarge")
    | {
        [k: string]: unknown;
      }
  ) &
    string;
  storage?: Storage;
  maxStorage?: MaxStorage;
  highAvailability?: HighAvailability;
  backup?: Backup;
  deletionProtection?: DeletionProtection;
  onDelete?: OnDelete;
}
/**
 * A managed cache that speaks Redis, private, encrypted and with a password.
 */
export interface WrittenRedis {
  /**
   * What kind of component this is.
   */
  type: "redis";
  /**
   * The version series. AWS runs Valkey, which speaks Redis.
   */
  version?: "7" | "8";
  /**
   * The machine: `nano` to `xlarge`, translated for each cloud; or a class of the provider, such as `db.r7g.large`.
   */
  size?: (
    | ("nano" | "micro" | "small" | "medium" | "large" | "xlarge")
    | {
        [k: string]: unknown;
      }
  ) &
    string;
  /**
   * Copies in other zones; one of them takes over when the first fails. None by default, one in a protected environment.
   */
  replicas?: number;
  /**
   * What happens when memory is full. `noeviction` refuses writes and is right for queues; `allkeys-lru` drops what was unused longest and is right for caches.
   */
  eviction?:
    | "noeviction"
    | "allkeys-lru"
    | "allkeys-lfu"
    | "allkeys-random"
    | "volatile-lru"
    | "volatile-lfu"
    | "volatile-random"
    | "volatile-ttl";
}
/**
 * One place the application runs.
 */
export interface Environment {
  /**
   * The 12 digits of the only account this environment may be deployed to. Any other is refused. Quote it: it may begin with a zero.
   */
  account?: string;
  /**
   * The region of this environment.
   */
  region?: string;
  /**
   * Turns on termination protection, and asks for the environment's name before a deployment that can lose data.
   */
  protected?: boolean;
  /**
   * What is different here, by component. Maps are merged key by key; lists, plain values and secrets replace the base.
   */
  components?: {
    [k: string]: ComponentOverride;
  };
}
/**
 * The fields that are different in this environment.
 */
export interface ComponentOverride {
  image?: Image;
  build?: Build;
  /**
   * The port the container listens on.
   */
  port?: number;
  /**
   * The command to run instead of the image's own. A string is run by a shell, a list as it stands.
   *
   * @minItems 1
   */
  command?: string | [string, ...string[]];
  cpu?: Cpu;
  memory?: Memory;
  architecture?: Architecture;
  spot?: Spot;
  env?: Env;
  secrets?: Secrets;
  connections?: Connections;
  scale?:
    | (
        | number
        | {
            /**
             * Never fewer tasks than this.
             */
            min: number;
            /**
             * Never more tasks than this.
             */
            max: number;
            /**
             * Percent of CPU to keep to by adding and removing tasks.
             */
            cpu?: number;
            /**
             * Percent of memory to keep to.
             */
            memory?: number;
            /**
             * Requests a minute for each task to keep to. Needs a load balancer's route.
             */
            requests?: number;
          }
      )
    | (
        | number
        | {
            /**
             * Never fewer tasks than this.
             */
            min: number;
            /**
             * Never more tasks than this.
             */
            max: number;
            /**
             * Percent of CPU to keep to by adding and removing tasks.
             */
            cpu?: number;
            /**
             * Percent of memory to keep to.
             */
            memory?: number;
          }
      );
  /**
   * How the load balancer finds out whether a task can answer.
   */
  healthCheck?: {
    /**
     * Must answer with a status from 200 to 399.
     */
    path?: string;
    /**
     * Time between two checks, 5s to 300s.
     */
    interval?: string;
    /**
     * How long an answer may take, 2s to 120s and less than the interval.
     */
    timeout?: string;
    /**
     * After a start, failures do not count for this long.
     */
    gracePeriod?: string;
  };
  /**
   * For how long the load balancer sends a visitor to the same task, by a cookie, 1s to 168h. For applications that keep a session in memory; without it, each request goes where there is room.
   */
  sticky?: string;
  preDeploy?: PreDeploy;
  volumes?: Volumes;
  logs?: Logs;
  exec?: Exec;
  /**
   * When it runs: five fields, minute, hour, day of the month, month, day of the week (0 and 7 are Sunday).
   */
  schedule?: string;
  /**
   * The time zone of the schedule, an IANA name.
   */
  timezone?: string;
  /**
   * How often a start that failed is tried again.
   */
  retries?: number;
  /**
   * One name or a list. With it there is HTTPS, and HTTP redirects to it; without it there is plain HTTP.
   *
   * @minItems 1
   */
  domain?: string | [DomainName, ...DomainName[]];
  /**
   * `auto`: issued and renewed, proved through DNS in `hostedZone`. Or the ARN of an existing one.
   */
  certificate?: (
    | "auto"
    | {
        [k: string]: unknown;
      }
  ) &
    string;
  /**
   * The id of the DNS zone of the domain, for the certificate's proof and the address records.
   */
  hostedZone?: string;
  /**
   * How long a connection may stay silent before it is closed, 1s to 4000s. For WebSockets, longer than the time between two pings.
   */
  idleTimeout?: string;
  /**
   * Which requests go to which web component.
   */
  routes?: Route[];
  version?: string | ("7" | "8");
  size?: (
    | ("nano" | "micro" | "small" | "medium" | "large" | "xlarge")
    | {
        [k: string]: unknown;
      }
  ) &
    string;
  storage?: Storage;
  maxStorage?: MaxStorage;
  highAvailability?: HighAvailability;
  backup?: Backup;
  /**
   * Extensions created in the database before any container starts.
   */
  extensions?: string[];
  deletionProtection?: DeletionProtection;
  onDelete?: OnDelete;
  /**
   * Copies in other zones; one of them takes over when the first fails. None by default, one in a protected environment.
   */
  replicas?: number;
  /**
   * What happens when memory is full. `noeviction` refuses writes and is right for queues; `allkeys-lru` drops what was unused longest and is right for caches.
   */
  eviction?:
    | "noeviction"
    | "allkeys-lru"
    | "allkeys-lfu"
    | "allkeys-random"
    | "volatile-lru"
    | "volatile-lfu"
    | "volatile-random"
    | "volatile-ttl";
}
/**
 * The network the application gets. By default its own, over two zones, with one NAT gateway.
 */
export interface Network {
  /**
   * Over how many availability zones the network spreads.
   */
  azs?: 2 | 3;
  /**
   * How containers reach the internet. `public`: they have public addresses, no further cost. `nat`: one NAT gateway. `natPerAz`: one in each zone, so that a zone can fail. `endpoints`: none at all, only the AWS services they need.
   */
  egress?: "public" | "nat" | "natPerAz" | "endpoints";
  /**
   * The network's address range, /16 to /22.
   */
  cidr?: string;
  /**
   * Deploy into a network that exists. Its zones, addresses and egress are then its own.
   */
  vpc?: {
    /**
     * The network's id.
     */
    id: string;
    /**
     * Subnets in at least two zones for the load balancer.
     *
     * @minItems 2
     */
    publicSubnets: [string, string, ...string[]];
    /**
     * Subnets in at least two zones for containers and data.
     *
     * @minItems 2
     */
    privateSubnets: [string, string, ...string[]];
  };
}
export interface PatchOperation {
  /**
   * What to do at `path`.
   */
  op: "add" | "remove" | "replace" | "move" | "copy" | "test";
  /**
   * JSON Pointer into the template, such as `/Resources/WebService/Properties/Cpu`.
   */
  path: string;
  /**
   * JSON Pointer to take the value from; for `move` and `copy`.
   */
  from?: string;
  /**
   * The value; for `add`, `replace` and `test`.
   */
  value?: {
    [k: string]: unknown;
  };
}
/**
 * Text on the canvas.
 */
export interface Note {
  /**
   * What the note says.
   */
  text: string;
  /**
   * Its upper left corner: `[x, y]` in pixels.
   *
   * @minItems 2
   * @maxItems 2
   */
  at: [number, number];
  /**
   * `[width, height]` in pixels. Without it, as large as the text.
   *
   * @minItems 2
   * @maxItems 2
   */
  size?: [number, number];
}
/**
 * A frame around components.
 */
export interface Group {
  /**
   * What stands above the frame.
   */
  title?: string;
  /**
   * The components in the frame.
   */
  components: string[];
}
