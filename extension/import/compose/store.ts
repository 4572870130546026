import { t } from "../../manifest/l10n";
import type { Store } from "../draft";
import { storeImage } from "../images";
import type { Notes } from "../notes";
import { emptied, marksIn, shown } from "../unset";
import { get, itemsOf, textAt, textOf, type Value } from "../value";
import { nearestVersion } from "../versions";
import { aliasesOf } from "./aliases";
import type { Context } from "./context";
import { variablesOf } from "./environment";
import { commandOf } from "./words";

/** What images call the user, its password and the database; those of other publishers begin with other words. */
const users = /^(?:POSTGRES|POSTGRESQL|MYSQL|MARIADB|DB)_(?:USER|USERNAME|NON_ROOT_USER)$/;
const passwords =
  /^(?:(?:POSTGRES|POSTGRESQL|MYSQL|MARIADB|DB|REDIS|VALKEY)_(?:ROOT_|POSTGRES_|NON_ROOT_|MASTER_)?(?:PASSWORD|PASS)|REDISCLI_AUTH)$/;
const names = /^(?:POSTGRES|POSTGRESQL|MYSQL|MARIADB|DB)_(?:DB|DATABASE|NAME)$/;

/** Fields of a container that mean nothing for a managed store, because it has its own way for each. */
const own = new Set([
  "image",
  "restart",
  "container_name",
  "hostname",
  "networks",
  "healthcheck",
  "environment",
  "env_file",
  "ports",
  "expose",
  "volumes",
  "depends_on",
  "labels",
  "logging",
  "stop_grace_period",
  "mem_limit",
  "deploy",
  "user",
  "init",
  "platform",
  "command",
  "profiles",
  "extends",
  "pull_policy",
  "shm_size",
  "ulimits",
  "security_opt",
  "read_only",
  "tmpfs",
  "pids_limit",
  "tty",
  "stdin_open",
  "links",
  "stop_signal",
  "cap_add",
  "cap_drop",
  "sysctls",
  "privileged",
]);

/** A managed store in the place of a container; undefined where the image is of another kind. */
export function storeOf(name: string, service: Value, context: Context, notes: Notes): Store | undefined {
  const image = textAt(service, "image");
  const found = image === undefined ? undefined : storeImage(image);
  if (image === undefined || found === undefined) return undefined;
  const place = get(service, "image")?.place ?? service.place;
  const { type, instead, extensions } = found;
  const { version, note } = nearestVersion(type, found.version);
  const noun = { postgres: "PostgreSQL", mysql: "MySQL", redis: "Redis" }[type];
  if (instead !== undefined)
    notes.changed(
      place,
      "image",
      t`${instead} becomes ${noun}, which is what is managed. What only ${instead} has is not there.`,
      name,
    );
  else if (marksIn(image).length > 0)
    notes.ask(place, "image", t`The version in ${shown(image)} is not known here; the default is taken.`, name);
  if (note !== undefined) notes.changed(place, "image", note, name);
  const variables = variablesOf(name, service, context, notes).flatMap((variable) => {
    return variable.value.kind === "text" ? [[variable.name, variable.value.text] as const] : [];
  });
  const all = (form: RegExp): readonly string[] => variables.flatMap(([key, text]) => (form.test(key) ? [text] : []));
  const command = textCommand(service);
  const [user] = all(users);
  const login = user ?? (type === "postgres" ? "postgres" : undefined);
  const databases = [...all(names), ...(type === "postgres" && all(names).length === 0 ? [login ?? "postgres"] : [])];
  scripts(name, service, notes);
  for (const [key, value] of service.kind === "map" ? service.entries : []) {
    if (!own.has(key)) notes.left(value.place, key, t`The managed ${noun} has no such setting.`, name);
  }
  const given = /requirepass\s+\\?"?([^\s"\\]+)/.exec(command)?.[1];
  const eviction = /maxmemory-policy\s+([a-z-]+)/.exec(command)?.[1];
  const wanted = (all(/^DB_EXTENSION$|^POSTGRES_EXTENSIONS$/)[0] ?? "")
    .split(",")
    .filter((each) => /^[a-z][a-z0-9_-]*$/.test(each));
  const more = [...(extensions ?? []), ...wanted, ...extensionsIn(service, context)];
  return {
    name,
    aliases: aliasesOf(name, service),
    place,
    type,
    ...(version === undefined ? {} : { version }),
    ...(more.length === 0 ? {} : { extensions: [...new Set(more)] }),
    ...(eviction !== undefined && evictions.has(eviction) ? { eviction } : {}),
    facts: {
      ...(login === undefined ? {} : { user: login }),
      passwords: [...all(passwords), ...(given === undefined ? [] : [given])].filter(
        (each) => emptied(each) !== "" || marksIn(each).length > 0,
      ),
      names: databases,
    },
  };
}

const evictions = new Set([
  "noeviction",
  "allkeys-lru",
  "allkeys-lfu",
  "allkeys-random",
  "volatile-lru",
  "volatile-lfu",
  "volatile-random",
  "volatile-ttl",
]);

function textCommand(service: Value): string {
  const command = commandOf(get(service, "command"));
  return typeof command === "string" ? command : (command ?? []).join(" ");
}

/** Extensions that a script of the first start creates. */
function extensionsIn(service: Value, context: Context): readonly string[] {
  return mounts(service).flatMap(([source, place]) => {
    const text = /\.sql$/.test(source) ? context.readBeside(place, source) : undefined;
    return [...(text ?? "").matchAll(/create\s+extension\s+(?:if\s+not\s+exists\s+)?"?([a-z][a-z0-9_-]*)"?/gi)].map(
      ([, each = ""]) => each.toLowerCase(),
    );
  });
}

/** Files that the image would run or read, and that a managed store does not. */
function scripts(name: string, service: Value, notes: Notes): void {
  for (const [source, place, target] of mounts(service)) {
    if (/extensions\.sql$/.test(source)) continue;
    if (/initdb/.test(target))
      notes.left(
        place,
        "volumes",
        t`${source} is run by the image when it starts for the first time; run it once against the managed database.`,
        name,
      );
    else if (/\.(?:conf|cnf|xml|ya?ml|sh)$/.test(source))
      notes.left(place, "volumes", t`${source} configures the container; the managed one has its own settings.`, name);
  }
}

const mounts = (service: Value) =>
  itemsOf(get(service, "volumes")).flatMap((item) => {
    const [source = "", target = ""] = (
      textOf(item) ?? `${textAt(item, "source") ?? ""}:${textAt(item, "target") ?? ""}`
    ).split(":");
    return /^[./~]/.test(source) ? [[source, item.place, target] as const] : [];
  });
