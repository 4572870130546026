import type { App, Reference, Secret, Service, Template } from "../../manifest/app";
import type { Path } from "../../manifest/problem";
import { componentTypes } from "../../manifest/schema";
import { type Attributes, fill, type Piece } from "./template";

/** Where a variable's value comes from. A reference is all of it, and injected when no one wrote it but a connection. */
export type Source = (
  | { readonly kind: "reference"; readonly reference: Reference; readonly injected: boolean }
  | { readonly kind: "secret"; readonly secret: Secret }
  | { readonly kind: "text"; readonly value: Template }
) & { readonly path: Path };

/**
 * The variables of a service, sorted by name: what connections inject, then what `secrets` names, then what `env` says;
 * a later one of the same name wins, as on AWS.
 */
export function sourcesOf(app: App, service: Service): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  const base = ["components", service.name];
  for (const { to, prefix } of service.connections) {
    const peer = app.components.get(to);
    const attributes = peer === undefined ? [] : (componentTypes.get(peer.type)?.attributes.keys() ?? []);
    for (const attribute of attributes) {
      const reference = { component: to, attribute, urlencode: false };
      const path = app.source([...base, "connections"]);
      sources.set(`${prefix}_${attribute.toUpperCase()}`, { kind: "reference", reference, injected: true, path });
    }
  }
  for (const secret of service.secrets) {
    sources.set(secret.name, { kind: "secret", secret, path: app.source([...base, "secrets", secret.name]) });
  }
  for (const { name, value } of service.env) {
    const path = app.source([...base, "env", name]);
    const [only, ...others] = value;
    const alone = typeof only === "object" && !only.urlencode && others.length === 0;
    sources.set(
      name,
      alone ? { kind: "reference", reference: only, injected: false, path } : { kind: "text", value, path },
    );
  }
  return new Map([...sources].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a platform puts in the place of references and secrets, where it can do so in the middle of a text. */
export interface Values {
  readonly attributesOf: (component: string) => Attributes;
  readonly secretOf: (service: Service, secret: Secret) => readonly Piece[];
}

/** The variables of a service with their values, sorted by name. */
export function variablesOf(app: App, service: Service, values: Values): ReadonlyMap<string, readonly Piece[]> {
  const pieces = (source: Source): readonly Piece[] => {
    if (source.kind === "secret") return values.secretOf(service, source.secret);
    return fill(app, source.kind === "text" ? source.value : [source.reference], values.attributesOf);
  };
  return new Map([...sourcesOf(app, service)].map(([name, source]) => [name, pieces(source)]));
}

/** The text of a variable that refers to nothing; undefined for any other. */
export function plainText(source: Source): string | undefined {
  if (source.kind !== "text") return undefined;
  return source.value.every((part) => typeof part === "string") ? source.value.join("") : undefined;
}

/** How a reference stands in the manifest, for words about it: `db.host`. */
export const referencesIn = (source: Source): readonly Reference[] =>
  source.kind === "reference"
    ? [source.reference]
    : source.kind === "text"
      ? source.value.filter((part) => typeof part !== "string")
      : [];
