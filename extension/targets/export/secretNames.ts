import type { App, Secret, Service } from "../../manifest/app";
import { isService, sortedComponents } from "../edges";
import type { SecretVariable } from "./exported";
import { Names, variableName } from "./names";

/**
 * The variables that hold an application's secrets where a platform reads them from one place: a password for each store,
 * one for each generated secret of a service, and one for each secret that exists elsewhere, however many services read it.
 */
export class SecretNames {
  readonly names = new Names();
  readonly #listed: SecretVariable[] = [];
  readonly #passwords = new Map<string, string>();
  readonly #secrets = new Map<string, string>();

  constructor(app: App) {
    const components = sortedComponents(app);
    for (const { name, type } of components) {
      if (type === "postgres" || type === "mysql" || type === "redis") this.#addStore(name);
    }
    for (const service of components.filter(isService))
      for (const secret of sorted(service)) this.#add(service, secret);
  }

  get variables(): readonly SecretVariable[] {
    return this.#listed;
  }

  passwordOf(store: string): string {
    return this.#passwords.get(store) ?? "";
  }

  secretOf(service: Service, secret: Secret): string {
    return this.#secrets.get(keyOf(service, secret)) ?? "";
  }

  #addStore(store: string): void {
    const name = this.names.take(variableName(store, "password"), "_");
    this.#passwords.set(store, name);
    const about = `The password of ${store}. Letters and digits only: it stands in URLs.`;
    this.#listed.push({ name, about, length: 32 });
  }

  #add(service: Service, secret: Secret): void {
    const key = keyOf(service, secret);
    if (this.#secrets.has(key)) return;
    const wanted = "from" in secret ? secret.name : variableName(service.name, secret.name);
    const name = this.names.take(wanted, "_");
    this.#secrets.set(key, name);
    this.#listed.push(
      "from" in secret
        ? { name, about: `The value of the secret ${secret.from}, for ${secret.name}.` }
        : { name, about: `${secret.name} of ${service.name}.`, length: secret.generate.length },
    );
  }
}

const keyOf = (service: Service, secret: Secret): string =>
  "from" in secret ? `from ${secret.from}` : `${service.name} ${secret.name}`;

const sorted = (service: Service): readonly Secret[] => [...service.secrets].sort((a, b) => (a.name < b.name ? -1 : 1));
