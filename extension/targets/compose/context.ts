import type { App, Component, LoadBalancer, Secret, Service } from "../../manifest/app";
import { databaseName, databaseUser } from "../databaseNames";
import { isService, sortedComponents } from "../edges";
import type { ExportOptions, SecretVariable } from "../export/exported";
import { Names, variableName } from "../export/names";
import type { Attributes, Piece } from "../export/template";

/** What all services are made with: the names that were given out, and what references stand for. */
export class ComposeContext {
  readonly services: Names;
  readonly #variables = new Names();
  readonly #listed: SecretVariable[] = [];
  readonly #passwords = new Map<string, string>();
  readonly #secrets = new Map<string, string>();
  readonly #ports = new Map<string, { readonly variable: string; readonly port: number }>();

  constructor(
    readonly app: App,
    readonly options: ExportOptions,
  ) {
    this.services = new Names(app.components.keys());
    const components = sortedComponents(app);
    for (const component of components) this.#nameStore(component);
    for (const service of components.filter(isService))
      for (const secret of sorted(service)) this.#name(service, secret);
    const balancers = components.filter((component) => component.type === "load-balancer");
    for (const [index, { name }] of balancers.entries()) {
      this.#ports.set(name, { variable: this.#variables.take(variableName(name, "port"), "_"), port: 8080 + index });
    }
  }

  get variables(): readonly SecretVariable[] {
    return this.#listed;
  }

  /** The password of a database or a cache, in Compose's notation. */
  password(store: string): string {
    return required(this.#passwords.get(store) ?? "");
  }

  secret(service: Service, secret: Secret): string {
    return required(this.#secrets.get(keyOf(service, secret)) ?? "");
  }

  /** The port of this machine that a load balancer answers at: a variable with a default. */
  publishedPort(balancer: LoadBalancer): string {
    const { variable, port } = this.#ports.get(balancer.name) ?? { variable: "PORT", port: 8080 };
    return `\${${variable}:-${port}}`;
  }

  readonly attributesOf = (name: string): Attributes => {
    const component = this.app.components.get(name);
    if (component === undefined) return {};
    switch (component.type) {
      case "web":
        return { ...address(name, component.port), url: [`http://${name}:${component.port}`] };
      case "postgres":
      case "mysql":
        return this.#database(name, component.type);
      case "redis": {
        const password = { raw: this.password(name) };
        return { ...address(name, 6379), url: ["redis://:", password, `@${name}:6379`], password: [password] };
      }
      case "load-balancer":
        return { host: ["localhost"], url: ["http://localhost:", { raw: this.publishedPort(component) }] };
      default:
        return {};
    }
  };

  #database(name: string, type: "postgres" | "mysql"): Attributes {
    const port = type === "postgres" ? 5432 : 3306;
    const password: Piece = { raw: this.password(name) };
    const database = databaseName(this.app.name);
    return {
      ...address(name, port),
      url: [`${type}://${databaseUser}:`, password, `@${name}:${port}/${database}`],
      user: [databaseUser],
      password: [password],
      name: [database],
    };
  }

  #nameStore({ name, type }: Component): void {
    if (type !== "postgres" && type !== "mysql" && type !== "redis") return;
    const variable = this.#variables.take(variableName(name, "password"), "_");
    this.#passwords.set(name, variable);
    this.#listed.push({
      name: variable,
      about: `The password of ${name}. Letters and digits only: it stands in URLs.`,
      length: 32,
    });
  }

  /** A secret that exists elsewhere is asked for once, however many services read it; a generated one is the service's own. */
  #name(service: Service, secret: Secret): void {
    const key = keyOf(service, secret);
    if (this.#secrets.has(key)) return;
    const wanted = "from" in secret ? secret.name : variableName(service.name, secret.name);
    const name = this.#variables.take(wanted, "_");
    this.#secrets.set(key, name);
    this.#listed.push(
      "from" in secret
        ? { name, about: `The value of the secret ${secret.from}, for ${secret.name}.` }
        : { name, about: `${secret.name} of ${service.name}.`, length: secret.generate.length },
    );
  }
}

const address = (host: string, port: number): Attributes => ({ host: [host], port: [String(port)] });

const keyOf = (service: Service, secret: Secret): string =>
  "from" in secret ? `from ${secret.from}` : `${service.name} ${secret.name}`;

const sorted = (service: Service): readonly Secret[] => [...service.secrets].sort((a, b) => (a.name < b.name ? -1 : 1));

/** Compose stops with these words while the variable is not set. */
const required = (variable: string): string => `\${${variable}:?set it in .env}`;

/** As Compose reads it: a dollar sign begins a variable. */
export const literal = (text: string): string => text.replaceAll("$", "$$$$");
