import type { Service, Store } from "../draft";
import type { Place } from "../value";
import type { SecretFate } from "./secrets";

export interface WiredVariable {
  readonly name: string;
  /** With references in the manifest's form. */
  readonly text: string;
  /** What stands behind it in the manifest. */
  readonly comment?: string;
  readonly place: Place;
}

/** A service whose variables speak the manifest's language. */
export interface WiredService extends Omit<Service, "variables" | "needs"> {
  readonly component: string;
  readonly env: readonly WiredVariable[];
  readonly secrets: readonly { readonly name: string; readonly fate: SecretFate }[];
  /** With the prefix of what is injected, where it is not the name itself. */
  readonly connections: readonly { readonly to: string; readonly as?: string }[];
}

export interface WiredStore extends Store {
  readonly component: string;
}
