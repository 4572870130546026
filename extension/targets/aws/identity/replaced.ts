import { updateBehaviour } from "../specification/behaviour";
import type { Specification } from "../specification/read";
import type { Template } from "../template";

/** A resource that an update replaces: the new one stands before the old one goes. */
export interface Replacement {
  readonly logicalId: string;
  readonly type: string;
  /** The property whose change replaces it. */
  readonly property: string;
  /** AWS decides by the value whether it replaces; for `false` it always does. */
  readonly possibly: boolean;
}

/**
 * Which resources an update from one template to another replaces, as AWS publishes it of each property. A resource that
 * another replaces in its turn, through a reference, is not in the list: only a plan by CloudFormation knows those.
 */
export function replaced(before: Template, after: Template, specification: Specification): readonly Replacement[] {
  return Object.entries(before.Resources).flatMap(([logicalId, was]): Replacement[] => {
    const is = after.Resources[logicalId];
    const type = specification.type(was.Type);
    if (is === undefined || is.Type !== was.Type || type === undefined) return [];
    return differences(was.Properties, is.Properties).flatMap((path) => {
      const behaviour = updateBehaviour(specification, type, path);
      const [property = ""] = path;
      return behaviour === "mutable"
        ? []
        : [{ logicalId, type: was.Type, property, possibly: behaviour === "conditional" }];
    });
  });
}

/** Paths at which two values differ, as deep as both are maps or lists of one length. */
function differences(a: unknown, b: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (!isMap(a) || !isMap(b) || isFunction(a) || isFunction(b)) return path.length === 0 ? firstLevel(a, b) : [path];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => differences(a[key], b[key], [...path, key]));
}

/** Properties that one of the two has none of at all. */
function firstLevel(a: unknown, b: unknown): readonly (readonly string[])[] {
  return Object.keys((a ?? b ?? {}) as object).map((key) => [key]);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isFunction(value: Readonly<Record<string, unknown>>): boolean {
  const [key, ...rest] = Object.keys(value);
  return rest.length === 0 && key !== undefined && (key === "Ref" || key.startsWith("Fn::"));
}
