import { mask } from "../changeSet/mask";
import { canonical, isMap, type Json, type JsonMap } from "../state/json";
import type { PropertyDifference, ResourceDrift, ResourceRecord, StackRecord } from "../state/records";
import { isCustom } from "../template/isCustom";
import { injectedDrift } from "./injected";
import { isGone } from "./remove";

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Properties with what is otherwise laid over them; null takes a property away. */
function overlay(properties: Json | undefined, actual: Json): Json {
  if (!isMap(actual) || !isMap(properties)) {
    return actual;
  }
  const names = [...new Set([...Object.keys(properties), ...Object.keys(actual)])];
  const entries = names.flatMap((name): [string, Json][] => {
    const [before, after] = [properties[name], actual[name]];
    if (after === null) {
      return [];
    }
    return [[name, after === undefined ? (before ?? null) : overlay(before, after)]];
  });
  return Object.fromEntries(entries);
}

function compare(expected: Json | undefined, actual: Json | undefined, path: string): readonly PropertyDifference[] {
  if (canonical(expected) === canonical(actual)) {
    return [];
  }
  if (expected === undefined || actual === undefined) {
    const kind = expected === undefined ? "ADD" : "REMOVE";
    return [
      { path, kind, ...(expected === undefined ? {} : { expected }), ...(actual === undefined ? {} : { actual }) },
    ];
  }
  if (isMap(expected) && isMap(actual)) {
    const names = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return names.flatMap((name) => compare(expected[name], actual[name], `${path}/${name}`));
  }
  if (isList(expected) && isList(actual)) {
    const positions = Array.from({ length: Math.max(expected.length, actual.length) }, (_, index) => index);
    return positions.flatMap((index) => compare(expected[index], actual[index], `${path}/${index}`));
  }
  return [{ path, kind: "NOT_EQUAL", expected, actual }];
}

function driftOf(stack: StackRecord, resource: ResourceRecord, at: number): ResourceDrift {
  const { logicalId, physicalId, type, properties } = resource;
  const about = { logicalId, physicalId, type, expected: mask(JSON.stringify(properties), stack.goal), at };
  const other = resource.actual ?? injectedDrift(resource.metadata);
  if (other === "deleted") {
    return { ...about, status: "DELETED", differences: [] };
  }
  const actual: JsonMap = other === undefined ? properties : (overlay(properties, other) as JsonMap);
  const differences = compare(properties, actual, "");
  const status = differences.length > 0 ? "MODIFIED" : "IN_SYNC";
  return { ...about, status, differences, actual: mask(JSON.stringify(actual), stack.goal) };
}

/** How each resource of a stack is, against what the stack says. Custom resources cannot be looked at. */
export function findDrift(stack: StackRecord, at: number): readonly ResourceDrift[] {
  const present = stack.resources.filter((resource) => resource.physicalId !== "" && !isGone(resource));
  return present.filter(({ type }) => !isCustom(type)).map((resource) => driftOf(stack, resource, at));
}
