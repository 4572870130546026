import type {
  PropertySpecification,
  PropertyType,
  ResourceSpecification,
  Specification,
  UpdateBehaviour,
} from "./read";

function stronger(a: UpdateBehaviour, b: UpdateBehaviour): UpdateBehaviour {
  if (a === "immutable" || b === "immutable") {
    return "immutable";
  }
  return a === "conditional" || b === "conditional" ? "conditional" : "mutable";
}

/** The specification of a step below a value of this type; undefined where the specification does not look inside. */
function childOf(specification: Specification, type: PropertyType, step: string): PropertySpecification | undefined {
  switch (type.kind) {
    case "list":
    case "map":
      return { type: type.element, required: false, update: "mutable" };
    case "object":
      return specification.definition(type.definition).get(step);
    case "union":
      return type.members.map((member) => childOf(specification, member, step)).find((child) => child !== undefined);
    default:
      return undefined;
  }
}

/**
 * What a change at a path below `Properties` does to the resource: the strongest of the property's own behaviour and
 * that of every step below it. `path` is property names, list indices and map keys.
 */
export function updateBehaviour(
  specification: Specification,
  resource: ResourceSpecification,
  path: readonly string[],
): UpdateBehaviour {
  const [name, ...rest] = path;
  let current = name === undefined ? undefined : resource.properties.get(name);
  let behaviour: UpdateBehaviour = current?.update ?? "mutable";
  const named = name === undefined ? [] : [name];
  for (const step of rest) {
    const list = current?.type.kind === "list";
    current = current && childOf(specification, current.type, step);
    behaviour = stronger(behaviour, current?.update ?? "mutable");
    if (!list) {
      named.push(step);
    }
  }
  return resource.replacementPaths.includes(named.join(".")) ? "immutable" : behaviour;
}
