import type { App } from "../../../manifest/app";
import type { Path } from "../../../manifest/problem";
import { pascal } from "../logicalId";
import type { Synthesis } from "../synthesis";
import type { Resource } from "../template";
import { type Effects, effects } from "./effects";

/** A property of a resource in a template; without `property`, the whole resource. */
export interface TemplatePlace {
  readonly logicalId: string;
  readonly property?: string;
}

/**
 * What a field of the manifest decides in a template.
 * @param path in the model's terms, as `["components", "db", "size"]`; below a field, the field counts
 * @returns whether a property of a resource, or `DependsOn` and the like, may be another when the field is
 */
export function decides(app: App, path: Path): (logicalId: string, property: string) => boolean {
  const [section, name, field] = path;
  if (section === "tags") return () => false;
  if (section !== "components" || typeof name !== "string") return () => true;
  const component = app.components.get(name);
  const rules = component && typeof field === "string" ? effects[component.type][field] : undefined;
  if (rules === undefined) return () => true;
  const matchers = compile(name, rules);
  return (logicalId, property) =>
    matchers.some(({ id, properties }) => id.test(logicalId) && covers(properties, property));
}

/** Where a field of the manifest has become something: the way from the text to the template. */
export function placesOf(app: App, { template }: Pick<Synthesis, "template">, path: Path): readonly TemplatePlace[] {
  const [section, name, field] = path;
  const component = section === "components" && typeof name === "string" ? app.components.get(name) : undefined;
  const rules = component && typeof field === "string" ? effects[component.type][field] : undefined;
  if (component === undefined || rules === undefined) return [];
  return compile(component.name, rules).flatMap(({ id, properties, own }) =>
    Object.entries(template.Resources).flatMap(([logicalId, resource]): TemplatePlace[] => {
      if (!own || !id.test(logicalId)) return [];
      if (properties.includes("*")) return [{ logicalId }];
      return properties.filter((property) => has(resource, property)).map((property) => ({ logicalId, property }));
    }),
  );
}

/**
 * The field of the manifest that a property of a resource was made from: the way from the template to the text.
 * @param property the first step below `Properties`, or `DependsOn` and the like; without it, the resource as a whole
 * @returns where that stands in the text; where the resource comes from, when no single field decides the property
 */
export function fieldOf(app: App, synthesis: Pick<Synthesis, "origins">, logicalId: string, property?: string): Path {
  const origin = synthesis.origins.get(logicalId);
  const name = origin?.component;
  const component = name === undefined ? undefined : app.components.get(name);
  if (origin === undefined) return [];
  if (component === undefined || property === undefined) return origin.path;
  const named = Object.entries(effects[component.type]).flatMap(([field, rules]) =>
    compile(component.name, rules)
      .filter(({ id, own, properties }) => own && id.test(logicalId) && properties.includes(property))
      .map(() => field),
  );
  const [only, ...others] = new Set(named);
  return only === undefined || others.length > 0 ? origin.path : app.source(["components", component.name, only]);
}

interface Matcher {
  readonly id: RegExp;
  readonly properties: readonly string[];
  /** The resource is the component's own, and not one that it only has a share in. */
  readonly own: boolean;
}

function compile(component: string, rules: Effects): readonly Matcher[] {
  return Object.entries(rules).map(([target, properties]) => {
    const [, scope, role = ""] = /^(?:(any|stack):)?(.*)$/.exec(target) ?? [];
    const owner = scope === "any" ? "[A-Za-z0-9]*" : scope === "stack" ? "" : pascal(component);
    const rest = role === "" ? ".*" : role.endsWith("*") ? `${role.slice(0, -1)}.*` : role;
    return { id: new RegExp(`^${owner}${rest}$`), properties, own: scope === undefined };
  });
}

const covers = (properties: readonly string[], property: string): boolean =>
  properties.includes("*") || properties.includes(property);

function has(resource: Resource, property: string): boolean {
  return Object.hasOwn(resource.Properties ?? {}, property) || Object.hasOwn(resource, property);
}
