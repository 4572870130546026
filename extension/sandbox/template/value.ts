import { isMap, type Json } from "../state/json";

/** Something that a value comes from and that is not known before a deployment. */
export interface Cause {
  readonly source: "ResourceReference" | "ResourceAttribute";
  /** `Database` or `Database.Endpoint.Address`. */
  readonly entity: string;
}

/** A value that only a deployment can give. */
export class Unknown {
  constructor(readonly causes: readonly Cause[]) {}
}

/** An evaluated value, parts of which may not be known yet. */
export type Value = string | number | boolean | null | Unknown | readonly Value[] | { readonly [key: string]: Value };

/** How CloudFormation writes a value that it does not know before the deployment. */
export const KNOWN_AFTER_APPLY = "{{changeSet:KNOWN_AFTER_APPLY}}";

/** `Ref: AWS::NoValue`: the property or list item is left out. */
export const NO_VALUE = new Unknown([]);

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isObject(value: Value): value is { readonly [key: string]: Value } {
  return !(value instanceof Unknown) && isMap(value);
}

/** Plain JSON, with CloudFormation's mark in place of what is not known. */
export function toJson(value: Value): Json {
  if (value instanceof Unknown) {
    return KNOWN_AFTER_APPLY;
  }
  if (isList(value)) {
    return value.map(toJson);
  }
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
  }
  return value;
}

/** Every cause of not knowing, anywhere in the value. */
export function causesOf(value: Value): readonly Cause[] {
  if (value instanceof Unknown) {
    return value.causes;
  }
  if (isList(value)) {
    return value.flatMap(causesOf);
  }
  return isObject(value) ? Object.values(value).flatMap(causesOf) : [];
}
