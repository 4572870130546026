import type {
  ComponentProgress,
  DestroyPlan,
  Failure,
  Identity,
  Output,
  Plan,
  RecoverPlan,
  Recovery,
  ServiceHealth,
  StoppedTask,
  TargetId,
} from "./types";

/** `debug` is for a log that somebody asked for; `info` is the story; `warning` wants to be seen; `error` ends it. */
export type Level = "debug" | "info" | "warning" | "error";

/** What a resource is doing, told apart from CloudFormation's thirty words for it. */
export type ResourcePhase = "working" | "done" | "failed" | "removed" | "kept" | "undone";

/** One event of one resource, led back to the manifest. */
export interface ResourceEvent {
  readonly eventId: string;
  readonly logicalId: string;
  readonly physicalId?: string;
  readonly resourceType: string;
  readonly label: string;
  readonly component?: string;
  /** As CloudFormation calls it: `CREATE_COMPLETE`. */
  readonly status: string;
  readonly phase: ResourcePhase;
  readonly reason?: string;
}

/** Where an operation stands after an event. */
export interface Step {
  /** Resources through, and all. While the stack is going back, `done` falls again. */
  readonly done: number;
  readonly total: number;
  readonly goingBack: boolean;
  /** The component that the event was about, when it is one of those that change. */
  readonly component?: ComponentProgress & { readonly name: string };
}

/** What each message carries, by its code. */
export interface MessageData {
  identified: { readonly identity: Identity };
  planning: { readonly stackName: string; readonly environment: string; readonly target: TargetId };
  /** A component's image is being built, by Docker or Podman. */
  building: { readonly component: string; readonly context: string; readonly tool: string };
  "build-output": { readonly component: string; readonly line: string };
  built: { readonly component: string; readonly digest: string; readonly seconds: number };
  /** A registry could not say what a tag stands for; it is deployed as it is written. */
  "image-unresolved": { readonly image: string; readonly reason: string };
  /** Bytes that were sent to the registry, of those that were not there. */
  pushing: { readonly repository: string; readonly digest: string; readonly sent: number; readonly total: number };
  pushed: { readonly repository: string; readonly digest: string; readonly isNew: boolean };
  "shell-removed": { readonly stackName: string; readonly status: string };
  "change-set-created": { readonly stackName: string; readonly changeSetId: string };
  "values-incomplete": { readonly reason: string };
  planned: { readonly plan: Plan };
  unchanged: { readonly stackName: string; readonly outputs: readonly Output[] };
  discarded: { readonly stackName: string };
  deploying: { readonly plan: Plan };
  "protection-changed": { readonly stackName: string; readonly enabled: boolean };
  destroying: { readonly plan: DestroyPlan };
  recovering: { readonly recovery: Recovery; readonly plan: RecoverPlan };
  resource: { readonly event: ResourceEvent; readonly step: Step };
  /** How a service is that the deployment is bringing to its new tasks. */
  service: { readonly logicalId: string; readonly health: ServiceHealth };
  /** A new task of a service ended by itself. */
  "task-stopped": { readonly component: string; readonly task: StoppedTask };
  /** It did so again, so that the deployment is unlikely to come to a good end. `cancel` says which way out there is. */
  crashing: {
    readonly stackName: string;
    readonly component: string;
    readonly crashes: number;
    readonly cancel: "update" | "creation";
  };
  "rolling-back": { readonly stackName: string; readonly failure: Failure };
  paused: { readonly cause: "network" | "throttled" | "credentials"; readonly failure: Failure };
  resumed: { readonly seconds: number };
  detached: { readonly stackName: string };
  "left-behind": { readonly logicalId: string; readonly reason: string };
  succeeded: { readonly stackName: string; readonly outputs: readonly Output[]; readonly seconds: number };
  /** How what runs is, once it is deployed. */
  health: { readonly stackName: string; readonly services: readonly ServiceHealth[] };
  /** `seconds` is absent when the cloud no longer knows. */
  destroyed: { readonly report: DestroyPlan; readonly seconds?: number };
  /** The stack is what it was before the operation that was given up; without outputs, it is empty. */
  recovered: { readonly stackName: string; readonly outputs: readonly Output[]; readonly seconds: number };
  failed: { readonly failure: Failure };
}

export type MessageCode = keyof MessageData;

/** The one table of message codes and the level of each. */
export const messageCodes = {
  identified: "info",
  planning: "info",
  building: "info",
  "build-output": "debug",
  built: "info",
  "image-unresolved": "info",
  pushing: "info",
  pushed: "info",
  "shell-removed": "warning",
  "change-set-created": "debug",
  "values-incomplete": "debug",
  planned: "info",
  unchanged: "info",
  discarded: "info",
  deploying: "info",
  "protection-changed": "info",
  destroying: "info",
  recovering: "info",
  resource: "info",
  service: "info",
  "task-stopped": "warning",
  crashing: "warning",
  "rolling-back": "warning",
  paused: "warning",
  resumed: "info",
  detached: "warning",
  "left-behind": "warning",
  succeeded: "info",
  health: "debug",
  destroyed: "info",
  recovered: "info",
  failed: "error",
} as const satisfies Record<MessageCode, Level>;

/** What the engine tells its host. `time` is when it was told, ISO 8601; `text` says it in one sentence. */
export type Message = {
  readonly [Code in MessageCode]: {
    readonly code: Code;
    readonly level: Level;
    readonly time: string;
    readonly text: string;
  } & MessageData[Code];
}[MessageCode];

/** Whoever runs the engine: the editor, the command line, a test. */
export interface Host {
  notify(message: Message): void;
}
