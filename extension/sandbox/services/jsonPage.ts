import { CloudError } from "../wire/cloudError";
import type { JsonCall } from "./jsonOperation";

/** One page of a list, and the token of the next. Throws a `CloudError` for a token that is none. */
export function jsonPage<T>(
  { input }: JsonCall,
  items: readonly T[],
  size: number,
): { readonly items: readonly T[]; readonly nextToken: string | undefined } {
  const token = input.text("nextToken");
  const start = token === undefined ? 0 : Number(Buffer.from(token, "base64url").toString());
  if (!Number.isSafeInteger(start) || start < 0 || start > items.length) {
    throw new CloudError("InvalidParameterException", "The specified nextToken is invalid.");
  }
  const end = start + Math.max(1, Math.floor(size));
  return {
    items: items.slice(start, end),
    nextToken: end < items.length ? Buffer.from(String(end)).toString("base64url") : undefined,
  };
}
