import type { Json } from "../manifest/edit/operation";
import { t } from "../manifest/l10n";
import { plural } from "../manifest/plural";
import { componentTypes } from "../manifest/schema";

export type JsonMap = { readonly [key: string]: Json };

/** A component in one line: "1 vCPU · 2 GiB · 2-6 tasks". Defaults count; what makes no sense is left out. */
export function summarize(type: string, fields: JsonMap): string {
  const value = (key: string): Json | undefined => fields[key] ?? defaultOf(type, key);
  const parts = partsOf(type, value);
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}

function partsOf(type: string, value: (key: string) => Json | undefined): readonly (string | undefined)[] {
  switch (type) {
    case "web":
    case "worker":
      return [...machine(value), tasks(value("scale"))];
    case "cron":
      return [schedule(value), ...machine(value)];
    case "postgres":
    case "mysql":
      return [
        product(type, value),
        plain(value("size")),
        amount(value("storage")),
        value("highAvailability") === true ? plural(2, "zone") : undefined,
      ];
    case "redis":
      return [product(type, value), plain(value("size")), some(value("replicas"), (count) => plural(count, "replica"))];
    case "load-balancer":
      return entrance(value);
    default:
      return [];
  }
}

function machine(value: (key: string) => Json | undefined): readonly (string | undefined)[] {
  const cpu = plain(value("cpu"));
  return [cpu && t`${cpu} vCPU`, amount(value("memory"))];
}

function tasks(scale: Json | undefined): string | undefined {
  if (typeof scale === "number") return plural(scale, "task");
  if (!isMap(scale)) return undefined;
  const [min, max] = [scale["min"], scale["max"]];
  if (typeof min !== "number" || typeof max !== "number") return undefined;
  return min === max ? tasks(min) : t`${min}-${max} tasks`;
}

function schedule(value: (key: string) => Json | undefined): string | undefined {
  const zone = plain(value("timezone"));
  const when = plain(value("schedule"));
  return when && zone !== undefined && zone !== "UTC" ? `${when} ${zone}` : when;
}

function product(type: string, value: (key: string) => Json | undefined): string {
  const label = componentTypes.get(type)?.label ?? type;
  const version = plain(value("version"));
  return version === undefined ? label : `${label} ${version}`;
}

function entrance(value: (key: string) => Json | undefined): readonly (string | undefined)[] {
  const written = value("domain");
  const domains = (Array.isArray(written) ? written : [written]).filter((domain) => typeof domain === "string");
  const [first, ...others] = domains;
  const routes = value("routes");
  return [
    first === undefined ? t`No domain` : others.length === 0 ? first : `${first} +${others.length}`,
    first === undefined ? "HTTP" : "HTTPS",
    Array.isArray(routes) ? some(routes.length, (count) => plural(count, "route")) : undefined,
  ];
}

/** `2Gi` as "2 GiB"; anything else as it stands. */
function amount(value: Json | undefined): string | undefined {
  const text = plain(value);
  const match = /^([0-9]+)([MGT]i)$/.exec(text ?? "");
  return match === null ? text : `${match[1]} ${match[2]}B`;
}

function some(value: Json | undefined, words: (count: number) => string): string | undefined {
  return typeof value === "number" && value > 0 ? words(value) : undefined;
}

function plain(value: Json | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value).slice(0, 80) : undefined;
}

function defaultOf(type: string, key: string): Json | undefined {
  return componentTypes.get(type)?.schema.properties?.[key]?.default;
}

export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
