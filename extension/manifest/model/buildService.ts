import type { Build, Connection, Scale, Secret, Service, Template } from "../app";
import type { Json } from "../edit/operation";
import { completeSize } from "../fargate";
import { prefixOf } from "../meaning/summarize";
import { parseTemplate } from "../references";
import { parseSize } from "../units";
import { ownValue, type Values } from "./values";

/** What all containers have in common. */
export function buildService(name: string, values: Values, isProtected: boolean) {
  const command = buildCommand(values.get("command"));
  const written = { cpu: ownValue(values.written, "cpu"), memory: ownValue(values.written, "memory") };
  const neither = written.cpu === undefined && written.memory === undefined;
  const size = completeSize(
    neither || written.cpu !== undefined ? values.number("cpu") : undefined,
    written.memory === undefined ? undefined : parseSize(String(written.memory)),
  );
  return {
    name,
    image: values.get("build") === undefined ? values.text("image") : buildImage(values.child("build")),
    ...(command !== undefined && { command }),
    ...size,
    env: sortedEntries(values.child("env")).map(([key, value]) => ({ name: key, value: buildTemplate(String(value)) })),
    secrets: sortedEntries(values.child("secrets")).map(([key]) =>
      buildSecret(key, values.child("secrets").child(key)),
    ),
    connections: buildConnections(values),
    volumes: sortedEntries(values.child("volumes")).map(([key, path]) => ({ name: key, path: String(path) })),
    architecture: values.text("architecture") as Service["architecture"],
    spot: values.flag("spot"),
    exec: values.flag("exec"),
    logs: { retentionDays: values.child("logs").optionalNumber("retentionDays") ?? (isProtected ? 90 : 30) },
  };
}

function buildImage(values: Values): Build {
  const target = values.optionalText("target");
  return {
    context: values.text("context"),
    dockerfile: values.text("dockerfile"),
    ...(target !== undefined && { target }),
    args: sortedEntries(values.child("args")).map(([name, value]) => ({ name, value: String(value) })),
  };
}

/** A string is for a shell; a list stands for itself. */
export function buildCommand(value: Json | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.map(String) : ["sh", "-c", String(value)];
}

export function buildScale(values: Values): Scale {
  const written = values.get("scale");
  if (typeof written === "number") return { min: written, max: written };
  const scale = values.child("scale");
  const optional = (name: "cpu" | "memory" | "requests") => {
    const value = scale.optionalNumber(name);
    return value === undefined ? {} : { [name]: value };
  };
  return {
    min: scale.number("min"),
    max: scale.number("max"),
    ...optional("cpu"),
    ...optional("memory"),
    ...optional("requests"),
  };
}

/** By code unit, so that the order is the same everywhere. */
function sortedEntries(values: Values): readonly (readonly [string, Json])[] {
  return Object.entries(values.written).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function buildTemplate(text: string): Template {
  return parseTemplate(text).parts.map((part) =>
    part.kind === "text"
      ? part.text
      : { component: part.component, attribute: part.attribute, urlencode: part.urlencode },
  );
}

function buildSecret(name: string, values: Values): Secret {
  const from = values.optionalText("from");
  return from === undefined
    ? { name, generate: { length: values.child("generate").number("length") } }
    : { name, from };
}

function buildConnections(values: Values): readonly Connection[] {
  const written = values.get("connections");
  if (Array.isArray(written)) return written.map((to) => ({ to: String(to), prefix: prefixOf(String(to)) }));
  const connections = values.child("connections");
  return connections.names.map((to) => ({ to, prefix: connections.child(to).optionalText("as") ?? prefixOf(to) }));
}
