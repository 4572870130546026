import type { Json } from "../manifest/edit/operation";
import { isJsonMap, ownValue } from "../manifest/model/values";
import type { Path } from "../manifest/problem";

/** Something that the new version and the person have both changed, each in another way. */
export interface Conflict {
  readonly component: string;
  readonly path: Path;
  /** What the person has; it stays. Absent where it was taken out. */
  readonly kept: Json | undefined;
  /** What the new version has. Absent where it is left out. */
  readonly offered: Json | undefined;
}

export interface Merge {
  /** What only the new version has changed: the value at a path of the component, or that there is none any more. */
  readonly taken: readonly { readonly path: Path; readonly value: Json | undefined }[];
  readonly conflicts: readonly Conflict[];
}

/**
 * Compares what a component was, is, and is to be: what only the new version changed is taken, and what the person
 * changed is kept. Maps are compared key by key, anything else as a whole.
 */
export function mergeFields(
  component: string,
  base: Json | undefined,
  ours: Json | undefined,
  theirs: Json | undefined,
  path: Path = [],
): Merge {
  if (isSame(base, theirs) || isSame(ours, theirs)) return { taken: [], conflicts: [] };
  if (isJsonMap(ours) && isJsonMap(theirs) && (base === undefined || isJsonMap(base))) {
    const keys = new Set([...Object.keys(base ?? {}), ...Object.keys(theirs)]);
    const parts = [...keys].map((key) =>
      mergeFields(component, ownValue(base ?? {}, key), ownValue(ours, key), ownValue(theirs, key), [...path, key]),
    );
    return {
      taken: parts.flatMap(({ taken }) => taken),
      conflicts: parts.flatMap(({ conflicts }) => conflicts),
    };
  }
  if (isSame(base, ours)) return { taken: [{ path, value: theirs }], conflicts: [] };
  return { taken: [], conflicts: [{ component, path, kept: ours, offered: theirs }] };
}

/** Whether two values say the same, in whatever order their maps stand. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (isJsonMap(one) && isJsonMap(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length && keys.every((key) => isSame(ownValue(one, key), ownValue(other, key)))
    );
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  }
  return one === other;
}
