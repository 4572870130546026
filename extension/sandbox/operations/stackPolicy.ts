import { statementsOf } from "../engine/stackPolicy";
import type { StackRecord } from "../state/records";
import { notSupported, validationError } from "../wire/cloudError";
import type { Input } from "../wire/parseQuery";
import { findLiveStack } from "./find";
import type { Operation } from "./operation";

/** A stack policy of a request, checked. Undefined when it gives none. */
export function readPolicy(input: Input, name: "StackPolicy" | "StackPolicyDuringUpdate"): string | undefined {
  if (input.text(`${name}URL`)) {
    throw notSupported(`A stack policy at an address (${name}URL)`);
  }
  const policy = input.text(`${name}Body`) || undefined;
  if (policy !== undefined && !statementsOf(policy)) {
    throw validationError("Error validating stack policy: Invalid stack policy");
  }
  return policy;
}

export function setPolicy(stack: StackRecord, policy: string | undefined): void {
  if (policy !== undefined) {
    stack.policy = policy;
  }
}

export const setStackPolicy: Operation = (call) => {
  const stack = findLiveStack(call);
  setPolicy(stack, readPolicy(call.input, "StackPolicy"));
  call.service.changed(stack);
  return undefined;
};

export const getStackPolicy: Operation = (call) => ({ StackPolicyBody: findLiveStack(call).policy });
