import type { Component, Database, LoadBalancer, OnDelete, Redis } from "../app";
import { parseDuration, parseSize } from "../units";
import { buildCommand, buildScale, buildService } from "./buildService";
import type { Values } from "./values";

/** What a component needs to know of the rest. */
export interface Surroundings {
  /** Whether the environment is protected: what a component does not say is then decided for safety, not for thrift. */
  readonly isProtected: boolean;
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
  const { isProtected } = surroundings;
  switch (type) {
    case "web": {
      const health = values.child("healthCheck");
      const sticky = parseDuration(values.optionalText("sticky"));
      return {
        type,
        ...buildService(name, values, isProtected),
        ...preDeploy(values),
        port: values.number("port"),
        scale: buildScale(values),
        healthCheck: {
          path: health.text("path"),
          interval: parseDuration(health.text("interval")) ?? 0,
          timeout: parseDuration(health.text("timeout")) ?? 0,
          gracePeriod: parseDuration(health.text("gracePeriod")) ?? 0,
        },
        ...(sticky !== undefined && { sticky }),
      };
    }
    case "worker":
      return { type, ...buildService(name, values, isProtected), ...preDeploy(values), scale: buildScale(values) };
    case "cron":
      return {
        type,
        ...buildService(name, values, isProtected),
        schedule: values.text("schedule"),
        timezone: values.text("timezone"),
        retries: values.number("retries"),
      };
    case "postgres":
    case "mysql":
      return buildDatabase(name, type, values, isProtected);
    case "redis":
      return buildRedis(name, values, isProtected);
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

/** What is written; otherwise on where the environment is protected. */
function flag(values: Values, name: string, isProtected: boolean): boolean {
  return values.get(name) === undefined ? isProtected : values.flag(name);
}

function buildDatabase(name: string, type: Database["type"], values: Values, isProtected: boolean): Database {
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
    highAvailability: flag(values, "highAvailability", isProtected),
    backup: {
      retentionDays: backup.optionalNumber("retentionDays") ?? (isProtected ? 14 : 7),
      ...(window !== undefined && { window }),
    },
    extensions: values.texts("extensions"),
    deletionProtection: flag(values, "deletionProtection", isProtected),
    onDelete: values.text("onDelete") as OnDelete,
  };
}

function buildRedis(name: string, values: Values, isProtected: boolean): Redis {
  return {
    type: "redis",
    name,
    version: values.text("version"),
    size: values.text("size"),
    replicas: values.optionalNumber("replicas") ?? (isProtected ? 1 : 0),
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
    idleTimeout: parseDuration(values.text("idleTimeout")) ?? 60,
    routes: values.items("routes").map((route) => {
      const host = route.optionalText("host");
      const to = route.text("to");
      const port = route.optionalNumber("port") ?? surroundings.portOf(to);
      return { to, path: route.text("path"), ...(host !== undefined && { host }), port };
    }),
  };
}
