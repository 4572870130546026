import type { Component, Database, LoadBalancer, OnDelete, Redis } from "../app";
import { parseDuration, parseSize } from "../units";
import { buildCommand, buildScale, buildService } from "./buildService";
import type { Values } from "./values";

/** What a component needs to know of the rest. */
export interface Surroundings {
  /** Whether databases are protected where they do not say. */
  readonly deletionProtection: boolean;
  /** The port that a web component listens on. */
  portOf(component: string): number;
}

/** @returns undefined for a type that is not in the table. */
export function buildComponent(
  name: string,
  type: string,
  values: Values,
  surroundings: Surroundings,
): Component | undefined {
  switch (type) {
    case "web": {
      const health = values.child("healthCheck");
      return {
        type,
        ...buildService(name, values),
        ...preDeploy(values),
        port: values.number("port"),
        scale: buildScale(values),
        healthCheck: {
          path: health.text("path"),
          interval: parseDuration(health.text("interval")) ?? 0,
          timeout: parseDuration(health.text("timeout")) ?? 0,
          gracePeriod: parseDuration(health.text("gracePeriod")) ?? 0,
        },
      };
    }
    case "worker":
      return { type, ...buildService(name, values), ...preDeploy(values), scale: buildScale(values) };
    case "cron":
      return {
        type,
        ...buildService(name, values),
        schedule: values.text("schedule"),
        timezone: values.text("timezone"),
        retries: values.number("retries"),
      };
    case "postgres":
    case "mysql":
      return buildDatabase(name, type, values, surroundings);
    case "redis":
      return buildRedis(name, values);
    case "load-balancer":
      return buildLoadBalancer(name, values, surroundings);
    default:
      return undefined;
  }
}

function preDeploy(values: Values): { preDeploy?: readonly string[] } {
  const command = buildCommand(values.get("preDeploy"));
  return command === undefined ? {} : { preDeploy: command };
}

const gibibytes = (text: string | undefined): number => (parseSize(text) ?? 0) / 1024;

function buildDatabase(name: string, type: Database["type"], values: Values, surroundings: Surroundings): Database {
  const backup = values.child("backup");
  const window = backup.optionalText("window");
  const maxStorage = values.optionalText("maxStorage");
  return {
    type,
    name,
    version: values.text("version"),
    size: values.text("size"),
    storage: gibibytes(values.text("storage")),
    ...(maxStorage !== undefined && { maxStorage: gibibytes(maxStorage) }),
    highAvailability: values.flag("highAvailability"),
    backup: { retentionDays: backup.number("retentionDays"), ...(window !== undefined && { window }) },
    extensions: values.texts("extensions"),
    deletionProtection:
      values.get("deletionProtection") === undefined
        ? surroundings.deletionProtection
        : values.flag("deletionProtection"),
    onDelete: values.text("onDelete") as OnDelete,
  };
}

function buildRedis(name: string, values: Values): Redis {
  return {
    type: "redis",
    name,
    version: values.text("version"),
    size: values.text("size"),
    replicas: values.number("replicas"),
    eviction: values.text("eviction"),
  };
}

function buildLoadBalancer(name: string, values: Values, surroundings: Surroundings): LoadBalancer {
  const domain = values.get("domain");
  const hostedZone = values.optionalText("hostedZone");
  return {
    type: "load-balancer",
    name,
    domains: Array.isArray(domain) ? domain.map(String) : domain === undefined ? [] : [String(domain)],
    certificate: values.text("certificate"),
    ...(hostedZone !== undefined && { hostedZone }),
    routes: values.items("routes").map((route) => {
      const host = route.optionalText("host");
      const to = route.text("to");
      const port = route.optionalNumber("port") ?? surroundings.portOf(to);
      return { to, path: route.text("path"), ...(host !== undefined && { host }), port };
    }),
  };
}
