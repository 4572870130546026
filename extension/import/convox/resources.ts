import { t } from "../../manifest/l10n";
import type { Store, StoreType } from "../draft";
import type { Notes } from "../notes";
import { entriesOf, get, isTrue, textAt, type Value } from "../value";
import { nearestVersion } from "../versions";

const types: Readonly<Record<string, StoreType>> = {
  postgres: "postgres",
  "rds-postgres": "postgres",
  postgis: "postgres",
  mysql: "mysql",
  "rds-mysql": "mysql",
  mariadb: "mysql",
  "rds-mariadb": "mysql",
  redis: "redis",
  "elasticache-redis": "redis",
};

/** The databases and caches that an application is linked with. */
export function resourcesOf(resources: Value | undefined, mayLeave: boolean, notes: Notes): readonly Store[] {
  return entriesOf(resources).flatMap(([name, value]): readonly Store[] => {
    const kind = textAt(value, "type") ?? "";
    const type = types[kind];
    if (type === undefined) {
      const text = t`There is no managed component for ${kind}.`;
      if (mayLeave) notes.left(value.place, "resources", text);
      else notes.refused(value.place, "resources", t`${text} --keep-unsupported imports the rest without it.`);
      return [];
    }
    if (kind.includes("maria"))
      notes.changed(value.place, "type", t`MariaDB becomes MySQL, which is what is managed.`, name);
    const { version, note } = nearestVersion(
      type,
      kind.includes("maria") ? undefined : textAt(value, "options", "version"),
    );
    if (note !== undefined)
      notes.changed(get(value, "options", "version")?.place ?? value.place, "version", note, name);
    const storage = Number(textAt(value, "options", "storage"));
    return [
      {
        name,
        place: value.place,
        type,
        facts: { passwords: [], names: [] },
        ...(version === undefined ? {} : { version }),
        ...(kind === "postgis" ? { extensions: ["postgis"] } : {}),
        ...(Number.isInteger(storage) && storage > 0 ? { storage } : {}),
        ...(isTrue(get(value, "options", "durable")) && type !== "redis" ? { highAvailability: true } : {}),
      },
    ];
  });
}
