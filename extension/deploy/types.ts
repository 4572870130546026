import type { Path } from "../manifest/problem";

/** Where a deployment goes. */
export type TargetId = "sandbox" | "aws";

/** Who deploys, and where to. Known before anything else happens. */
export interface Identity {
  readonly target: TargetId;
  readonly account: string;
  readonly arn: string;
  readonly region: string;
  /** The profile of the AWS configuration that the credentials come from, when they do. */
  readonly profile?: string;
}

/** `replace`: certainly made anew. `maybe-replace`: CloudFormation cannot tell yet. */
export type ChangeAction = "add" | "modify" | "maybe-replace" | "replace" | "remove";

export interface PropertyChange {
  /** `Properties.DBInstanceClass`; `Tags` and other attributes stand as they are called. */
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
  readonly recreation: "never" | "conditionally" | "always";
}

/** What happens to data that a resource holds. */
export type DataFate = "kept" | "snapshot" | "retained" | "deleted";

export interface PlannedChange {
  readonly action: ChangeAction;
  readonly logicalId: string;
  readonly resourceType: string;
  /** In words, without AWS's names: "database", "service". */
  readonly label: string;
  readonly component?: string;
  readonly path?: Path;
  readonly properties: readonly PropertyChange[];
  /** Only for a resource that holds data and that is replaced or removed. */
  readonly data?: DataFate;
}

export interface Plan {
  readonly stackName: string;
  readonly stackId: string;
  readonly changeSetId: string;
  readonly environment: string;
  readonly identity: Identity;
  readonly kind: "create" | "update";
  /** Worst first: what destroys data, then what replaces, what may, removals, changes, additions. */
  readonly changes: readonly PlannedChange[];
  /** Sentences that must be read before a confirmation, one for each resource whose data is at stake. */
  readonly dataRisks: readonly string[];
  readonly protected: boolean;
}

export type ComponentPhase = "waiting" | "working" | "done" | "failed" | "removed";

export interface ComponentProgress {
  readonly phase: ComponentPhase;
  /** Resources of the component that are through, and all that change. */
  readonly done: number;
  readonly total: number;
  /** The last thing that happened, in words. */
  readonly text: string;
}

export interface Output {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly component?: string;
}

/** Why something failed: one sentence of cause, where it comes from, and what to do. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
  /** The cloud's own words. */
  readonly raw?: string;
  readonly logicalId?: string;
  readonly component?: string;
  readonly path?: Path;
}
