import type { Path } from "../manifest/problem";
import type { Amount, Change } from "../targets/estimate";
import type { FailureCode } from "./failureCodes";

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

/** Somebody or something can reach or do more than before. */
export interface WidenedAccess {
  readonly kind: "network" | "permission";
  /** In words: "The internet can reach port 22 of web." */
  readonly text: string;
  readonly logicalId: string;
  readonly component?: string;
  readonly path?: Path;
}

/** How long a deployment will take, estimated from how long each type of resource takes AWS. Seconds. */
export interface ExpectedDuration {
  readonly usual: number;
  readonly longest: number;
  /** What takes longest: "database". */
  readonly because: string;
}

/** What CloudFormation finds wrong with a plan before it carries anything out. */
export interface Finding {
  /** `error`: it refuses the plan. */
  readonly severity: "error" | "warning";
  /** In CloudFormation's words. */
  readonly text: string;
  readonly logicalId: string;
  readonly component?: string;
  readonly path?: Path;
}

/** What is paid in a month: with nothing to do, and scaled to the limits. */
export interface PlanSum {
  readonly idle: Amount;
  readonly maximum: Amount;
}

/** What a plan does to the price of a month, at list prices. */
export interface PlanPrice {
  /** The day of the prices, `2026-11-22`. */
  readonly asOf: string;
  readonly sum: PriceMove;
  /** Those whose price changes; without a name: what all components share. */
  readonly components: readonly (PriceMove & { readonly component?: string })[];
}

export interface PriceMove {
  readonly before: PlanSum;
  readonly after: PlanSum;
  readonly change: Change;
}

/** A component that has another name now; CloudFormation removes the one and makes the other. */
export interface PlannedRename {
  readonly from: string;
  readonly to: string;
  /** What the plan does because of it. */
  readonly text: string;
  /** What becomes of what is in it; absent where it holds nothing that could be lost. It is one of the `dataRisks` too. */
  readonly data?: string;
  /** What can be done instead. */
  readonly ways: readonly string[];
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
  readonly renames?: readonly PlannedRename[];
  readonly price?: PlanPrice;
  /** Worst first: what the internet reaches, then the rest. */
  readonly widened?: readonly WidenedAccess[];
  readonly duration?: ExpectedDuration;
  /** Warnings only: with an error there is no plan. */
  readonly findings?: readonly Finding[];
  readonly protected: boolean;
  /** Set when executing switches termination protection: to on, or to off. */
  readonly protection?: boolean;
  /** When the change set was made, by the cloud's clock: ISO 8601. What happened before is not of this deployment. */
  readonly createdAt: string;
  /** How the stack's outputs are called and whose they are, for when they have values. */
  readonly outputs: readonly Omit<Output, "value">[];
}

/** What executing a plan came to. */
export type Outcome =
  | { readonly ok: true; readonly outputs: readonly Output[] }
  | { readonly ok: false; readonly failure: Failure };

/** One resource of a stack that is to be destroyed, or was. */
export interface DoomedResource {
  readonly logicalId: string;
  /** The cloud's own name of it, such as `discourse-staging-db-1x2y3z`. */
  readonly physicalId?: string;
  readonly resourceType: string;
  readonly label: string;
  readonly component?: string;
  readonly path?: Path;
  /** Whether it holds data that cannot be made again. */
  readonly stateful: boolean;
  /** The stack that it is in, when that is another one, which goes with this one. */
  readonly stackName?: string;
}

/** What destroying a stack does, resource by resource; made before it is confirmed, and again as the report at the end. */
export interface DestroyPlan {
  readonly stackName: string;
  readonly stackId: string;
  readonly identity: Identity;
  /** Termination protection is on: destroying is refused until it is off. */
  readonly protected: boolean;
  readonly deleted: readonly DoomedResource[];
  readonly snapshotted: readonly DoomedResource[];
  readonly retained: readonly DoomedResource[];
  /** What that goes on costing, in a sentence; absent when nothing stays that is paid for. */
  readonly keeps?: string;
  /** Sentences that must be read before a confirmation. */
  readonly dataRisks: readonly string[];
  /** It gives up a first deployment that is under way. */
  readonly stop?: boolean;
  /** Resources that could not be deleted, by logical id, and are to be kept: chosen, or whichever there are. */
  readonly retain?: readonly string[];
  readonly force?: boolean;
  /** The id of the stack with the images that were built for this one, which goes after it. */
  readonly imageStackId?: string;
}

