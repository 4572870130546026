import type { App, Secret, Service } from "../../manifest/app";
import { type Attributes, fill, type Piece } from "./template";

/** What a container's variables are made from. */
export interface Values {
  readonly attributesOf: (component: string) => Attributes;
  readonly secretOf: (service: Service, secret: Secret) => readonly Piece[];
}

/**
 * The variables of a service, sorted by name: what connections inject, then what `secrets` names, then what `env` says;
 * a later one of the same name wins, as on AWS.
 */
export function variablesOf(app: App, service: Service, values: Values): ReadonlyMap<string, readonly Piece[]> {
  const variables = new Map<string, readonly Piece[]>();
  for (const { to, prefix } of service.connections) {
    const attributes = app.components.has(to) ? values.attributesOf(to) : {};
    for (const [name, pieces] of Object.entries(attributes)) variables.set(`${prefix}_${name.toUpperCase()}`, pieces);
  }
  for (const secret of service.secrets) variables.set(secret.name, values.secretOf(service, secret));
  for (const { name, value } of service.env) variables.set(name, fill(app, value, values.attributesOf));
  return new Map([...variables].sort(([a], [b]) => (a < b ? -1 : 1)));
}
