import { updateBehaviour } from "../../targets/aws/specification/behaviour";
import type { Specification, UpdateBehaviour } from "../../targets/aws/specification/read";
import { canonical, type Json } from "../state/json";
import type { Policy, ResourceRecord, TagRecord } from "../state/records";
import { causesOf, isList, isObject, toJson, type Value } from "../template/value";

/** What a resource is to become. */
export interface Desired {
  readonly type: string;
  readonly properties: { readonly [name: string]: Value };
  readonly metadata: Json;
  readonly deletionPolicy: Policy;
  readonly updateReplacePolicy: Policy;
  /** The stack's tags, which CloudFormation puts on everything that can carry them. */
  readonly tags: readonly TagRecord[];
}

export interface Difference {
  readonly attribute: "Properties" | "Tags" | "Metadata" | "DeletionPolicy" | "UpdateReplacePolicy";
  /** Below the attribute: property names, list positions, map keys. */
  readonly path: readonly string[];
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  readonly behaviour: UpdateBehaviour;
}

interface Leaf {
  readonly path: readonly string[];
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** CloudFormation keeps every scalar as text, so `80` and `"80"` are the same to it. */
function same(before: Value | undefined, after: Value | undefined): boolean {
  if (before === undefined || after === undefined) {
    return before === after;
  }
  if (causesOf(after).length > 0) {
    return false;
  }
  if (isList(before) && isList(after)) {
    return before.length === after.length && before.every((item, index) => same(item, after[index]));
  }
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].every((key) => same(own(before, key), own(after, key)));
  }
  return !isList(before) && !isList(after) && !isObject(before) && !isObject(after) && String(before) === String(after);
}

function own(value: { readonly [key: string]: Value }, key: string): Value | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function compareLists(
  before: readonly Value[],
  after: readonly Value[],
  path: readonly string[],
  leaves: Leaf[],
): void {
  let start = 0;
  while (start < Math.min(before.length, after.length) && same(before[start], after[start])) {
    start += 1;
  }
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && same(before[before.length - 1 - end], after[after.length - 1 - end])) {
    end += 1;
  }
  const length = Math.max(before.length, after.length) - end;
  for (let index = start; index < length; index += 1) {
    const old = index < before.length - end ? before[index] : undefined;
    const next = index < after.length - end ? after[index] : undefined;
    compareValues(old, next, [...path, String(index)], leaves);
  }
}

function compareValues(
  before: Value | undefined,
  after: Value | undefined,
  path: readonly string[],
  leaves: Leaf[],
): void {
  if (same(before, after)) {
    return;
  }
  if (before !== undefined && after !== undefined && isList(before) && isList(after)) {
    compareLists(before, after, path, leaves);
  } else if (before !== undefined && after !== undefined && isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      compareValues(own(before, key), own(after, key), [...path, key], leaves);
    }
  } else {
    leaves.push({ path, before, after });
  }
}

/** What is different between a resource and what it is to become, one entry for each value. */
export function compareResource(
  current: ResourceRecord,
  desired: Desired,
  specification: Specification,
): readonly Difference[] {
  const resource = specification.type(current.type);
  const leaves: Leaf[] = [];
  compareValues(current.properties, desired.properties, [], leaves);
  const differences = leaves.map((leaf): Difference => {
    const isTag = resource?.tagProperty !== undefined && leaf.path[0] === resource.tagProperty;
    const behaviour = resource ? updateBehaviour(specification, resource, leaf.path) : "mutable";
    return { ...leaf, attribute: isTag ? "Tags" : "Properties", behaviour };
  });
  const others: [Difference["attribute"], Json, Json][] = [
    ["Metadata", current.metadata, desired.metadata],
    ["DeletionPolicy", current.deletionPolicy, desired.deletionPolicy],
    ["UpdateReplacePolicy", current.updateReplacePolicy, desired.updateReplacePolicy],
  ];
  if (resource?.tagProperty !== undefined) {
    others.push(["Tags", tagMap(current.tags), tagMap(desired.tags)]);
  }
  for (const [attribute, before, after] of others) {
    if (canonical(before) !== canonical(after)) {
      differences.push({ attribute, path: [], before, after, behaviour: "mutable" });
    }
  }
  return differences;
}

function tagMap(tags: readonly TagRecord[]): Json {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

export function isDynamic(difference: Difference): boolean {
  return difference.after !== undefined && causesOf(difference.after).length > 0;
}

/** Whether these differences make the resource anew. `undefined` when there are none. */
export function replacementOf(differences: readonly Difference[]): "True" | "False" | "Conditional" | undefined {
  if (differences.length === 0) {
    return undefined;
  }
  const isCertain = (difference: Difference) => difference.behaviour === "immutable" && !isDynamic(difference);
  if (differences.some(isCertain)) {
    return "True";
  }
  return differences.some(({ behaviour }) => behaviour !== "mutable") ? "Conditional" : "False";
}

/** A value as a change set shows it. */
export function shown(value: Value | undefined): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  const json = toJson(value);
  return typeof json === "string" ? json : JSON.stringify(json);
}
