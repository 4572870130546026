import { t } from "../../l10n";
import type { ComponentEntry, Manifest } from "../../manifest";
import { toJson } from "../../manifest";
import { componentTypes } from "../../schema";
import type { Change } from "../change";
import { isMap } from "../difference";
import type { Json } from "../operation";
import { refuse } from "../refusal";
import { write } from "../write";
import { componentOf } from "./names";

/** A connection in the form the component has, list or map; from a load balancer, a route. */
export function connect(manifest: Manifest, from: string, to: string): readonly Change[] {
  const source = componentOf(manifest, from);
  const target = componentOf(manifest, to);
  requireFit(source, target);
  return source.type === "load-balancer" ? addRoute(manifest, from, to) : addConnection(manifest, from, to);
}

/** Ends the edit unless the two can be connected. */
export function requireFit(source: ComponentEntry, target: ComponentEntry): void {
  if (source.name === target.name) refuse(t`\`${source.name}\` cannot be connected to itself.`);
  const info = componentTypes.get(source.type ?? "");
  const other = componentTypes.get(target.type ?? "");
  if (info === undefined) refuse(t`\`${source.name}\` has no known type yet.`);
  if (other === undefined) refuse(t`\`${target.name}\` has no known type yet.`);
  if (info.connects.includes(other.type)) return;
  const possible = info.connects.map((type) => componentTypes.get(type)?.label ?? type).join(", ");
  const rule =
    possible === ""
      ? t`it starts no connections; connect a service to it instead`
      : t`it can be connected only to: ${possible}`;
  refuse(t`\`${source.name}\` (${info.label}) cannot be connected to \`${target.name}\` (${other.label}): ${rule}.`);
}

function addConnection(manifest: Manifest, from: string, to: string): readonly Change[] {
  const path = ["components", from, "connections"];
  const existing = fieldOf(manifest, from, "connections");
  if (existing === undefined || existing === null) return write(manifest, path, [to]);
  if (Array.isArray(existing)) {
    if (existing.includes(to)) return refuse(t`\`${from}\` is connected to \`${to}\` already.`);
    return write(manifest, [...path, existing.length], to);
  }
  if (!isMap(existing))
    return refuse(t`\`connections\` of \`${from}\` is neither a list nor a map; correct it in the text.`);
  if (Object.hasOwn(existing, to)) return refuse(t`\`${from}\` is connected to \`${to}\` already.`);
  return write(manifest, [...path, to], {});
}

export function addRoute(manifest: Manifest, from: string, to: string): readonly Change[] {
  const path = ["components", from, "routes"];
  const existing = fieldOf(manifest, from, "routes") ?? [];
  if (!Array.isArray(existing)) return refuse(t`\`routes\` of \`${from}\` is not a list; correct it in the text.`);
  const routes = existing.filter(isMap);
  if (routes.some((route) => route["to"] === to)) return refuse(t`\`${from}\` has a route to \`${to}\` already.`);
  const taken = new Set(routes.filter((route) => route["host"] === undefined).map((route) => route["path"] ?? "/"));
  const free = ["/", `/${to}`, ...routes.map((_, index) => `/${to}-${index + 2}`)].find((one) => !taken.has(one));
  const route: Json = { to, path: free ?? "/" };
  return existing.length === 0 ? write(manifest, path, [route]) : write(manifest, [...path, existing.length], route);
}

/** A component's field with aliases and merge keys resolved. */
export function fieldOf(manifest: Manifest, component: string, field: string): Json | undefined {
  const { value } = componentOf(manifest, component);
  const entry = value && manifest.entriesOf(value).find(({ key }) => String(key.value) === field);
  return entry && toJson(manifest, entry.value);
}
