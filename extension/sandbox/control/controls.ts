import { recordStack } from "../engine/record";
import type { Service } from "../service";
import type { JsonMap } from "../state/json";
import type { StackRecord } from "../state/records";
import type { Fault, FaultKind } from "./fault";

/** How a test makes the simulated cloud, and the way to it, behave. */
export interface Controls {
  /** Begins a fault. Gives the way to end this one. */
  begin(fault: Fault): () => void;
  /** Ends every fault, or those of one kind. */
  end(kind?: FaultKind): void;
  /** Moves the Sandbox's clock on by so many seconds: what is due until then happens at once, each at its own time. */
  advance(seconds: number): void;
  /**
   * Changes a resource behind its stack's back: what is laid over its properties, with null for one that goes, or the
   * whole resource goes. False when there is no such resource.
   */
  drift(stackName: string, logicalId: string, actual: JsonMap | "deleted"): boolean;
  /** Deletes a stack at once and whatever its state, as somebody else may. False when there is none of this name. */
  vanish(stackName: string): boolean;
}

function findLive(service: Service, stackName: string): StackRecord | undefined {
  const stacks = [...service.store.stacks.values()];
  return stacks.find(({ name, status }) => name === stackName && status !== "DELETE_COMPLETE");
}

function drift(service: Service, stackName: string, logicalId: string, actual: JsonMap | "deleted"): boolean {
  const stack = findLive(service, stackName);
  const resource = stack?.resources.find((candidate) => candidate.logicalId === logicalId);
  if (!stack || !resource) {
    return false;
  }
  resource.actual = actual;
  service.changed(stack);
  return true;
}

/** Everything of the stack is gone, protected or not, and nothing of it is kept. */
function vanish(service: Service, stackName: string): boolean {
  const stack = findLive(service, stackName);
  if (!stack) {
    return false;
  }
  delete stack.operation;
  Object.assign(stack, { resources: [], obsolete: [], changeSets: [], outputs: [] });
  recordStack(stack, "DELETE_COMPLETE", service, "User Initiated");
  stack.deletedAt = stack.clock;
  service.changed(stack);
  return true;
}

/** Throws a `RangeError` for a time that is not a number of seconds, or goes back. */
export function controlsOf(service: Service): Controls {
  return {
    begin: (fault) => service.faults.begin(fault),
    end: (kind) => service.faults.end(kind),
    advance(seconds) {
      if (!Number.isFinite(seconds) || seconds < 0) {
        throw new RangeError("The clock goes forward only, by a number of seconds.");
      }
      service.moveOn(seconds * 1_000);
    },
    drift: (stackName, logicalId, actual) => drift(service, stackName, logicalId, actual),
    vanish: (stackName) => vanish(service, stackName),
  };
}
