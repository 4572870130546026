import { isMap, type Json, type JsonMap } from "../state/json";
import { validationError } from "../wire/cloudError";
import { functions } from "./functions";
import { isList, isObject, NO_VALUE, toJson, Unknown, type Value } from "./value";

/** What the names in a template stand for. */
export interface Scope {
  readonly region: string;
  readonly mappings: JsonMap;
  readonly conditions: ReadonlyMap<string, boolean>;
  /** A parameter's or pseudo parameter's value. */
  parameter(name: string): Value | undefined;
  /** What `Ref` gives for a resource; undefined when there is none. */
  resource(logicalId: string): Value | undefined;
  attribute(logicalId: string, name: string): Value;
}

function functionOf(value: JsonMap): [string, Json] | undefined {
  const [entry, ...rest] = Object.entries(value);
  return entry && rest.length === 0 && (entry[0] === "Ref" || entry[0].startsWith("Fn::")) ? entry : undefined;
}

/** Evaluates the intrinsic functions in a value. Throws CloudFormation's errors for functions used wrongly. */
export function evaluate(value: Json, scope: Scope): Value {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item) => evaluate(item, scope)).filter((item) => item !== NO_VALUE);
  }
  if (!isMap(value)) {
    return value;
  }
  const call = functionOf(value);
  if (!call) {
    const entries = Object.entries(value).map(([key, item]): [string, Value] => [key, evaluate(item, scope)]);
    return Object.fromEntries(entries.filter(([, item]) => item !== NO_VALUE));
  }
  const [name, argument] = call;
  const implementation = functions.get(name);
  if (!implementation) {
    throw validationError(`Template format error: Unrecognized function: ${name}`);
  }
  return implementation(argument, scope);
}

/** Text for a place that takes text, such as a part of `Fn::Join`. */
export function asText(value: Value, where: string): string | Unknown {
  if (value instanceof Unknown) {
    return value;
  }
  if (isList(value) || isObject(value) || value === null) {
    throw validationError(
      `Template error: every value in ${where} must be a string, not ${JSON.stringify(toJson(value))}.`,
    );
  }
  return String(value);
}
