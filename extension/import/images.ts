import type { StoreType } from "./draft";

/** `ghcr.io/owner/name:tag@sha256:…` taken apart; the registry is left out of the path. */
export interface ImageName {
  /** `library/postgres` is `postgres`; `docker.io/bitnami/redis` is `bitnami/redis`. */
  readonly path: string;
  readonly base: string;
  readonly tag?: string;
}

export function imageName(image: string): ImageName {
  const [named = ""] = image.split("@");
  const slash = named.lastIndexOf("/");
  const colon = named.indexOf(":", slash + 1);
  const [full, tag] = colon === -1 ? [named, undefined] : [named.slice(0, colon), named.slice(colon + 1)];
  const path = full.replace(/^(?:docker\.io|index\.docker\.io)\//, "").replace(/^library\//, "");
  return { path, base: path.split("/").at(-1) ?? path, ...(tag ? { tag } : {}) };
}

export interface StoreImage {
  readonly type: StoreType;
  readonly version?: string;
  readonly extensions?: readonly string[];
  /** The engine in the image, where it is another than the managed one. */
  readonly instead?: string;
  readonly name: ImageName;
}

interface Known {
  readonly form: RegExp;
  readonly type: StoreType;
  readonly extensions?: readonly string[];
  readonly instead?: string;
}

/** Images that hold a database or a cache, by the last part of the name or by the whole of it. */
const known: readonly Known[] = [
  { form: /(?:^|\/)(?:postgres(?:ql)?|.*-postgresql|postgres-alpine|alloydb-omni)$/, type: "postgres" },
  { form: /(?:^|\/)pgvector(?:\/pgvector)?$|ankane\/pgvector$|pgvecto-rs$/, type: "postgres", extensions: ["vector"] },
  { form: /(?:^|\/)postgis$/, type: "postgres", extensions: ["postgis"] },
  { form: /timescaledb(?:-ha)?$/, type: "postgres", instead: "TimescaleDB" },
  { form: /(?:^|\/)mysql(?:-server)?$/, type: "mysql" },
  { form: /percona(?:-server)?$/, type: "mysql", instead: "Percona Server" },
  { form: /(?:^|\/)mariadb$/, type: "mysql", instead: "MariaDB" },
  { form: /(?:^|\/)redis(?:-stack(?:-server)?)?$/, type: "redis" },
  { form: /(?:^|\/)(?:valkey|valkey-bundle)$/, type: "redis" },
  { form: /(?:^|\/)keydb$/, type: "redis", instead: "KeyDB" },
  { form: /(?:^|\/)dragonfly$/, type: "redis", instead: "Dragonfly" },
];

/** What store an image holds; undefined for any other image. */
export function storeImage(image: string): StoreImage | undefined {
  const name = imageName(image);
  const found = known.find(({ form }) => form.test(name.path));
  if (found === undefined) return undefined;
  const { type, extensions, instead } = found;
  const version = instead === "MariaDB" ? undefined : versionIn(name.tag);
  const more = { ...(extensions && { extensions }), ...(instead && { instead }), ...(version && { version }) };
  return { type, name, ...more };
}

/** `16.2-alpine`, `pg16`, `pg15-v0.3`, `v7`: the number. */
function versionIn(tag: string | undefined): string | undefined {
  return /^(?:v|pg|latest-pg)?(\d+(?:\.\d+)*)/.exec(tag ?? "")?.[1];
}

/** Data services that Stackwright has no managed component for: by the image's name, what they are and where they listen. */
const others: readonly (readonly [form: RegExp, what: string, port: number])[] = [
  [/(?:^|\/)mongo(?:db)?(?:-community-server)?$/, "MongoDB", 27017],
  [/kafka$|redpanda$/, "Kafka", 9092],
  [/zookeeper$/, "ZooKeeper", 2181],
  [/(?:^|\/)rabbitmq$/, "RabbitMQ", 5672],
  [/activemq/, "ActiveMQ", 61616],
  [/(?:^|\/)nats$/, "NATS", 4222],
  [/elasticsearch$/, "Elasticsearch", 9200],
  [/opensearch$/, "OpenSearch", 9200],
  [/clickhouse(?:-server)?$/, "ClickHouse", 8123],
  [/(?:^|\/)minio$/, "MinIO", 9000],
  [/seaweedfs$/, "SeaweedFS", 8333],
  [/cassandra$|scylla$/, "Cassandra", 9042],
  [/mssql\/server$/, "SQL Server", 1433],
  [/(?:^|\/)(?:neo4j|arangodb|couchdb|influxdb|rethinkdb|surrealdb|cockroach)$/, "a database of its own kind", 8080],
  [/(?:^|\/)(?:meilisearch|typesense|solr|qdrant|weaviate)$/, "a search engine with data of its own", 7700],
];

/** What an image is that holds data in a way that nothing managed here does. */
export function unsupportedData(image: string): { readonly what: string; readonly port: number } | undefined {
  const { path } = imageName(image);
  const found = others.find(([form]) => form.test(path));
  return found && { what: found[1], port: found[2] };
}

/** Where well-known images listen, by their published documentation; for files that leave it out. */
const ports: readonly (readonly [form: RegExp, port: number])[] = [
  [/^(?:wordpress|nextcloud|matomo|nginx|httpd|caddy|traefik|monica|phpmyadmin|drupal|joomla)(?!\/)/, 80],
  [/(?:^|\/)ghost$/, 2368],
  [/(?:^|\/)(?:metabase|grafana|gitea|uptime-kuma)$/, 3000],
  [/(?:^|\/)n8n$/, 5678],
  [/(?:^|\/)directus$/, 8055],
  [/(?:^|\/)strapi/, 1337],
  [/(?:^|\/)keycloak$/, 8080],
  [/(?:^|\/)mattermost-/, 8065],
  [/(?:^|\/)memcached$/, 11211],
];

export function usualPort(image: string): number | undefined {
  const { path, tag = "" } = imageName(image);
  // PHP's process manager speaks FastCGI.
  if (/(?:^|-)fpm(?:-|$)/.test(tag)) return 9000;
  return ports.find(([form]) => form.test(path))?.[1];
}
