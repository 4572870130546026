import type { Place } from "./value";

export type StoreType = "postgres" | "mysql" | "redis";

/** Something that did not come over as it was, and why. */
export interface Note {
  readonly place: Place;
  /** The component in the new manifest that it is about. */
  readonly component?: string;
  /** In the words of the file: `ports`, `healthcheck`. */
  readonly field: string;
  readonly text: string;
  /**
   * `left`: is not in the manifest. `changed`: is there in another way. `ask`: somebody has to fill it in.
   * `refused`: why there is no manifest at all.
   */
  readonly kind: "left" | "changed" | "ask" | "refused";
}

/** What every reader gives: an application in no format's words. */
export interface Draft {
  readonly name: string;
  readonly services: readonly Service[];
  readonly stores: readonly Store[];
  readonly notes: readonly Note[];
}

export interface Build {
  readonly context: string;
  readonly dockerfile?: string;
  readonly target?: string;
  readonly args?: Readonly<Record<string, string>>;
}

export type VariableValue =
  /** A text in which host names, passwords and the like may stand for a store; `unset.ts` marks variables in it. */
  | { readonly kind: "text"; readonly text: string }
  /** Says itself what it stands for. */
  | { readonly kind: "reference"; readonly to: string; readonly attribute: string }
  /** To be made once, and kept. */
  | { readonly kind: "generate" }
  /** A secret that somebody has to provide. */
  | { readonly kind: "given" };

export const textValue = (text: string): VariableValue => ({ kind: "text", text });

export interface Variable {
  readonly name: string;
  readonly value: VariableValue;
  readonly place: Place;
}

export interface Entrance {
  /** Without one: everything, at an address of its own. */
  readonly path?: string;
  readonly domains?: readonly string[];
  /** The load balancer's name, where the format knows one. */
  readonly name?: string;
}

export interface Service {
  /** As the format has it; it is also the host name under which others speak to it. */
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly place: Place;
  readonly kind: "web" | "worker" | "cron";
  readonly image?: string;
  readonly build?: Build;
  /** For `web`. */
  readonly port?: number;
  readonly entrances?: readonly Entrance[];
  /** Marks in anybody's variables that stand for its public address. */
  readonly publicAs?: readonly { readonly mark: string; readonly attribute: "url" | "host" }[];
  /** Ports of the machine that lead to it, where it runs on one. */
  readonly publishedAt?: readonly number[];
  readonly command?: string | readonly string[];
  readonly preDeploy?: string | readonly string[];
  readonly schedule?: string;
  readonly variables: readonly Variable[];
  readonly volumes?: readonly { readonly name: string; readonly path: string }[];
  /** vCPU. */
  readonly cpu?: number;
  /** MiB. */
  readonly memory?: number;
  readonly scale?:
    | number
    | { readonly min: number; readonly max: number; readonly cpu?: number; readonly memory?: number };
  /** Times in seconds. */
  readonly healthCheck?: {
    readonly path?: string;
    readonly interval?: number;
    readonly timeout?: number;
    readonly gracePeriod?: number;
  };
  readonly architecture?: "arm64";
  /** Stores and services that it names by the format's own means. A prefix is how the format names what it injects. */
  readonly needs: readonly { readonly to: string; readonly prefix?: string }[];
}

export interface Store {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly place: Place;
  readonly type: StoreType;
  readonly version?: string;
  /** GiB. */
  readonly storage?: number;
  readonly size?: string;
  readonly extensions?: readonly string[];
  readonly eviction?: string;
  readonly highAvailability?: boolean;
  /** What the format's containers know it by, as texts with marked variables. */
  readonly facts: Facts;
}

export interface Facts {
  readonly user?: string;
  /** Of the user, or of the administrator: both become the one that the managed store has. */
  readonly passwords: readonly string[];
  readonly names: readonly string[];
}
