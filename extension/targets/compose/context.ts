import type { App, LoadBalancer, Secret, Service } from "../../manifest/app";
import { databaseName, databaseUser } from "../databaseNames";
import { sortedComponents } from "../edges";
import type { ExportOptions, SecretVariable } from "../export/exported";
import { Names, variableName } from "../export/names";
import { SecretNames } from "../export/secretNames";
import type { Attributes, Piece } from "../export/template";

/** What all services are made with: the names that were given out, and what references stand for. */
export class ComposeContext {
  readonly services: Names;
  readonly #secrets: SecretNames;
  readonly #ports = new Map<string, { readonly variable: string; readonly port: number }>();

  constructor(
    readonly app: App,
    readonly options: ExportOptions,
  ) {
    this.services = new Names(app.components.keys());
    this.#secrets = new SecretNames(app);
    const balancers = sortedComponents(app).filter((component) => component.type === "load-balancer");
    for (const [index, { name }] of balancers.entries()) {
      const variable = this.#secrets.names.take(variableName(name, "port"), "_");
      this.#ports.set(name, { variable, port: 8080 + index });
    }
  }

  get variables(): readonly SecretVariable[] {
    return this.#secrets.variables;
  }

  /** The password of a database or a cache, in Compose's notation. */
  password(store: string): string {
    return required(this.#secrets.passwordOf(store));
  }

  secret(service: Service, secret: Secret): string {
    return required(this.#secrets.secretOf(service, secret));
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
}

const address = (host: string, port: number): Attributes => ({ host: [host], port: [String(port)] });

/** Compose stops with these words while the variable is not set. */
const required = (variable: string): string => `\${${variable}:?set it in .env}`;

/** As Compose reads it: a dollar sign begins a variable. */
export const literal = (text: string): string => text.replaceAll("$", "$$$$");
