import { t } from "../../manifest/l10n";
import { type Store, textValue, type Variable, type VariableValue } from "../draft";
import type { Notes } from "../notes";
import { get, isFalse, isTrue, itemsOf, textAt, textOf, type Value } from "../value";
import { isSecretName } from "../wire/secrets";

export interface Blueprint {
  readonly services: ReadonlyMap<string, Value>;
  readonly stores: ReadonlyMap<string, Store>;
  /** Names of stores, by those of Render's databases. */
  readonly databases: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, Value>;
  readonly notes: Notes;
}

const attributes: Readonly<Record<string, string>> = {
  host: "host",
  port: "port",
  user: "user",
  password: "password",
  database: "name",
  connectionString: "url",
  connectionPoolString: "url",
};

/** The variables of a service, those of its groups included. */
export function variablesOf(name: string, service: Value, blueprint: Blueprint): readonly Variable[] {
  const variables = new Map<string, Variable>();
  for (const item of itemsOf(get(service, "envVars"))) {
    const group = textAt(item, "fromGroup");
    const inside = group === undefined ? undefined : blueprint.groups.get(group);
    if (group !== undefined && inside === undefined) {
      blueprint.notes.ask(item.place, "fromGroup", t`The group ${group} is not in the file. Add its variables.`, name);
    }
    const items = group === undefined ? [item] : itemsOf(get(inside, "envVars"));
    for (const each of items) {
      const key = textAt(each, "key");
      if (key === undefined || !/^[A-Za-z_][A-Za-z0-9_]{0,254}$/.test(key)) continue;
      variables.set(key, { name: key, value: given(name, key, each, blueprint), place: each.place });
    }
  }
  return [...variables.values()];
}

function given(name: string, key: string, item: Value, blueprint: Blueprint): VariableValue {
  const database = get(item, "fromDatabase");
  const service = get(item, "fromService");
  if (database !== undefined)
    return referenceTo(
      blueprint.databases.get(textAt(database, "name") ?? "") ?? "",
      textAt(database, "property") ?? "connectionString",
    );
  if (service !== undefined) return fromService(name, key, service, blueprint);
  // What another service takes from here cannot be made for each of them.
  if (isTrue(get(item, "generateValue"))) return { kind: isTaken(name, key, blueprint) ? "given" : "generate" };
  const text = textOf(get(item, "value"));
  if (text !== undefined) return textValue(text);
  if (isFalse(get(item, "sync")) && isSecretName(key)) return { kind: "given" };
  blueprint.notes.ask(item.place, key, t`It is set by hand on Render. Fill it in, or make it a secret.`, name);
  return textValue("");
}

const referenceTo = (to: string, property: string): VariableValue => ({
  kind: "reference",
  to,
  attribute: attributes[property] ?? "url",
});

/** Another service's address, or a variable of it: a store's own become its attributes, and others are the same here. */
function fromService(name: string, key: string, from: Value, blueprint: Blueprint): VariableValue {
  const to = textAt(from, "name") ?? "";
  const property = textAt(from, "property");
  const store = blueprint.stores.get(to);
  if (property === "hostport") return textValue(`${to}:${portOf(store, blueprint.services.get(to))}`);
  if (property !== undefined) return referenceTo(to, property);
  const variable = textAt(from, "envVarKey") ?? "";
  if (store !== undefined)
    return referenceTo(to, /PASS/.test(variable) ? "password" : /USER/.test(variable) ? "user" : "database");
  const source = itemsOf(get(blueprint.services.get(to), "envVars")).find((item) => textAt(item, "key") === variable);
  const text = textAt(source, "value");
  if (text !== undefined) return textValue(text);
  if (variable === key && source !== undefined) return { kind: "given" };
  blueprint.notes.ask(
    from.place,
    key,
    t`It has to be the same as ${variable} of ${to}: store one value under both names.`,
    name,
  );
  return { kind: "given" };
}

/** Whether another service's variable is to be the same as this one. */
function isTaken(owner: string, key: string, { services }: Blueprint): boolean {
  return [...services.values()].some((service) =>
    itemsOf(get(service, "envVars")).some(
      (item) => textAt(item, "fromService", "name") === owner && textAt(item, "fromService", "envVarKey") === key,
    ),
  );
}

/** Render's own, where nothing is written: 10000. */
export function portOf(store: Store | undefined, service: Value | undefined): number {
  if (store !== undefined) return { postgres: 5432, mysql: 3306, redis: 6379 }[store.type];
  const own = itemsOf(get(service, "envVars")).find((item) => textAt(item, "key") === "PORT");
  const port = Number(textAt(own, "value"));
  return Number.isInteger(port) && port > 0 && port <= 65_535 ? port : 10_000;
}
