import type { Json } from "../manifest/edit/operation";
import { parseTemplate } from "../manifest/references";
import type { PictureEdge } from "./messages";
import { isMap, type JsonMap } from "./summary";

/** A component as an environment has it. */
export interface Drawn {
  readonly name: string;
  readonly fields: JsonMap;
}

/**
 * What leads from a component to another: connections and routes, and references where neither is declared. One edge for
 * each pair and kind; what leads nowhere is a problem of the text and not drawn.
 */
export function edgesOf(components: readonly Drawn[]): readonly PictureEdge[] {
  const names = new Set(components.map(({ name }) => name));
  return components.flatMap(({ name, fields }) => {
    const declared = [...connections(name, fields["connections"]), ...routes(name, fields["routes"])].filter(({ to }) =>
      names.has(to),
    );
    const reached = new Set(declared.map(({ to }) => to));
    const inferred = [...referenced(fields)].filter((to) => to !== name && names.has(to) && !reached.has(to));
    return [...declared, ...inferred.map((to): PictureEdge => ({ from: name, to, kind: "reference" }))];
  });
}

function connections(from: string, written: Json | undefined): readonly PictureEdge[] {
  if (Array.isArray(written)) {
    const names = new Set(written.filter((name) => typeof name === "string"));
    return [...names].map((to) => ({ from, to, kind: "connection" }));
  }
  if (!isMap(written)) return [];
  return Object.entries(written).map(([to, connection]) => {
    const prefix = isMap(connection) ? connection["as"] : undefined;
    const renamed = typeof prefix === "string" && prefix !== to.toUpperCase().replaceAll("-", "_");
    return { from, to, kind: "connection", ...(renamed && { label: prefix }) };
  });
}

function routes(from: string, written: Json | undefined): readonly PictureEdge[] {
  if (!Array.isArray(written)) return [];
  const labels = new Map<string, string[]>();
  for (const route of written) {
    const to = isMap(route) ? route["to"] : undefined;
    if (!isMap(route) || typeof to !== "string") continue;
    const { host, path } = { host: textOf(route["host"]), path: textOf(route["path"]) || "/" };
    const label = host + (host !== "" && path === "/" ? "" : path);
    labels.set(to, [...(labels.get(to) ?? []), label]);
  }
  return [...labels].map(([to, parts]) => {
    const label = parts.join(", ");
    return { from, to, kind: "route", ...(label !== "/" && { label }) };
  });
}

function referenced(json: Json, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof json === "string") {
    if (json.includes("${{")) {
      for (const part of parseTemplate(json).parts) if (part.kind === "reference") found.add(part.component);
    }
  } else if (typeof json === "object" && json !== null) {
    for (const inner of Object.values(json)) referenced(inner, found);
  }
  return found;
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
