import { t } from "../../manifest/l10n";
import type { Store } from "../draft";
import { storeImage } from "../images";
import type { Notes } from "../notes";
import { entriesOf, get, isTrue, itemsOf, textAt, type Value } from "../value";
import { nearestVersion } from "../versions";

const silent = new Set(["name", "postgresMajorVersion", "diskSizeGB", "highAvailability", "readReplicas"]);

/** A managed PostgreSQL of Render's. */
export function databaseOf(name: string, value: Value, notes: Notes): Store {
  for (const [key, field] of entriesOf(value)) {
    if (!silent.has(key))
      notes.left(field.place, key, t`The managed database has a size, a user and names of its own.`, name);
  }
  const { version, note } = nearestVersion("postgres", textAt(value, "postgresMajorVersion"));
  if (note !== undefined)
    notes.changed(get(value, "postgresMajorVersion")?.place ?? value.place, "postgresMajorVersion", note, name);
  if (itemsOf(get(value, "readReplicas")).length > 0) {
    notes.left(
      get(value, "readReplicas")?.place ?? value.place,
      "readReplicas",
      t`A database has no read replicas here.`,
      name,
    );
  }
  const storage = Number(textAt(value, "diskSizeGB"));
  return {
    name,
    place: value.place,
    type: "postgres",
    facts: { passwords: [], names: [] },
    ...(version === undefined ? {} : { version }),
    ...(Number.isInteger(storage) && storage > 0 ? { storage } : {}),
    ...(isTrue(get(value, "highAvailability", "enabled")) ? { highAvailability: true } : {}),
  };
}

/** A cache of Render's. */
export function keyValueOf(name: string, value: Value): Store {
  const eviction = textAt(value, "maxmemoryPolicy");
  const facts = { passwords: [], names: [] };
  return {
    name,
    place: value.place,
    type: "redis",
    facts,
    ...(eviction === undefined ? {} : { eviction: eviction.replaceAll("_", "-") }),
  };
}

/** A private service that is built from somebody's image of a database: `render-examples/mysql.git`. */
export function privateStore(name: string, value: Value, notes: Notes): Store | undefined {
  const source = textAt(value, "image", "url") ?? textAt(value, "repo")?.replace(/\.git$/, "") ?? "";
  const found = storeImage(source.replace(/^https?:\/\/[^/]+\//, ""));
  if (found === undefined) return undefined;
  const { version } = nearestVersion(found.type, found.version);
  notes.changed(value.place, "pserv", t`A container with a database of its own becomes a managed one.`, name);
  const texts = itemsOf(get(value, "envVars")).map(
    (item) => [textAt(item, "key") ?? "", textAt(item, "value") ?? ""] as const,
  );
  const user = texts.find(([key]) => /_USER$/.test(key))?.[1];
  return {
    name,
    place: value.place,
    type: found.type,
    ...(version === undefined ? {} : { version }),
    facts: {
      passwords: [],
      names: texts.flatMap(([key, text]) => (/_(?:DATABASE|DB)$/.test(key) ? [text] : [])),
      ...(user === undefined ? {} : { user }),
    },
  };
}
