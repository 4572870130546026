import { type Chosen, levels, list, type Need, type Parameter } from "./parameter";

type Kinds = Parameters<typeof levels>[0];

/** The fields of what holds data. */
export const stores: readonly Parameter[] = [
  ...database("postgres", "db"),
  field("postgres", "db", "version", {
    unset: undefined,
    oldest: "14",
    older: ["15", "16"],
    newest: ["17", "18"],
    release: "17.8",
  }),
  field("postgres", "db", "extensions", { unset: undefined, one: list("vector"), some: list("uuid-ossp", "pg_trgm") }),
  ...database("mysql", "legacy"),
  field("mysql", "legacy", "version", { unset: undefined, older: "8.0", newest: "8.4", release: "8.4.8" }),
  field("redis", "cache", "type", { redis: "redis" }),
  field("redis", "cache", "version", { unset: undefined, older: "7", newest: "8" }),
  field("redis", "cache", "size", { ...sizes(), class: "cache.r7g.large" }),
  field("redis", "cache", "replicas", { unset: undefined, none: 0, one: 1, most: 5 }),
  field("redis", "cache", "eviction", {
    unset: undefined,
    none: "noeviction",
    all: ["allkeys-lru", "allkeys-lfu", "allkeys-random"],
    volatile: ["volatile-lru", "volatile-lfu", "volatile-random", "volatile-ttl"],
  }),
];

function database(type: "postgres" | "mysql", name: string): Parameter[] {
  const more = (kinds: Kinds, key: string) => field(type, name, key, kinds);
  return [
    more({ [type]: type }, "type"),
    more({ ...sizes(), class: "db.r7g.large" }, "size"),
    more({ unset: undefined, least: "20Gi", much: "1Ti" }, "storage"),
    more({ unset: undefined, little: growth(type, 21), much: growth(type, 2048) }, "maxStorage"),
    more({ unset: undefined, yes: true, no: false }, "highAvailability"),
    more({ unset: undefined, none: 0, one: 1, most: 35 }, "backup.retentionDays"),
    more({ unset: undefined, night: "02:00-03:00", midnight: "23:45-00:15" }, "backup.window"),
    more({ unset: undefined, yes: true, no: false }, "deletionProtection"),
    more({ unset: undefined, snapshot: "snapshot", retain: "retain", delete: "delete" }, "onDelete"),
  ];
}

/** So many GiB; a tebibyte more where the disk begins with one. */
function growth(type: string, amount: number): (chosen: Chosen) => string {
  return (chosen) => `${amount + (chosen.get(`${type}.storage`) === "much" ? 1024 : 0)}Gi`;
}

function sizes(): Kinds {
  const named = ["nano", "micro", "small", "medium", "large", "xlarge"];
  return { unset: undefined, ...Object.fromEntries(named.map((size) => [size, size])) };
}

function field(type: string, name: string, key: string, kinds: Kinds): Parameter {
  const needs: readonly Need[] = [[`has ${type}`, "yes"]];
  const at = ["components", name, ...key.split(".")];
  return { name: `${type}.${key}`, covers: [`${type}.${key}`], at, levels: levels(kinds), needs };
}