export type DestroyOutcome =
  | { readonly ok: true; readonly report: DestroyPlan }
  | { readonly ok: false; readonly failure: Failure };

/** A way to get a stack out of an operation that is not to go on, or that got stuck. */
export type Recovery = "cancel" | "rollback" | "continue";

/** What a recovery works on; made when it is begun. */
export interface RecoverPlan {
  readonly stackName: string;
  readonly stackId: string;
  readonly identity: Identity;
  /** The stack's resources and where each comes from, to lead failures back to the manifest. */
  readonly resources: readonly { readonly logicalId: string; readonly component?: string; readonly path?: Path }[];
  /** Resources that a rollback goes on without. CloudFormation takes them as rolled back from then on. */
  readonly skip?: readonly string[];
  /** Go on without whatever cannot be rolled back. */
  readonly force?: boolean;
}

/** A stack as it stands. */
export interface StackDescription {
  readonly stackName: string;
  readonly stackId: string;
  /** As CloudFormation calls it: `UPDATE_COMPLETE`. */
  readonly status: string;
  readonly outputs: readonly Output[];
  /** The last update's time, or the creation's: ISO 8601. */
  readonly updatedAt: string;
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
  readonly code: FailureCode;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
  /** The cloud's own words. */
  readonly raw?: string;
  readonly logicalId?: string;
  readonly component?: string;
  readonly path?: Path;
  /** The last task that stopped, where tasks were the cause. */
  readonly task?: StoppedTask;
  /** The end of what it wrote, oldest line first, secrets masked. Shown, never kept. */
  readonly log?: readonly string[];
  /** Each of what CloudFormation found wrong before it began. */
  readonly findings?: readonly Finding[];
}

/** How a service is while nobody deploys, and while somebody does. */
export interface ServiceHealth {
  readonly component: string;
  /** `moving`: a rollout goes on; `stopped`: it is scaled to nothing. */
  readonly state: "healthy" | "degraded" | "down" | "moving" | "stopped";
  /** In words: "2 of 2 tasks running, 2 of 2 targets healthy". */
  readonly text: string;
  /** Tasks. */
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  readonly rollout: "moving" | "completed" | "failed";
  /** Why the rollout is where it is, in ECS's words. */
  readonly reason?: string;
  /** `shop-production-web:12`. */
  readonly revision?: string;
  /** Set when the number of tasks changes by itself. */
  readonly range?: { readonly min: number; readonly max: number };
  readonly targets: readonly TargetHealth[];
  /** The latest first; looked for only when something is wrong. */
  readonly stopped: readonly StoppedTask[];
  /** Tasks of the newest rollout that ended without being asked to, the latest first; looked for while it goes on. */
  readonly crashed?: readonly StoppedTask[];
  /** ECS's own messages, the latest first. */
  readonly events: readonly { readonly at: string; readonly text: string }[];
}

/** One task as a load balancer sees it. */
export interface TargetHealth {
  /** Address and port. */
  readonly id: string;
  /** As ELB calls it: `healthy`, `unhealthy`, `initial`, `draining`, `unused`, `unavailable`. */
  readonly state: string;
  readonly reason?: string;
}

export interface StoppedTask {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** In ECS's words. */
  readonly reason: string;
  readonly exitCode?: number;
}

/** Where a deployment stands, as every view of it shows it. */
export interface DeploymentView {
  readonly environment: string;
  readonly target: TargetId;
  readonly stackName: string;
  readonly phase:
    | "planning"
    | "planned"
    | "deploying"
    | "destroying"
    | "succeeded"
    | "unchanged"
    | "failed"
    | "destroyed";
  /** In words: "Creating 14 of 32 resources". */
  readonly text: string;
  /** Resources through, and all. */
  readonly done: number;
  readonly total: number;
  readonly components: { readonly [name: string]: ComponentProgress };
  readonly plan?: Plan;
  /** Only of a plan: what was changed since it was made, so that it no longer says what would happen. */
  readonly stale?: "manifest" | "stack";
  readonly outputs?: readonly Output[];
  readonly failure?: Failure;
}
