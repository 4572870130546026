import { t } from "../../manifest/l10n";
import type { Store, StoreType } from "../draft";
import type { Notes } from "../notes";
import { itemsOf, textAt, textOf, type Value } from "../value";
import { nearestVersion } from "../versions";

interface Known {
  readonly type: StoreType;
  readonly name: string;
  /** Of the variables that the add-on sets. */
  readonly prefix: string;
}

/** Add-ons that are a database or a cache, by the service's name. */
const known: Readonly<Record<string, Known>> = {
  "heroku-postgresql": { type: "postgres", name: "database", prefix: "DATABASE" },
  "heroku-redis": { type: "redis", name: "redis", prefix: "REDIS" },
  rediscloud: { type: "redis", name: "redis", prefix: "REDISCLOUD" },
  redistogo: { type: "redis", name: "redis", prefix: "REDISTOGO" },
  "stackhero-redis": { type: "redis", name: "redis", prefix: "STACKHERO_REDIS" },
  jawsdb: { type: "mysql", name: "database", prefix: "JAWSDB" },
  "jawsdb-maria": { type: "mysql", name: "database", prefix: "JAWSDB_MARIA" },
  cleardb: { type: "mysql", name: "database", prefix: "CLEARDB_DATABASE" },
};

const data =
  /^(?:mongo|ormongo|objectrocket|cloudamqp|cloudkarafka|heroku-kafka|bonsai|searchbox|memcach|graphenedb|influxdb)/;

export interface Addon extends Known {
  readonly store: Store;
}

/** The stores that an `app.json` asks for. What holds data otherwise refuses the file, unless it may be left out. */
export function addonsOf(value: Value | undefined, mayLeave: boolean, notes: Notes): readonly Addon[] {
  const addons: Addon[] = [];
  for (const item of itemsOf(value)) {
    const plan = textOf(item) ?? textAt(item, "plan") ?? "";
    const [service = ""] = plan.split(":");
    const found = known[service];
    if (found === undefined) {
      const needed = data.test(service) && !mayLeave;
      if (needed)
        notes.refused(
          item.place,
          "addons",
          t`There is no managed component for ${service}. --keep-unsupported imports the rest without it.`,
        );
      else
        notes.left(
          item.place,
          "addons",
          t`${service} is an add-on of Heroku's; find a service of its kind and set its variables.`,
        );
      continue;
    }
    const wanted = textAt(item, "options", "version");
    const { version, note } = nearestVersion(found.type, wanted);
    const number = addons.filter(({ type }) => type === found.type).length;
    const name = number === 0 ? found.name : `${found.name}-${number + 1}`;
    if (note !== undefined) notes.changed(item.place, "addons", note, name);
    const prefix = textAt(item, "as")?.toUpperCase() ?? found.prefix;
    const store: Store = {
      name,
      place: item.place,
      type: found.type,
      facts: { passwords: [], names: [] },
      ...(version === undefined ? {} : { version }),
    };
    addons.push({ ...found, name, prefix, store });
  }
  return addons;
}
