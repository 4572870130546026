import type { PropertySpecification, PropertyType, ResourceSpecification, Specification } from "./read";

/** Something a resource's properties must not have. `pointer` is `#/DefaultActions/0`, as AWS writes it. */
export interface Violation {
  readonly pointer: string;
  readonly message: string;
}

type Properties = ReadonlyMap<string, PropertySpecification>;

/** A value that is known only later, such as an intrinsic function; it fits every type. */
export type IsUnknown = (value: unknown) => boolean;

const TAG: Properties = new Map([
  ["Key", { type: { kind: "string" }, required: true, update: "mutable" }],
  ["Value", { type: { kind: "string" }, required: true, update: "mutable" }],
  ["PropagateAtLaunch", { type: { kind: "boolean" }, required: false, update: "mutable" }],
]);

function nameOf(value: unknown): string {
  if (Array.isArray(value)) {
    return "JSONArray";
  }
  switch (typeof value) {
    case "string":
      return "String";
    case "boolean":
      return "Boolean";
    case "number":
      return Number.isInteger(value) ? "Integer" : "BigDecimal";
    default:
      return value === null ? "Null" : "JSONObject";
  }
}

class Checker {
  readonly violations: Violation[] = [];

  constructor(
    private readonly specification: Specification,
    private readonly isUnknown: IsUnknown,
  ) {}

  object(value: unknown, properties: Properties, pointer: string): void {
    if (this.isUnknown(value)) {
      return;
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      this.expected("JSONObject", value, pointer);
      return;
    }
    for (const [name, property] of properties) {
      if (property.required && !Object.hasOwn(value, name)) {
        this.violations.push({ pointer, message: `required key [${name}] not found` });
      }
    }
    for (const [name, child] of Object.entries(value)) {
      const property = properties.get(name);
      if (property) {
        this.value(child, property.type, `${pointer}/${name}`);
      } else {
        this.violations.push({ pointer, message: `extraneous key [${name}] is not permitted` });
      }
    }
  }

  value(value: unknown, type: PropertyType, pointer: string): void {
    if (this.isUnknown(value)) {
      return;
    }
    switch (type.kind) {
      case "json":
        break;
      case "list":
        this.elements(value, type.element, pointer);
        break;
      case "map":
        this.entries(value, type.element, pointer);
        break;
      case "object":
        this.object(value, this.specification.definition(type.definition), pointer);
        break;
      case "tag":
        this.object(value, TAG, pointer);
        break;
      case "union":
        this.either(value, type.members, pointer);
        break;
      default:
        this.primitive(value, type.kind, pointer);
        break;
    }
  }

  private elements(value: unknown, element: PropertyType, pointer: string): void {
    if (!Array.isArray(value)) {
      this.expected("JSONArray", value, pointer);
      return;
    }
    value.forEach((item, index) => {
      this.value(item, element, `${pointer}/${index}`);
    });
  }

  private entries(value: unknown, element: PropertyType, pointer: string): void {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      this.expected("JSONObject", value, pointer);
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      this.value(item, element, `${pointer}/${key}`);
    }
  }

  /** No violation when one member fits; otherwise those of the member that comes nearest. */
  private either(value: unknown, members: readonly PropertyType[], pointer: string): void {
    let nearest: readonly Violation[] | undefined;
    for (const member of members) {
      const attempt = new Checker(this.specification, this.isUnknown);
      attempt.value(value, member, pointer);
      if (attempt.violations.length === 0) {
        return;
      }
      if (nearest === undefined || attempt.violations.length < nearest.length) {
        nearest = attempt.violations;
      }
    }
    this.violations.push(...(nearest ?? []));
  }

  /** CloudFormation turns strings into numbers and booleans and back, so only what cannot be turned is wrong. */
  private primitive(value: unknown, kind: "string" | "integer" | "number" | "boolean", pointer: string): void {
    if (typeof value === "object") {
      this.expected(kind === "number" ? "Number" : kind.charAt(0).toUpperCase() + kind.slice(1), value, pointer);
    } else if (kind === "integer" && !/^[-+]?\d+$/.test(String(value))) {
      this.expected("Integer", value, pointer);
    } else if (kind === "number" && !/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(String(value))) {
      this.expected("Number", value, pointer);
    } else if (kind === "boolean" && !/^(true|false)$/i.test(String(value))) {
      this.expected("Boolean", value, pointer);
    }
  }

  private expected(wanted: string, value: unknown, pointer: string): void {
    this.violations.push({ pointer, message: `expected type: ${wanted}, found: ${nameOf(value)}` });
  }
}

/**
 * Checks a resource's properties against its type: unknown keys, missing required keys and values of the wrong type, in
 * CloudFormation's words. `isUnknown` names values that cannot be judged yet.
 */
export function checkProperties(
  specification: Specification,
  resource: ResourceSpecification,
  properties: unknown,
  isUnknown: IsUnknown = () => false,
): readonly Violation[] {
  const checker = new Checker(specification, isUnknown);
  checker.object(properties ?? {}, resource.properties, "#");
  return checker.violations;
}
