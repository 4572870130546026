import type { Manifest } from "../manifest";
import { prefixOf } from "../meaning/summarize";
import { isMap } from "./difference";
import type { Json, Operation } from "./operation";
import { fieldOf } from "./operations/connect";

/** The components in which a connection's variables are called after the component that it leads to. */
export const calledAfter = (manifest: Manifest, name: string): readonly string[] =>
  manifest.components.flatMap((component) =>
    isCalledAfter(fieldOf(manifest, component.name, "connections"), name) ? [component.name] : [],
  );

/** What keeps the variables of all connections to a component called as they are, whatever it is renamed to. */
export function keepPrefix(manifest: Manifest, name: string): readonly Operation[] {
  return calledAfter(manifest, name).map((component) => {
    const connections = fieldOf(manifest, component, "connections");
    const others = Array.isArray(connections)
      ? Object.fromEntries(connections.map((to) => [String(to), {}]))
      : (connections as { readonly [to: string]: Json });
    const value = { ...others, [name]: { as: prefixOf(name) } };
    return { kind: "setField", component, path: ["connections"], value };
  });
}

/** A connection injects variables named after the component, unless it says `as`. */
function isCalledAfter(connections: Json | undefined, name: string): boolean {
  if (Array.isArray(connections)) return connections.includes(name);
  if (!isMap(connections) || !Object.hasOwn(connections, name)) return false;
  const connection = connections[name];
  return !isMap(connection) || connection["as"] === undefined;
}
