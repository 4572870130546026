import type { StackRecord } from "../state/records";
import { CloudError } from "../wire/cloudError";
import type { Call } from "./operation";

/**
 * A request with a token that has been used for the same thing is a repetition, and is answered as the first was; for
 * anything else the token is refused. Gives true for a repetition.
 */
export function isRepeated(call: Call, stack: StackRecord, action: string): boolean {
  const token = call.input.text("ClientRequestToken");
  const known = token && Object.hasOwn(stack.tokens, token) ? stack.tokens[token] : undefined;
  if (known !== undefined && known !== action) {
    throw new CloudError(
      "TokenAlreadyExistsException",
      `Token [${token}] has already been used for another operation.`,
    );
  }
  return known !== undefined;
}

export function remember(call: Call, stack: StackRecord, action: string): string | undefined {
  const token = call.input.text("ClientRequestToken");
  if (token) {
    stack.tokens[token] = action;
  }
  return token || undefined;
}
