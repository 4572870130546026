import type { App, Secret, Service } from "../../manifest/app";
import { databaseName, databaseUser } from "../databaseNames";
import { isService, sortedComponents } from "../edges";
import type { ExportOptions } from "../export/exported";
import { Names } from "../export/names";
import { SecretNames } from "../export/secretNames";
import type { Attributes, Piece } from "../export/template";
import type { Slots } from "./slots";

/** What all objects are made with. They are called like their components: the application has a namespace of its own. */
export class KubernetesContext {
  readonly secrets: SecretNames;
  readonly #names: ReadonlyMap<string, string>;
  readonly #claims = new Map<string, string>();

  constructor(
    readonly app: App,
    readonly options: ExportOptions,
    readonly slots: Slots,
  ) {
    this.secrets = new SecretNames(app);
    const taken = new Names();
    this.#names = new Map([...app.components.keys()].sort().map((name) => [name, taken.take(dnsName(name), "-")]));
    const claims = new Names();
    for (const service of sortedComponents(app).filter(isService)) {
      for (const { name } of service.volumes) {
        const wanted = dnsName(`${this.nameOf(service.name)}-${name}`);
        this.#claims.set(`${service.name} ${name}`, claims.take(wanted, "-"));
      }
    }
  }

  /** What the claim for a service's volume is called. */
  claimOf(service: Service, volume: string): string {
    return this.#claims.get(`${service.name} ${volume}`) ?? volume;
  }

  /** What the objects of a component are called, and what others find it by. */
  nameOf(component: string): string {
    return this.#names.get(component) ?? component;
  }

  /** The Secret that has a key for each variable of `secrets`. Whoever runs the application makes it. */
  get secretName(): string {
    return `${this.app.name}-secrets`;
  }

  /** Of everything that belongs to a component. */
  labels(component: string): Readonly<Record<string, string>> {
    return { ...this.selector(component), "app.kubernetes.io/part-of": dnsName(this.app.name) };
  }

  /** What all pods of a component are found by. */
  selector(component: string): Readonly<Record<string, string>> {
    return { "app.kubernetes.io/name": this.nameOf(component), "app.kubernetes.io/instance": instanceOf(this.app) };
  }

  /** What the pods that run for good are found by, and not those of a Job. It must never change, so it has no more than it needs. */
  running(component: string): Readonly<Record<string, string>> {
    return { ...this.selector(component), "app.kubernetes.io/component": "main" };
  }

  /** In the middle of a text, a secret is the variable that has it; such variables stand before those that name them. */
  readonly attributesOf = (store: string): Attributes => {
    const component = this.app.components.get(store);
    if (component === undefined) return {};
    const name = this.nameOf(store);
    switch (component.type) {
      case "web":
        return { ...address(name, component.port), url: [`http://${name}:${component.port}`] };
      case "postgres":
      case "mysql": {
        const password = this.password(store);
        const host = this.#chosen(name, "host", name);
        const port = this.#chosen(name, "port", component.type === "postgres" ? "5432" : "3306");
        const user = this.#chosen(name, "user", databaseUser);
        const database = this.#chosen(name, "database", databaseName(this.app.name));
        return {
          host: [host],
          port: [port],
          url: [`${component.type}://${user}:`, password, `@${host}:${port}/${database}`],
          user: [user],
          password: [password],
          name: [database],
        };
      }
      case "redis": {
        const password = this.password(store);
        const host = this.#chosen(name, "host", name);
        const port = this.#chosen(name, "port", "6379");
        return { host: [host], port: [port], url: ["redis://:", password, `@${host}:${port}`], password: [password] };
      }
      case "load-balancer": {
        const host = component.domains.find((domain) => !domain.startsWith("*.")) ?? "localhost";
        const scheme = component.domains.length > 0 ? "https" : "http";
        return { host: [host], url: [`${scheme}://${host}`] };
      }
      default:
        return {};
    }
  };

  /** Where a store is. A chart lets people name another one, outside of the cluster, in place of its own. */
  #chosen(store: string, key: string, value: string): string {
    return this.slots.value([store, key], value);
  }

  password(store: string): Piece {
    return variable(this.secrets.passwordOf(store));
  }

  secret(service: Service, secret: Secret): Piece {
    return variable(this.secrets.secretOf(service, secret));
  }
}

/** The application in one environment. */
export const instanceOf = ({ name, environment }: App): string => dnsName(`${name}-${environment}`);

/** Names here end with a letter or a digit. */
export const dnsName = (text: string): string => text.replace(/-+$/, "");

const variable = (name: string): Piece => ({ raw: `$(${name})` });

const address = (host: string, port: number): Attributes => ({ host: [host], port: [String(port)] });

/** As Kubernetes reads it: `$(` begins a variable, and two dollar signs are one, wherever they stand. */
export const literal = (text: string): string => text.replaceAll("$", "$$$$");
