import type { Json, JsonMap } from "./json";

/** Everything here is written to disk as it stands, so it is plain JSON; times are milliseconds since 1970. */

export interface ParameterRecord {
  readonly key: string;
  readonly value: string;
  readonly noEcho: boolean;
}

export interface TagRecord {
  readonly Key: string;
  readonly Value: string;
}

export interface OutputRecord {
  readonly key: string;
  readonly value: string;
  readonly description?: string;
  readonly exportName?: string;
}

/** What a deployment asks for. */
export interface Goal {
  readonly template: string;
  readonly parameters: readonly ParameterRecord[];
  readonly tags: readonly TagRecord[];
  readonly capabilities: readonly string[];
}

export type Policy = "Delete" | "Retain" | "RetainExceptOnCreate" | "Snapshot";

export interface ResourceRecord {
  readonly logicalId: string;
  readonly type: string;
  physicalId: string;
  status: string;
  statusReason?: string;
  updatedAt: number;
  /** Evaluated. */
  properties: JsonMap;
  attributes: Readonly<Record<string, Json>>;
  /** As the template has it, for comparison. */
  metadata: Json;
  deletionPolicy: Policy;
  updateReplacePolicy: Policy;
  /** Logical ids, from references and DependsOn. */
  dependsOn: readonly string[];
  /**
   * What somebody has made of it without the stack knowing: properties that are otherwise, null for one that is gone; or
   * the resource is gone altogether.
   */
  actual?: JsonMap | "deleted";
  /** The stack's tags that were on it when it was last made or changed. */
  tags: readonly TagRecord[];
}

/** A physical resource that nothing refers to any more and that a clean-up will remove. */
export interface Obsolete {
  readonly resource: ResourceRecord;
  readonly policy: Policy;
}

/** A retained resource, or a snapshot of a deleted one. */
export interface Kept {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly how: "retained" | "snapshot";
  readonly at: number;
}

export interface EventRecord {
  readonly id: string;
  readonly at: number;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly properties?: string;
  readonly operationId?: string;
  readonly operationType?: OperationType;
  readonly token?: string;
}

export type OperationType =
  | "CREATE_STACK"
  | "UPDATE_STACK"
  | "DELETE_STACK"
  | "CONTINUE_ROLLBACK"
  | "ROLLBACK"
  | "CREATE_CHANGESET";

export interface Step {
  readonly logicalId: string;
  readonly verb: "apply" | "revert" | "remove" | "release";
  /** Positions of the steps that must be done before. */
  readonly after: readonly number[];
  state: "waiting" | "running" | "done" | "failed";
  change?: "create" | "update" | "replace" | "import";
  /** A creation has been requested and has its physical id. */
  initiated?: boolean;
  /** When the next thing happens to it. */
  due?: number;
  /** For `remove`: which physical resource, as a replaced one still has its logical id in use. */
  readonly physicalId?: string;
  /** For `apply`: what the resource becomes. */
  next?: ResourceRecord;
}

export type Phase = "apply" | "clean" | "revert" | "revert-clean" | "rollback" | "delete" | "release";

/** What exists already and becomes part of the stack: physical ids by logical id. */
export type Imports = Readonly<Record<string, string>>;

export interface OperationRecord {
  readonly id: string;
  readonly type: OperationType;
  readonly token?: string;
  readonly goal?: Goal;
  readonly onFailure: "ROLLBACK" | "DELETE" | "DO_NOTHING";
  readonly retainExceptOnCreate: boolean;
  readonly changeSetId?: string;
  readonly imports?: Imports;
  /** The stack policy that holds for this operation. */
  readonly policy?: string;
  readonly retain: readonly string[];
  readonly skip: readonly string[];
  phase: Phase;
  steps: Step[];
  cancelled: boolean;
}

/** What a failed update goes back to. */
export interface Stable {
  readonly goal: Goal;
  readonly resources: readonly ResourceRecord[];
  readonly outputs: readonly OutputRecord[];
  readonly description?: string;
}

export interface DetailRecord {
  readonly attribute: string;
  readonly name?: string;
  readonly path?: string;
  readonly recreation?: "Never" | "Conditionally" | "Always";
  readonly before?: string;
  readonly after?: string;
  readonly changeType?: "Add" | "Remove" | "Modify";
  readonly evaluation: "Static" | "Dynamic";
  readonly source: string;
  readonly cause?: string;
}

export interface ChangeRecord {
  readonly action: "Add" | "Modify" | "Remove" | "Import";
  readonly logicalId: string;
  readonly physicalId?: string;
  readonly type: string;
  readonly replacement?: "True" | "False" | "Conditional";
  readonly policyAction?: string;
  readonly scope: readonly string[];
  readonly details: readonly DetailRecord[];
  readonly before?: string;
  readonly after?: string;
}

export interface Finding {
  readonly logicalId: string;
  readonly type: string;
  /** `/Resources/Web/Properties/Port`. */
  readonly path: string;
  readonly message: string;
}

export interface ChangeSetRecord {
  readonly id: string;
  readonly name: string;
  readonly type: "CREATE" | "UPDATE" | "IMPORT";
  readonly imports?: Imports;
  readonly description?: string;
  readonly createdAt: number;
  /** Until then it is being made. */
  readonly readyAt: number;
  readonly operationId: string;
  readonly token?: string;
  readonly goal: Goal;
  readonly changes: readonly ChangeRecord[];
  /** Why it failed. */
  readonly failure?: string;
  readonly findings: readonly Finding[];
  readonly onStackFailure?: string;
  readonly notificationArns: readonly string[];
  readonly includeNested: boolean;
  /** The stack's revision it was made against. */
  readonly revision: number;
  execution: "AVAILABLE" | "EXECUTE_IN_PROGRESS" | "EXECUTE_COMPLETE" | "EXECUTE_FAILED";
}

export interface PropertyDifference {
  /** `/Tags/0/Value`. */
  readonly path: string;
  readonly kind: "ADD" | "REMOVE" | "NOT_EQUAL";
  readonly expected?: Json;
  readonly actual?: Json;
}

export interface ResourceDrift {
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: "IN_SYNC" | "MODIFIED" | "DELETED";
  /** JSON, masked. */
  readonly expected: string;
  readonly actual?: string;
  readonly differences: readonly PropertyDifference[];
  readonly at: number;
}

/** What the last look for drift has found. */
export interface DriftRecord {
  readonly id: string;
  readonly at: number;
  /** Until then it is being looked. */
  readonly readyAt: number;
  readonly resources: readonly ResourceDrift[];
}

export interface StackRecord {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly createdAt: number;
  updatedAt?: number;
  deletedAt?: number;
  status: string;
  statusReason?: string;
  description?: string;
  goal: Goal;
  roleArn?: string;
  notificationArns: readonly string[];
  disableRollback: boolean;
  terminationProtection: boolean;
  changeSetId?: string;
  outputs: readonly OutputRecord[];
  resources: ResourceRecord[];
  obsolete: Obsolete[];
  kept: Kept[];
  stable?: Stable;
  changeSets: ChangeSetRecord[];
  events: EventRecord[];
  operation?: OperationRecord;
  lastOperations: { readonly type: OperationType; readonly id: string }[];
  /** Client request tokens and what they asked for. */
  tokens: Record<string, string>;
  drift?: DriftRecord;
  /** A stack policy, as JSON text. */
  policy?: string;
  /** Grows with each deployment; a change set made against an older one is obsolete. */
  revision: number;
  /** The time of the last thing that happened, so that no two events share one. */
  clock: number;
}
