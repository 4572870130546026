import { isMap, type Json, type JsonMap } from "../state/json";
import { validationError } from "../wire/cloudError";
import { evaluate, type Scope } from "./evaluate";
import type { Template } from "./template";
import type { Value } from "./value";

class Conditions {
  readonly values = new Map<string, boolean>();
  private readonly underWay = new Set<string>();
  private readonly scope: Scope;

  constructor(
    private readonly template: Template,
    region: string,
    parameter: (name: string) => Value | undefined,
  ) {
    const refuse = (name: string): never => {
      throw validationError(
        `Template format error: Unresolved dependencies [${name}]. Cannot reference resources in the Conditions block of the template`,
      );
    };
    const { mappings } = template;
    this.scope = { region, mappings, conditions: this.values, parameter, resource: refuse, attribute: refuse };
  }

  named(name: string): boolean {
    const known = this.values.get(name);
    if (known !== undefined) {
      return known;
    }
    const definition = this.template.conditions.get(name);
    if (definition === undefined || this.underWay.has(name)) {
      const what = definition === undefined ? "Unresolved condition dependency" : "Circular dependency in condition";
      throw validationError(`Template format error: ${what} ${name} in the Conditions block of the template`);
    }
    this.underWay.add(name);
    const value = this.holds(definition);
    this.values.set(name, value);
    return value;
  }

  private holds(expression: Json): boolean {
    const [entry, ...rest] = isMap(expression) ? Object.entries(expression as JsonMap) : [];
    if (!entry || rest.length > 0) {
      throw validationError(
        "Template format error: Conditions can only be boolean operations on parameters and other conditions",
      );
    }
    const [name, argument] = entry;
    const list = Array.isArray(argument) ? (argument as readonly Json[]) : [argument];
    switch (name) {
      case "Condition":
        return this.named(String(argument));
      case "Fn::Equals": {
        const [left = null, right = null] = list.map((item) => evaluate(item, this.scope));
        return String(left) === String(right);
      }
      case "Fn::And":
        return list.map((item) => this.holds(item)).every(Boolean);
      case "Fn::Or":
        return list.map((item) => this.holds(item)).some(Boolean);
      case "Fn::Not":
        return !this.holds(list[0] ?? null);
      default:
        throw validationError(
          "Template format error: Conditions can only be boolean operations on parameters and other conditions",
        );
    }
  }
}

/** The truth of every condition in the template. */
export function evaluateConditions(
  template: Template,
  region: string,
  parameter: (name: string) => Value | undefined,
): ReadonlyMap<string, boolean> {
  const conditions = new Conditions(template, region, parameter);
  for (const name of template.conditions.keys()) {
    conditions.named(name);
  }
  return conditions.values;
}
