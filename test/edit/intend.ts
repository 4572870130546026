import type { Json, Operation, Position } from "../../extension/manifest/edit/operation";
import type { Path } from "../../extension/manifest/problem";

type Map = { [key: string]: Json };

/** What an operation means, said on plain JSON: the text edits must come to the same. */
export function intend(before: Json, operation: Operation): Json {
  const json = structuredClone(before) as Map;
  switch (operation.kind) {
    case "addComponent":
      put(json, ["components", operation.name], operation.fields);
      if (operation.position)
        put(
          json,
          ["canvas", operation.name],
          operation.position.map((part) => Math.round(part) + 0),
        );
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
      drop(json, operation.path, operation.path[0] === "canvas" ? 0 : operation.path.length);
      break;
    case "connect":
      connect(json, operation.from, operation.to);
      break;
    case "disconnect":
      dropFrom(componentsOf(json)[operation.from] as Map, operation.to, true);
      break;
    case "moveComponents":
      for (const [name, position] of Object.entries(operation.positions)) place(json, name, position);
      break;
    case "reconnect":
      reconnect(json, operation);
      break;
    case "pasteComponents":
      throw new Error("What pasting means is said by the test that pastes.");
  }
  return json;
}

function place(json: Map, name: string, position: Position | null): void {
  if (position !== null)
    put(
      json,
      ["canvas", name],
      position.map((part) => Math.round(part) + 0),
    );
  else if (name in ((json["canvas"] ?? {}) as Map)) drop(json, ["canvas", name], 0);
}

/** On the same component, the name changes where it stands; otherwise what the connection or the routes say moves along. */
function reconnect(json: Map, { from, to, newFrom, newTo }: Operation & { readonly kind: "reconnect" }): void {
  const source = componentsOf(json)[from] as Map;
  const { connections, routes } = source;
  if (from === newFrom) {
    const key = (name: string): string => (name === to ? newTo : name);
    if (Array.isArray(connections)) source["connections"] = connections.map((one) => key(String(one)));
    else if (connections !== undefined)
      source["connections"] = Object.fromEntries(
        Object.entries(connections as Map).map(([name, value]) => [key(name), value]),
      );
    if (Array.isArray(routes))
      source["routes"] = routes.map((route) => ({ ...(route as Map), to: key(String((route as Map)["to"])) }));
    return;
  }
  const said = Array.isArray(connections) ? undefined : (connections as Map | undefined)?.[to];
  const moved = Array.isArray(routes) ? (routes as Map[]).filter((route) => route["to"] === to) : [];
  dropFrom(source, to, true);
  const target = componentsOf(json)[newFrom] as Map;
  if (moved.length > 0 && target["type"] === "load-balancer") {
    target["routes"] = [...((target["routes"] ?? []) as Map[]), ...moved.map((route) => ({ ...route, to: newTo }))];
    return;
  }
  connect(json, newFrom, newTo);
  if (typeof said !== "object" || said === null || Object.keys(said).length === 0) return;
  const now = target["connections"];
  const map = Array.isArray(now) ? Object.fromEntries(now.map((name) => [String(name), {}])) : (now as Map);
  target["connections"] = { ...map, [newTo]: said };
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
  if (canvas === undefined) return;
  const groups = (canvas["$groups"] ?? {}) as Map;
  const before = Object.keys(groups).length;
  for (const [id, group] of Object.entries(groups)) {
    const members = (group as Map)["components"];
    if (!Array.isArray(members) || !members.includes(name)) continue;
    if (members.length === 1) delete groups[id];
    else (group as Map)["components"] = members.filter((one) => one !== name);
  }
  if (before > 0 && Object.keys(groups).length === 0) delete canvas["$groups"];
  const had = name in canvas || before > Object.keys(groups).length;
  delete canvas[name];
  if (had && Object.keys(canvas).length === 0) delete json["canvas"];
}

function rename(json: Map, name: string, to: string): Json {
  if (name === to) return json;
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
    else if (typeof connections === "object" && connections !== null) map["connections"] = keys(connections);
    if (Array.isArray(routes))
      map["routes"] = routes.map((route) =>
        "to" in (route as Map) ? { ...(route as Map), to: key(String((route as Map)["to"])) } : route,
      );
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
    for (const group of Object.values((canvas["$groups"] ?? {}) as Map)) {
      const members = (group as Map)["components"];
      if (Array.isArray(members)) (group as Map)["components"] = members.map((one) => key(String(one)));
    }
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
