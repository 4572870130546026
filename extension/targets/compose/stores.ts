import type { Database, Redis } from "../../manifest/app";
import { databaseName, databaseUser } from "../databaseNames";
import { defined } from "../export/yamlText";
import type { ComposeContext } from "./context";

/** A service of the Compose file, the volumes it names and the files it reads. */
export interface Made {
  readonly service: Record<string, unknown>;
  readonly volumes: readonly string[];
  readonly files: ReadonlyMap<string, string>;
}

const healthy = { interval: "5s", timeout: "5s", retries: 24, start_period: "10s" };

/** A database in a container of the same version, which creates its user, its database and its extensions at first. */
export function databaseService(context: ComposeContext, database: Database): Made {
  const password = context.password(database.name);
  const volume = `${database.name}-data`;
  return database.type === "postgres"
    ? postgres(context, database, password, volume)
    : mysql(context, database, password, volume);
}

function postgres({ app }: ComposeContext, database: Database, password: string, volume: string): Made {
  const name = databaseName(app.name);
  const script = `${database.name}/extensions.sql`;
  const extends_ = database.extensions.length > 0;
  // From version 18 on the image keeps each version's data in a folder of its own, below this one.
  const folder = Number(database.version.split(".")[0]) >= 18 ? "/var/lib/postgresql" : "/var/lib/postgresql/data";
  return {
    service: {
      image: postgresImage(database),
      restart: "unless-stopped",
      environment: { POSTGRES_USER: databaseUser, POSTGRES_PASSWORD: password, POSTGRES_DB: name },
      volumes: [
        `${volume}:${folder}`,
        ...(extends_ ? [`./${script}:/docker-entrypoint-initdb.d/extensions.sql:ro`] : []),
      ],
      // By TCP: while the image prepares the database, it listens on its socket only.
      healthcheck: { test: ["CMD", "pg_isready", "-h", "127.0.0.1", "-U", databaseUser, "-d", name], ...healthy },
    },
    volumes: [volume],
    files: new Map(extends_ ? [[script, extensionsSql(database.extensions)]] : []),
  };
}

/** The image that has the extensions which PostgreSQL's own image lacks. */
function postgresImage({ version, extensions }: Database): string {
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

function mysql({ app }: ComposeContext, database: Database, password: string, volume: string): Made {
  return {
    service: {
      image: `mysql:${database.version}`,
      restart: "unless-stopped",
      environment: {
        MYSQL_USER: databaseUser,
        MYSQL_PASSWORD: password,
        MYSQL_DATABASE: databaseName(app.name),
        MYSQL_RANDOM_ROOT_PASSWORD: "yes",
      },
      volumes: [`${volume}:/var/lib/mysql`],
      healthcheck: {
        test: ["CMD-SHELL", `mysqladmin ping --silent -h 127.0.0.1 -u ${databaseUser} -p"$$MYSQL_PASSWORD"`],
        ...healthy,
      },
    },
    volumes: [volume],
    files: new Map(),
  };
}

/** A cache. Its password comes through a variable, so that no list of processes shows it. */
export function redisService(context: ComposeContext, redis: Redis): Made {
  const volume = `${redis.name}-data`;
  const server = `exec redis-server --requirepass "$$REDISCLI_AUTH" --appendonly yes --maxmemory-policy ${redis.eviction}`;
  return {
    service: defined({
      image: `redis:${redis.version}`,
      restart: "unless-stopped",
      command: ["sh", "-c", server],
      environment: { REDISCLI_AUTH: context.password(redis.name) },
      volumes: [`${volume}:/data`],
      healthcheck: { test: ["CMD-SHELL", "redis-cli ping | grep -q PONG"], ...healthy },
    }),
    volumes: [volume],
    files: new Map(),
  };
}
