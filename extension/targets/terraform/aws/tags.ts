import { type Body, object } from "../hcl";
import { isObject, list, type Turn } from "./source";

/** `[{ Key, Value }]` as a map. */
export const tags: Turn = (value, source): Body => {
  const entries = list(value).flatMap((each) =>
    isObject(each) && typeof each["Key"] === "string" && each["Value"] !== undefined
      ? [[each["Key"], source.read(each["Value"])] as const]
      : [],
  );
  return { tags: object(Object.fromEntries(entries)) };
};
