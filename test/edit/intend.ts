import type { Json, Operation } from "../../extension/manifest/edit/operation";
import type { Path } from "../../extension/manifest/problem";

type Map = { [key: string]: Json };

/** What an operation means, said on plain JSON: the text edits must come to the same. */
export function intend(before: Json, operation: Operation): Json {
  const json = structuredClone(before) as Map;
  switch (operation.kind) {
    case "addComponent":
      put(json, ["components", operation.name], operation.fields);
      if (operation.position) put(json, ["canvas", operation.name], operation.position.map(Math.round));
      break;
    case "removeComponent":
      removeComponent(json, operation.name);
      break;
    case "renameComponent":
      return rename(json, operation.name, operation.to);
    case "setField":
      put(json, fieldPath(operation), operation.value);
      break;
    case "removeField":
      drop(json, fieldPath(operation), 2);
      break;
    case "setValue":
      put(json, operation.path, operation.value);
      break;
    case "removeValue":
      drop(json, operation.path, operation.path.length);
      break;
    case "connect":
      connect(json, operation.from, operation.to);
      break;
    case "disconnect":
      dropFrom(componentsOf(json)[operation.from] as Map, operation.to, true);
      break;
    case "moveComponents":
      for (const [name, position] of Object.entries(operation.positions)) put(json, ["canvas", name], [...position]);
      break;
  }
  return json;
}

function fieldPath({ component, path, environment }: { component: string; path: Path; environment?: string }): Path {
  return environment === undefined
    ? ["components", component, ...path]
    : ["environments", environment, "components", component, ...path];
}

function put(at: Json, path: Path, value: Json): void {
  const [step = "", ...rest] = path;
  const map = at as Map;
  if (rest.length === 0) {
    map[String(step)] = value;
    return;
  }
  const inner = map[String(step)];
  if (typeof inner !== "object" || inner === null) map[String(step)] = {};
  put(map[String(step)] ?? {}, rest, value);
}

/** Takes out a value, and the parents that are then empty, but never the first `kept` steps. */
function drop(json: Json, path: Path, kept: number): void {
  const parent = path.slice(0, -1).reduce<Json>((at, step) => (at as Map)[String(step)] ?? {}, json);
  if (Array.isArray(parent)) parent.splice(Number(path.at(-1)), 1);
  else delete (parent as Map)[String(path.at(-1))];
  if (Object.keys(parent as Map).length === 0 && path.length - 1 > kept) drop(json, path.slice(0, -1), kept);
}

function componentsOf(json: Map): Map {
  return (json["components"] ?? {}) as Map;
}

function environmentsOf(json: Map): Map[] {
  return Object.values((json["environments"] ?? {}) as Map).map((environment) => (environment ?? {}) as Map);
}

function dropFrom(component: Map, name: string, isBase: boolean): void {
  const { connections, routes } = component;
  const had = Object.keys((connections ?? {}) as Map).length > 0;
  if (Array.isArray(connections)) component["connections"] = connections.filter((one) => one !== name);
  else if (typeof connections === "object" && connections !== null) delete (connections as Map)[name];
  if (Array.isArray(routes)) component["routes"] = routes.filter((route) => (route as Map)["to"] !== name);
  if (isBase && had && Object.keys(component["connections"] as Map).length === 0) delete component["connections"];
}

function removeComponent(json: Map, name: string): void {
  delete componentsOf(json)[name];
  for (const component of Object.values(componentsOf(json))) dropFrom(component as Map, name, true);
  for (const environment of environmentsOf(json)) {
    const overrides = environment["components"] as Map | undefined;
    if (overrides === undefined) continue;
    const had = name in overrides;
    delete overrides[name];
    for (const override of Object.values(overrides)) dropFrom(override as Map, name, false);
    if (had && Object.keys(overrides).length === 0) delete environment["components"];
  }
  const canvas = json["canvas"] as Map | undefined;
  if (canvas !== undefined && name in canvas) {
    delete canvas[name];
    if (Object.keys(canvas).length === 0) delete json["canvas"];
  }
}

function rename(json: Map, name: string, to: string): Json {
  const key = (from: string): string => (from === name ? to : from);
  const keys = (map: Json | undefined): Json =>
    Object.fromEntries(Object.entries((map ?? {}) as Map).map(([from, value]) => [key(from), value]));
  const strings = (value: Json): Json => {
    if (typeof value === "string") return value.replaceAll(`\${{ ${name}.`, `\${{ ${to}.`);
    if (Array.isArray(value)) return value.map(strings);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([from, inner]) => [from, strings(inner)]));
  };
  const component = (value: Json): Json => {
    const map = { ...(value as Map) };
    const { connections, routes } = map;
    if (Array.isArray(connections)) map["connections"] = connections.map((one) => key(String(one)));
    else if (connections !== undefined) map["connections"] = keys(connections);
    if (Array.isArray(routes))
      map["routes"] = routes.map((route) => ({ ...(route as Map), to: key(String((route as Map)["to"])) }));
    return map;
  };
  const all = (map: Json | undefined): Json =>
    Object.fromEntries(Object.entries((map ?? {}) as Map).map(([from, value]) => [key(from), component(value)]));
  const result = strings(json) as Map;
  result["components"] = all(result["components"]);
  if (result["canvas"] !== undefined) {
    const { [to]: stray, ...canvas } = result["canvas"] as Map;
    void stray;
    if (Object.keys(canvas).length === 0) delete result["canvas"];
    else result["canvas"] = keys(canvas);
  }
  for (const environment of environmentsOf(result)) {
    if (environment["components"] !== undefined) environment["components"] = all(environment["components"]);
  }
  return result;
}

function connect(json: Map, from: string, to: string): void {
  const component = componentsOf(json)[from] as Map;
  if (component["type"] === "load-balancer") {
    const routes = (component["routes"] ?? []) as Map[];
    const taken = routes.filter(({ host }) => host === undefined).map(({ path }) => path ?? "/");
    component["routes"] = [...routes, { to, path: taken.includes("/") ? `/${to}` : "/" }];
    return;
  }
  const { connections } = component;
  if (Array.isArray(connections) || connections === undefined) component["connections"] = [...(connections ?? []), to];
  else (connections as Map)[to] = {};
}
