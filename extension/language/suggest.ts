import { regionNames } from "../manifest/catalog/regions";
import { releases } from "../manifest/catalog/releases";
import { cacheClasses, databaseClasses } from "../manifest/catalog/sizes";
import { timezones } from "../manifest/catalog/timezones";
import type { Json } from "../manifest/edit/operation";
import { engineVersions, isPastSupport } from "../manifest/engineVersions";
import { cpuFor, memoryFor } from "../manifest/fargate";
import { t } from "../manifest/l10n";
import type { Path } from "../manifest/problem";
import type { Schema } from "../manifest/schema";
import { formatSize, parseSize } from "../manifest/units";
import { valuesOf } from "./describe";
import { scheduleInWords } from "./scheduleInWords";
import { componentIn, type Scope } from "./scope";
import { valuesElsewhere } from "./variables";

/** A value that can stand somewhere, with what it means there. */
export interface Suggestion {
  readonly value: Json;
  readonly means?: string | undefined;
  /** It works, and should not be begun with. */
  readonly deprecated?: boolean;
}

/** Values for a place: those that the schema names, its default, its examples, and what is known beyond the schema. */
export function suggest(scope: Scope, schema: Schema, path: Path): readonly Suggestion[] {
  const field = fieldOf(path);
  const special = specials[field];
  if (special !== undefined) return special(scope, path, schema);
  if (/^env\.[^.]+$/.test(field)) return valuesElsewhere(scope, path);
  if (/^connections\.[^.]+\.as$/.test(field)) return prefixes(scope, String(path.at(-2)));
  return plain(schema).map((value) => ({ value, means: meaning(scope, path, value) }));
}

/** What a value means: its machine, its release, its place, its times. Undefined when it says all itself. */
export function meaning(scope: Scope, path: Path, value: Json): string | undefined {
  const field = fieldOf(path);
  const text = String(value);
  const type = scope.typeOf(componentIn(path)?.name ?? "");
  if (field === "region") return regionNames[text];
  if (field === "schedule") return scheduleInWords(text);
  if (field === "size") return (type === "redis" ? cacheClasses : databaseClasses)[text];
  if (field === "version" && (type === "postgres" || type === "mysql")) return releases[type][text];
  if (field === "cpu" && typeof value === "number") {
    const amounts = memoryFor(value);
    const [least] = amounts;
    const most = amounts.at(-1);
    return least === undefined || most === undefined ? undefined : t`${formatSize(least)} to ${formatSize(most)}`;
  }
  if (field === "memory") {
    const shares = cpuFor(parseSize(text) ?? 0);
    return shares.length === 0 ? undefined : t`with ${shares.join(", ")} vCPU`;
  }
  return undefined;
}

/** A field's place below its component or environment, joined with dots. */
function fieldOf(path: Path): string {
  const own = componentIn(path);
  if (own !== undefined) return path.slice(own.depth + 1).join(".");
  return path[0] === "environments" ? path.slice(2).join(".") : path.join(".");
}

function plain(schema: Schema): readonly Json[] {
  const named = valuesOf(schema);
  const others = named.length > 0 && schema.anyOf === undefined ? [] : [schema.default, ...(schema.examples ?? [])];
  return [...new Set([...named, ...others])].filter((value) => value !== undefined);
}

type Special = (scope: Scope, path: Path, schema: Schema) => readonly Suggestion[];

const specials: { readonly [field: string]: Special } = {
  memory: (scope, path) => {
    const cpu = besides(scope, path, "cpu");
    const amounts = typeof cpu === "number" ? memoryFor(cpu) : allMemory;
    return amounts.map(formatSize).map((value) => ({ value, means: meaning(scope, path, value) }));
  },
  cpu: (scope, path, schema) => {
    const shares = cpuFor(parseSize(String(besides(scope, path, "memory"))) ?? 0);
    const all = valuesOf(schema);
    const fitting = all.filter((value) => shares.includes(Number(value)));
    return [...fitting, ...all.filter((value) => !fitting.includes(value))].map((value) => ({
      value,
      means: meaning(scope, path, value),
    }));
  },
  version: (scope, path, schema) => {
    const type = scope.typeOf(componentIn(path)?.name ?? "");
    if (type !== "postgres" && type !== "mysql") return plain(schema).map((value) => ({ value }));
    // The default first, then the newest.
    const series = engineVersions[type].toReversed().toSorted((a, b) => rank(a.name, schema) - rank(b.name, schema));
    return series.map((one) => {
      const release = releases[type][one.name];
      const past = isPastSupport(one);
      const means = past ? t`support ended on ${one.supportedUntil}` : release;
      return { value: one.name, means, ...(past && { deprecated: true }) };
    });
  },
  schedule: () => schedules.map((value) => ({ value, means: scheduleInWords(value) })),
  timezone: () => timezones.map((value) => ({ value })),
  port: () => [
    { value: 80, means: "HTTP" },
    { value: 3000, means: t`usual for Node and Rails` },
    { value: 8000, means: t`usual for Python` },
    { value: 8080, means: t`usual for Java and Go` },
  ],
  "backup.window": () => ["02:00-03:00", "04:00-05:00", "22:00-23:00"].map((value) => ({ value, means: "UTC" })),
};

const rank = (name: string, schema: Schema): number => (name === schema.default ? 0 : 1);

const allMemory = [...new Set([0.25, 0.5, 1, 2, 4, 8, 16].flatMap(memoryFor))].sort((a, b) => a - b);

const schedules = [
  "*/5 * * * *",
  "*/15 * * * *",
  "0 * * * *",
  "0 */6 * * *",
  "0 3 * * *",
  "0 9 * * 1-5",
  "0 0 * * 0",
  "0 0 1 * *",
];

/** The value of the field beside one, in the environment or else in the base. */
function besides(scope: Scope, path: Path, field: string): Json | undefined {
  const own = componentIn(path);
  const base = own === undefined ? [] : [["components", own.name, field]];
  for (const place of [[...path.slice(0, -1), field], ...base]) {
    const node = scope.nodeAt(place);
    if (node?.kind === "scalar" && node.value !== null) return node.value;
  }
  return undefined;
}

/** Prefixes of variables that a connection can have. */
function prefixes(scope: Scope, component: string): readonly Suggestion[] {
  const type = scope.typeOf(component);
  const usual = type === "postgres" || type === "mysql" ? ["DATABASE"] : type === "redis" ? ["REDIS"] : [];
  const own = component.toUpperCase().replaceAll("-", "_");
  return [...new Set([...usual, own])].map((value) => ({ value, means: t`${value}_URL, ${value}_HOST, …` }));
}
