import type { ComponentType } from "../app";
import type { Field } from "../fields";
import type { Range } from "../problem";
import { parseTemplate, type ReferenceAt, ScalarMap } from "../references";
import { report, type Walk } from "../shape/report";

/** What a component says about others and what others need to know of it, so that meaning is checked without the tree. */
export interface Summary {
  readonly type: ComponentType;
  readonly connections: readonly ConnectionUse[];
  readonly routes: readonly RouteUse[];
  readonly references: readonly ReferenceUse[];
  readonly variables: readonly VariableUse[];
  /** What a web component listens on. */
  readonly port?: PortUse;
  /** Where it asks to be scaled on requests. */
  readonly requests?: Range;
  /** Where it asks for its visitors to come back to the same task. */
  readonly sticky?: Range;
  /** Where it says how it is told to be healthy. */
  readonly health?: Range;
  readonly image?: { readonly name: string; readonly range: Range };
}

export interface ConnectionUse {
  readonly to: string;
  readonly prefix: string;
  /** The name's place. */
  readonly range: Range;
}

export interface RouteUse {
  readonly to: string;
  /** Host and path as the load balancer compares them. */
  readonly key: string;
  readonly range: Range;
  readonly toRange: Range;
  /** The port it names, and where. */
  readonly port?: PortUse;
}

export interface PortUse {
  readonly number: number;
  readonly range: Range;
}

export interface ReferenceUse {
  readonly component: string;
  readonly attribute: string;
  readonly componentRange: Range;
  readonly attributeRange: Range;
}

export interface VariableUse {
  readonly name: string;
  readonly kind: "env" | "secrets";
  readonly range: Range;
}

/** Reads a component, or what an environment changes at it; references that cannot be read are problems. */
export function summarize(walk: Walk, field: Field, type: ComponentType): Summary {
  const port = field.get("port");
  const requests = field.get("scale")?.get("requests");
  const sticky = field.get("sticky");
  const health = field.get("healthCheck");
  const image = field.get("image");
  return {
    type,
    connections: connectionsOf(field.get("connections")),
    routes: (field.get("routes")?.items ?? []).flatMap((item) => routeOf(item) ?? []),
    references: (field.get("env")?.entries ?? []).flatMap(([, value]) => referencesOf(walk, value)),
    ...(port?.number !== undefined && { port: { number: port.number, range: port.range } }),
    ...(requests !== undefined && { requests: requests.range }),
    ...(sticky !== undefined && { sticky: sticky.range }),
    ...(health !== undefined && { health: health.keyRange }),
    ...(image?.text !== undefined && { image: { name: image.text, range: image.range } }),
    variables: [...variablesOf(field, "env"), ...variablesOf(field, "secrets")],
  };
}

/** `my-db` injects `MY_DB_URL` and so on. */
export const prefixOf = (component: string): string => component.toUpperCase().replaceAll("-", "_");

function connectionsOf(field: Field | undefined): ConnectionUse[] {
  if (field?.node?.kind === "map") {
    return field.entries.map(([to, options]) => ({
      to,
      prefix: options.get("as")?.text ?? prefixOf(to),
      range: options.keyRange,
    }));
  }
  return (field?.items ?? []).flatMap((item) => {
    const to = item.text;
    return to === undefined ? [] : [{ to, prefix: prefixOf(to), range: item.range }];
  });
}

function routeOf(item: Field): RouteUse | undefined {
  const to = item.get("to");
  if (to?.text === undefined) return undefined;
  const path = (item.get("path")?.text ?? "/").replace(/\*$/, "").replace(/(?<=.)\/$/, "");
  const port = item.get("port");
  const named = port?.number === undefined ? {} : { port: { number: port.number, range: port.range } };
  return {
    ...named,
    to: to.text,
    key: `${item.get("host")?.text ?? "*"} ${path}`,
    range: item.range,
    toRange: to.range,
  };
}

function variablesOf(field: Field, kind: VariableUse["kind"]): VariableUse[] {
  return (field.get(kind)?.entries ?? []).map(([name, value]) => ({ name, kind, range: value.keyRange }));
}

function referencesOf(walk: Walk, value: Field): ReferenceUse[] {
  const { text } = value;
  if (text?.includes("${{") !== true) return [];
  const { parts, problems } = parseTemplate(text);
  const map = value.scalar && ScalarMap.of(value.scalar, walk.text);
  const place = (range: Range) => map?.range(range) ?? value.range;
  for (const { message, range } of problems) report(walk, "invalid-reference", place(range), message);
  return parts
    .filter((part): part is ReferenceAt => part.kind === "reference")
    .map(({ component, attribute, componentRange, attributeRange }) => ({
      component,
      attribute,
      componentRange: place(componentRange),
      attributeRange: place(attributeRange),
    }));
}
