import { isMap, type Json } from "../state/json";

/** Every `Fn::If` replaced by the branch that its condition takes. */
export function prune(value: Json, conditions: ReadonlyMap<string, boolean>): Json {
  if (Array.isArray(value)) {
    return value.map((item) => prune(item, conditions));
  }
  if (!isMap(value)) {
    return value;
  }
  const branches = value["Fn::If"];
  if (Object.keys(value).length === 1 && Array.isArray(branches)) {
    const [condition, yes, no] = branches as readonly Json[];
    return prune((conditions.get(String(condition)) ? yes : no) ?? null, conditions);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, prune(item, conditions)]));
}
