import type { StackRecord } from "../state/records";
import type { Call } from "./operation";

/** A stack that nothing has happened to yet. It is not in the store. */
export function newStack({ input, region, service }: Call, name: string): StackRecord {
  const now = service.now();
  const roleArn = input.text("RoleARN");
  return {
    id: `arn:aws:cloudformation:${region}:${service.account}:stack/${name}/${service.uuid()}`,
    name,
    region,
    createdAt: now,
    status: "REVIEW_IN_PROGRESS",
    goal: { template: "", parameters: [], tags: [], capabilities: [] },
    ...(roleArn ? { roleArn } : {}),
    notificationArns: input.texts("NotificationARNs") ?? [],
    disableRollback: false,
    terminationProtection: input.flag("EnableTerminationProtection") ?? false,
    outputs: [],
    resources: [],
    obsolete: [],
    kept: [],
    changeSets: [],
    events: [],
    lastOperations: [],
    tokens: {},
    revision: 0,
    clock: now,
  };
}

const UPDATABLE: ReadonlySet<string> = new Set([
  "CREATE_COMPLETE",
  "CREATE_FAILED",
  "IMPORT_COMPLETE",
  "IMPORT_ROLLBACK_COMPLETE",
  "UPDATE_COMPLETE",
  "UPDATE_FAILED",
  "UPDATE_ROLLBACK_COMPLETE",
]);

export function isUpdatable(stack: StackRecord): boolean {
  return UPDATABLE.has(stack.status);
}
