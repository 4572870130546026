import type { Component, Reference, Service } from "../../manifest/app";
import type { Note, SecretVariable } from "../export/exported";
import { referencesIn, type Source, sourcesOf } from "../export/variables";
import type { RenderContext } from "./context";

/** Render's names for the attributes of what it manages. */
const properties: Partial<Readonly<Record<Component["type"], Readonly<Record<string, string>>>>> = {
  postgres: {
    url: "connectionString",
    host: "host",
    port: "port",
    user: "user",
    password: "password",
    name: "database",
  },
  redis: { url: "connectionString", host: "host", port: "port" },
  web: { host: "host", port: "port" },
};

/** What Render tells a service with visitors about its own address. */
const ownAddress: Readonly<Record<string, string>> = { host: "RENDER_EXTERNAL_HOSTNAME", url: "RENDER_EXTERNAL_URL" };

type Value = Readonly<Record<string, unknown>>;

export interface EnvVars {
  readonly list: readonly Value[];
  readonly notes: readonly Note[];
  /** What is asked for. */
  readonly asked: readonly SecretVariable[];
}

/** `envVars` of a service. What Render cannot fill in is asked for where it was written, and told in any case. */
export function envVarsOf(context: RenderContext, service: Service): EnvVars {
  const notes: Note[] = [];
  const asked: SecretVariable[] = [];
  const sources = sourcesOf(context.app, service);
  const list = [...sources].flatMap(([key, source]): readonly Value[] => {
    const value = filled(context, source);
    if (value !== undefined) return [{ key, ...value }];
    const about =
      source.kind === "secret" && "from" in source.secret
        ? `The value of the secret ${source.secret.from}`
        : `Made from ${namesIn(source)}`;
    const injected = source.kind === "reference" && source.injected;
    if (source.kind !== "secret") {
      const rest = injected ? "The variable is not set." : "It is asked for when the Blueprint is applied.";
      const text = `Render cannot fill ${namesIn(source)} into ${key}. ${rest}`;
      notes.push({ component: service.name, path: source.path, text });
    }
    if (injected) return [];
    asked.push({ name: key, about: `${about}, for ${service.name}.` });
    return [{ key, sync: false }];
  });
  const port = service.type === "web" && !sources.has("PORT") ? [{ key: "PORT", value: String(service.port) }] : [];
  return { list: [...list, ...port], notes, asked };
}

/** Undefined where only a person knows it. */
function filled(context: RenderContext, source: Source): Value | undefined {
  if (source.kind === "secret") return "from" in source.secret ? undefined : { generateValue: true };
  if (source.kind === "reference") return ofReference(context, source.reference);
  const texts = source.value.map((part) => (typeof part === "string" ? part : context.literalOf(part)));
  return texts.every((text) => text !== undefined) ? { value: texts.join("") } : undefined;
}

function ofReference(context: RenderContext, reference: Reference): Value | undefined {
  const value = context.literalOf(reference);
  if (value !== undefined) return { value };
  const peer = context.app.components.get(reference.component);
  if (peer?.type === "load-balancer") {
    const front = context.frontOf(peer);
    const envVarKey = ownAddress[reference.attribute];
    return front && envVarKey ? { fromService: { type: "web", name: context.nameOf(front), envVarKey } } : undefined;
  }
  const property = peer && properties[peer.type]?.[reference.attribute];
  if (peer === undefined || property === undefined) return undefined;
  const name = context.nameOf(peer.name);
  return peer.type === "postgres"
    ? { fromDatabase: { name, property } }
    : { fromService: { type: context.kindOf(peer), name, property } };
}

/** `db.host and db.user` */
const namesIn = (source: Source): string =>
  referencesIn(source)
    .map(({ component, attribute }) => `${component}.${attribute}`)
    .join(" and ");
