import type { App, Database, Redis } from "../../manifest/app";
import { databaseName, databaseUser } from "../databaseNames";

/** A database or a cache in a container of its own, in no platform's words. */
export interface StoreContainer {
  readonly image: string;
  readonly port: number;
  /** A shell reads it. Absent: the image's own. */
  readonly command?: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The variable that takes the password. */
  readonly password: string;
  /** The folder that has to outlive the container. */
  readonly data: string;
  /** Ends with 0 once the store can be used. Words, or a line that a shell reads. */
  readonly ready: readonly string[] | string;
  /** Creates what the manifest asks for when the store starts for the first time. */
  readonly initSql?: string;
}

export function storeContainer(app: App, store: Database | Redis): StoreContainer {
  if (store.type === "redis") return redis(store);
  return store.type === "postgres" ? postgres(app, store) : mysql(app, store);
}

function postgres(app: App, { version, extensions }: Database): StoreContainer {
  const name = databaseName(app.name);
  // From version 18 on the image keeps each version's data in a folder of its own, below this one.
  const data = Number(version.split(".")[0]) >= 18 ? "/var/lib/postgresql" : "/var/lib/postgresql/data";
  return {
    image: postgresImage(version, extensions),
    port: 5432,
    environment: { POSTGRES_USER: databaseUser, POSTGRES_DB: name },
    password: "POSTGRES_PASSWORD",
    data,
    // By TCP: while the image prepares the database, it listens on its socket only.
    ready: ["pg_isready", "-h", "127.0.0.1", "-U", databaseUser, "-d", name],
    ...(extensions.length > 0 ? { initSql: extensionsSql(extensions) } : {}),
  };
}

/** The image that has the extensions which PostgreSQL's own image lacks. */
function postgresImage(version: string, extensions: readonly string[]): string {
  const series = version.split(".")[0] ?? version;
  if (extensions.some((name) => name.startsWith("postgis"))) return `postgis/postgis:${series}-3.5`;
  if (extensions.includes("vector")) return `pgvector/pgvector:pg${series}`;
  return `postgres:${version}`;
}

const extensionsSql = (extensions: readonly string[]): string =>
  [...extensions]
    .sort()
    .map((name) => `CREATE EXTENSION IF NOT EXISTS "${name}" CASCADE;\n`)
    .join("");

function mysql(app: App, { version }: Database): StoreContainer {
  return {
    image: `mysql:${version}`,
    port: 3306,
    environment: {
      MYSQL_USER: databaseUser,
      MYSQL_DATABASE: databaseName(app.name),
      MYSQL_RANDOM_ROOT_PASSWORD: "yes",
    },
    password: "MYSQL_PASSWORD",
    data: "/var/lib/mysql",
    ready: `mysqladmin ping --silent -h 127.0.0.1 -u ${databaseUser} -p"$MYSQL_PASSWORD"`,
  };
}

/** Its password comes through a variable, so that no list of processes shows it. */
function redis({ version, eviction }: Redis): StoreContainer {
  return {
    image: `redis:${version}`,
    port: 6379,
    command: `exec redis-server --requirepass "$REDISCLI_AUTH" --appendonly yes --maxmemory-policy ${eviction}`,
    environment: {},
    password: "REDISCLI_AUTH",
    data: "/data",
    ready: "redis-cli ping | grep -q PONG",
  };
}
