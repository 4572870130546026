import type { ChangeSetRecord, StackRecord } from "../state/records";
import { changeSetNotFound, constraint, missing, stackNotFound, validationError } from "../wire/cloudError";
import type { Call } from "./operation";

const DELETED = "DELETE_COMPLETE";

/** A stack by name or id. A deleted one is found by its id alone. */
export function lookUpStack({ service, region }: Call, nameOrId: string): StackRecord | undefined {
  if (nameOrId.startsWith("arn:")) {
    const stack = service.store.stacks.get(nameOrId);
    return stack?.region === region ? stack : undefined;
  }
  return service.store.inRegion(region).find((stack) => stack.name === nameOrId && stack.status !== DELETED);
}

export function findStack(call: Call): StackRecord {
  const name = call.input.text("StackName");
  if (!name) {
    throw missing("stackName");
  }
  const stack = lookUpStack(call, name);
  if (!stack) {
    throw stackNotFound(name);
  }
  return stack;
}

/** A stack that operations may still change. */
export function findLiveStack(call: Call): StackRecord {
  const stack = findStack(call);
  if (stack.status === DELETED) {
    throw stackNotFound(call.input.text("StackName") ?? stack.name);
  }
  return stack;
}

export interface FoundChangeSet {
  readonly stack: StackRecord;
  readonly changeSet: ChangeSetRecord;
}

/** A change set by ARN, or by name together with its stack. */
export function findChangeSet(call: Call): FoundChangeSet {
  const name = call.input.text("ChangeSetName");
  if (!name) {
    throw missing("changeSetName");
  }
  if (name.startsWith("arn:")) {
    for (const stack of call.service.store.inRegion(call.region)) {
      const changeSet = stack.changeSets.find(({ id }) => id === name);
      if (changeSet) {
        return { stack, changeSet };
      }
    }
    throw changeSetNotFound(name);
  }
  if (!call.input.text("StackName")) {
    throw validationError("StackName must be specified if ChangeSetName is not specified as an ARN.");
  }
  const stack = findStack(call);
  const changeSet = stack.changeSets.findLast((candidate) => candidate.name === name);
  if (!changeSet) {
    throw changeSetNotFound(name);
  }
  return { stack, changeSet };
}

/** A name for a new stack or change set, checked. */
export function newName(call: Call, field: "StackName" | "ChangeSetName"): string {
  const name = call.input.text(field);
  const shown = `${field.charAt(0).toLowerCase()}${field.slice(1)}`;
  if (!name) {
    throw missing(shown);
  }
  if (!/^[a-zA-Z][-a-zA-Z0-9]*$/.test(name)) {
    throw constraint(name, shown, "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
  }
  if (name.length > 128) {
    throw constraint(name, shown, "Member must have length less than or equal to 128");
  }
  return name;
}
