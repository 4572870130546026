import type { App, Service } from "../../manifest/app";
import { isService, sortedComponents } from "../edges";
import type { Note } from "../export/exported";
import { plainText, referencesIn, type Source, sourcesOf } from "../export/variables";
import { defined } from "../export/yamlText";

/** A config var as `app.json` takes it. */
interface ConfigVar {
  readonly description?: string;
  readonly value?: string;
  readonly generator?: "secret";
  readonly required?: boolean;
}

export interface Config {
  readonly vars: Readonly<Record<string, ConfigVar>>;
  readonly notes: readonly Note[];
}

/**
 * The config vars of all services together: an app has one set of them. A store's URL is set by its add-on; its other
 * attributes stand in no config var, so whoever needs one is asked for it.
 * @param attached the name under which each store is attached
 */
export function configOf(app: App, attached: ReadonlyMap<string, string>): Config {
  const vars = new Map<string, ConfigVar>();
  const notes: Note[] = [];
  for (const service of sortedComponents(app).filter(isService)) {
    notes.push(...urlsOnly(app, service, attached));
    for (const [name, source] of sourcesOf(app, service)) {
      const tell = (text: string) => notes.push({ component: service.name, path: source.path, text });
      if (isSetByAddOn(name, source, attached)) continue;
      if (source.kind === "reference" && source.injected) continue;
      const made = configVar(service, source, tell, name);
      const known = vars.get(name);
      if (known === undefined) vars.set(name, made);
      else if (JSON.stringify(known) !== JSON.stringify(made)) {
        tell(
          `All processes share ${name}, and another component gives it another value. Give one of them a name of its own.`,
        );
      }
    }
  }
  return { vars: Object.fromEntries([...vars].sort(([a], [b]) => (a < b ? -1 : 1))), notes };
}

/** What a connection injects elsewhere, and an add-on does not. */
function urlsOnly(app: App, service: Service, attached: ReadonlyMap<string, string>): readonly Note[] {
  const path = app.source(["components", service.name, "connections"]);
  return service.connections.map(({ to, prefix }): Note => {
    const set = attached.get(to);
    const text =
      set === undefined
        ? `Nothing of ${to} is known in advance, so no variable that begins with ${prefix}_ is set.`
        : `The add-on sets ${set}_URL alone: a host, a user or a password has to be read out of it.`;
    return { component: service.name, path, text };
  });
}

/** `DB_URL` of a database that is attached as `DB`. */
function isSetByAddOn(name: string, source: Source, attached: ReadonlyMap<string, string>): boolean {
  if (source.kind !== "reference" || source.reference.attribute !== "url") return false;
  const prefix = attached.get(source.reference.component);
  return prefix !== undefined && name === `${prefix}_URL`;
}

function configVar(service: Service, source: Source, tell: (text: string) => void, name: string): ConfigVar {
  if (source.kind === "secret") {
    const { secret } = source;
    return "from" in secret
      ? { description: `The value of the secret ${secret.from}.`, required: true }
      : { description: `${secret.name} of ${service.name}.`, generator: "secret" };
  }
  const value = plainText(source);
  if (value !== undefined) return { value };
  const wanted = referencesIn(source).map(({ component, attribute }) => `${component}.${attribute}`);
  tell(`Heroku cannot fill ${wanted.join(" and ")} into ${name}. It is asked for when the app is created.`);
  return defined({ description: `Made from ${wanted.join(" and ")}.`, required: true });
}
