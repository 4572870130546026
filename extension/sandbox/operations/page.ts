import { validationError } from "../wire/cloudError";
import type { Call } from "./operation";

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextToken: string | undefined;
}

/**
 * One page of a list. `subject` says what the list is of, so that a token for one list does not open another. A list that
 * grows at its start while it is read passes `fromEnd`, which keeps positions counted from its end.
 */
export function page<T>(call: Call, items: readonly T[], subject: string, size = 100, fromEnd = false): Page<T> {
  const token = call.input.text("NextToken");
  const position = token ? decode(token, subject) : fromEnd ? items.length : 0;
  const start = fromEnd ? items.length - position : position;
  if (start < 0 || start > items.length) {
    throw invalidToken();
  }
  const end = Math.min(items.length, start + size);
  const next = end < items.length ? encode(fromEnd ? items.length - end : end, subject) : undefined;
  return { items: items.slice(start, end), nextToken: next };
}

function encode(position: number, subject: string): string {
  return Buffer.from(JSON.stringify([position, subject])).toString("base64url");
}

function decode(token: string, subject: string): number {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, "base64url").toString("utf8"));
    if (Array.isArray(value) && Number.isSafeInteger(value[0]) && value[1] === subject) {
      return Number(value[0]);
    }
  } catch {
    // Not one of ours.
  }
  throw invalidToken();
}

function invalidToken(): Error {
  return validationError("Invalid NextToken");
}
