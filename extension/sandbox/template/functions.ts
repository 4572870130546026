import { isMap, type Json } from "../state/json";
import { notSupported, validationError } from "../wire/cloudError";
import { cidr } from "./cidr";
import { asText, evaluate, type Scope } from "./evaluate";
import { splitAttribute } from "./readText";
import { causesOf, isList, NO_VALUE, Unknown, type Value } from "./value";

type Implementation = (argument: Json, scope: Scope) => Value;

function templateError(message: string): Error {
  return validationError(`Template error: ${message}`);
}

function list(argument: Json, name: string, minimum: number, maximum: number): readonly Json[] {
  if (!Array.isArray(argument) || argument.length < minimum || argument.length > maximum) {
    throw templateError(
      `${name} object requires a list of ${minimum === maximum ? minimum : `${minimum} to ${maximum}`} parameters.`,
    );
  }
  return argument;
}

function named(name: string, scope: Scope): Value {
  if (name === "AWS::NoValue") {
    return NO_VALUE;
  }
  const value = scope.parameter(name) ?? scope.resource(name);
  if (value === undefined) {
    throw validationError(
      `Template format error: Unresolved resource dependencies [${name}] in the Resources block of the template`,
    );
  }
  return value;
}

const ref: Implementation = (argument, scope) => {
  if (typeof argument !== "string") {
    throw templateError("the argument of Ref must be a string.");
  }
  return named(argument, scope);
};

const getAtt: Implementation = (argument, scope) => {
  const parts = typeof argument === "string" ? splitAttribute(argument) : argument;
  const [logicalId, name] = Array.isArray(parts) ? (parts as readonly Json[]) : [];
  const attribute = name === undefined ? undefined : evaluate(name, scope);
  if (typeof logicalId !== "string" || typeof attribute !== "string") {
    throw templateError(
      "every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute",
    );
  }
  return scope.attribute(logicalId, attribute);
};

/** Joins texts; unknown when one of them is. */
function concatenate(parts: readonly (string | Unknown)[], separator: string): Value {
  const causes = parts.flatMap((part) => (part instanceof Unknown ? part.causes : []));
  return parts.some((part) => part instanceof Unknown) ? new Unknown(causes) : parts.join(separator);
}

const join: Implementation = (argument, scope) => {
  const [separator, items] = list(argument, "Fn::Join", 2, 2);
  const values = evaluate(items ?? null, scope);
  if (values instanceof Unknown) {
    return values;
  }
  if (typeof separator !== "string" || !isList(values)) {
    throw templateError(
      "every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings to be joined.",
    );
  }
  return concatenate(
    values.map((value) => asText(value, "Fn::Join")),
    separator,
  );
};

const sub: Implementation = (argument, scope) => {
  const [text, variables] = Array.isArray(argument) ? list(argument, "Fn::Sub", 2, 2) : [argument];
  if (typeof text !== "string" || (variables !== undefined && !isMap(variables))) {
    throw templateError(
      "One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string",
    );
  }
  const local = isMap(variables) ? variables : {};
  const parts: (string | Unknown)[] = [];
  let end = 0;
  for (const match of text.matchAll(/\$\{([^${}]*)\}/g)) {
    const name = (match[1] ?? "").trim();
    parts.push(
      text.slice(end, match.index),
      name.startsWith("!") ? `\${${name.slice(1)}}` : substitute(name, local, scope),
    );
    end = match.index + match[0].length;
  }
  return concatenate([...parts, text.slice(end)], "");
};

function substitute(name: string, local: { readonly [name: string]: Json }, scope: Scope): string | Unknown {
  if (Object.hasOwn(local, name)) {
    return asText(evaluate(local[name] ?? null, scope), "Fn::Sub");
  }
  const [logicalId = "", attribute] = splitAttribute(name);
  return asText(attribute === undefined ? named(name, scope) : scope.attribute(logicalId, attribute), "Fn::Sub");
}

const select: Implementation = (argument, scope) => {
  const [position, items] = list(argument, "Fn::Select", 2, 2);
  const index = evaluate(position ?? null, scope);
  const values = evaluate(items ?? null, scope);
  if (values instanceof Unknown || index instanceof Unknown) {
    return new Unknown([...causesOf(index), ...causesOf(values)]);
  }
  const value = isList(values) ? values[Number(index)] : undefined;
  if (value === undefined || value === null) {
    throw templateError(`Fn::Select cannot select nonexistent value at index ${String(index)}`);
  }
  return value;
};

const split: Implementation = (argument, scope) => {
  const [separator, source] = list(argument, "Fn::Split", 2, 2);
  const text = asText(evaluate(source ?? null, scope), "Fn::Split");
  if (typeof separator !== "string" || separator === "") {
    throw templateError(
      "every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.",
    );
  }
  return text instanceof Unknown ? text : text.split(separator);
};

const choose: Implementation = (argument, scope) => {
  const [condition, yes, no] = list(argument, "Fn::If", 3, 3);
  const holds = typeof condition === "string" ? scope.conditions.get(condition) : undefined;
  if (holds === undefined) {
    throw templateError(`unresolved condition dependency ${String(condition)} in the Resources block of the template`);
  }
  return evaluate((holds ? yes : no) ?? null, scope);
};

const findInMap: Implementation = (argument, scope) => {
  const [map, top, second] = list(argument, "Fn::FindInMap", 3, 3).map((key) => evaluate(key, scope));
  let value: Json | undefined = scope.mappings;
  for (const key of [map, top, second]) {
    const name = String(key);
    value = isMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  if (value === undefined) {
    throw templateError(`Unable to get mapping for ${String(map)}::${String(top)}::${String(second)}`);
  }
  return value;
};

const zones: Implementation = (argument, scope) => {
  const region = evaluate(argument, scope);
  const name = region === "" ? scope.region : String(region);
  return ["a", "b", "c"].map((zone) => `${name}${zone}`);
};

const base64: Implementation = (argument, scope) => {
  const text = asText(evaluate(argument, scope), "Fn::Base64");
  return text instanceof Unknown ? text : Buffer.from(text).toString("base64");
};

const blocks: Implementation = (argument, scope) => {
  const [block = null, count, bits] = list(argument, "Fn::Cidr", 2, 3).map((item) => evaluate(item, scope));
  const known = asText(block, "Fn::Cidr");
  return known instanceof Unknown ? known : cidr(known, Number(count), bits === undefined ? 8 : Number(bits));
};

const refuse =
  (name: string): Implementation =>
  () => {
    throw notSupported(`The function ${name}`);
  };

/** The intrinsic functions of values; those of conditions are in `conditions.ts`. */
export const functions: ReadonlyMap<string, Implementation> = new Map([
  ["Ref", ref],
  ["Fn::GetAtt", getAtt],
  ["Fn::Join", join],
  ["Fn::Sub", sub],
  ["Fn::Select", select],
  ["Fn::Split", split],
  ["Fn::If", choose],
  ["Fn::FindInMap", findInMap],
  ["Fn::GetAZs", zones],
  ["Fn::Base64", base64],
  ["Fn::Cidr", blocks],
  ["Fn::ImportValue", refuse("Fn::ImportValue")],
  ["Fn::Transform", refuse("Fn::Transform")],
  ["Fn::ForEach", refuse("Fn::ForEach")],
  ["Fn::Length", refuse("Fn::Length")],
  ["Fn::ToJsonString", refuse("Fn::ToJsonString")],
  ["Fn::GetStackOutput", refuse("Fn::GetStackOutput")],
]);
