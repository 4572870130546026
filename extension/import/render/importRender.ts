import { t } from "../../manifest/l10n";
import { commandLine } from "../command";
import { type Service, type Store, textValue } from "../draft";
import { finish } from "../finish";
import { type Files, type Imported, type ImportOptions, refused } from "../imported";
import { Notes } from "../notes";
import { readValue, whyUnread } from "../readValue";
import { entriesOf, get, itemsOf, textAt, textOf, type Value } from "../value";
import { databaseOf, keyValueOf, privateStore } from "./store";
import { type Blueprint, portOf, variablesOf } from "./variables";

/** vCPU and MiB of Render's instance types, by its pricing page. */
const plans: Readonly<Record<string, readonly [cpu: number, memory: number]>> = {
  free: [0.25, 512],
  starter: [0.5, 512],
  standard: [1, 2048],
  pro: [2, 4096],
  "pro plus": [4, 8192],
  "pro max": [4, 16_384],
  "pro ultra": [8, 32_768],
};

/** Reads a Blueprint, `render.yaml`. */
export function importRender(file: string, text: string, files: Files, options: ImportOptions): Imported {
  const read = readValue(file, text);
  if ("problem" in read) {
    return refused({ format: "render", file, files }, whyUnread(read));
  }
  const notes = new Notes();
  const root = read.value;
  const stores = new Map<string, Store>();
  const services = new Map<string, Value>();
  for (const item of itemsOf(get(root, "services"))) {
    const name = textAt(item, "name") ?? "service";
    const type = textAt(item, "type");
    const store =
      type === "redis" || type === "keyvalue"
        ? keyValueOf(name, item)
        : type === "pserv"
          ? privateStore(name, item, notes)
          : undefined;
    if (store !== undefined) stores.set(name, store);
    else services.set(name, item);
  }
  // A database may have the name of a service here, and components may not.
  const databases = new Map<string, string>();
  for (const item of itemsOf(get(root, "databases"))) {
    const own = textAt(item, "name") ?? "database";
    const name = services.has(own) || stores.has(own) ? `${own}-db` : own;
    databases.set(own, name);
    stores.set(name, databaseOf(name, item, notes));
  }
  const groups = new Map(
    itemsOf(get(root, "envVarGroups")).map((group) => [textAt(group, "name") ?? "", group] as const),
  );
  const blueprint: Blueprint = { services, stores, databases, groups, notes };
  const made = [...services].flatMap(([name, item]) => serviceOf(name, item, blueprint) ?? []);
  for (const [key, value] of entriesOf(root)) {
    if (!["services", "databases", "envVarGroups", "version"].includes(key))
      notes.left(value.place, key, t`Projects and previews are Render's own; write environments for them.`);
  }
  const name = options.name ?? made[0]?.name ?? "app";
  return finish({ name, services: made, stores: [...stores.values()], notes: notes.all }, "render", file, files);
}

const reasons: Readonly<Record<string, () => string>> = {
  region: () => t`The manifest has one region for all, and Render's have other names; set region.`,
  autoDeploy: () => t`What is deployed, and when, is a pipeline's; stackwright pipeline writes one.`,
  branch: () => t`What is deployed, and when, is a pipeline's; stackwright pipeline writes one.`,
  buildCommand: () => t`Put it into the Dockerfile.`,
  initialDeployHook: () => t`It runs once after the first deployment: use stackwright run for it.`,
};
const silent = new Set(
  "type name env runtime image repo plan startCommand dockerCommand dockerfilePath dockerContext rootDir envVars disk numInstances scaling healthCheckPath domains domain schedule preDeployCommand".split(
    " ",
  ),
);

function serviceOf(name: string, value: Value, blueprint: Blueprint): Service | undefined {
  const { notes } = blueprint;
  const type = textAt(value, "type");
  if (type === "static" || textAt(value, "runtime") === "static" || textAt(value, "env") === "static") {
    notes.left(value.place, "static", t`${name} is a static site, and there is no component for one yet.`);
    return undefined;
  }
  for (const [key, field] of entriesOf(value)) {
    if (!silent.has(key)) notes.left(field.place, key, reasons[key]?.() ?? t`A component has no such setting.`, name);
  }
  const kind = type === "cron" ? "cron" : type === "worker" ? "worker" : "web";
  const [cpu, memory] = plans[textAt(value, "plan") ?? ""] ?? [];
  const command = textAt(value, "dockerCommand") ?? textAt(value, "startCommand");
  const before = textAt(value, "preDeployCommand");
  const path = textAt(value, "healthCheckPath");
  const schedule = textAt(value, "schedule");
  const scale = scaleOf(value);
  const variables = variablesOf(name, value, blueprint);
  const port = portOf(undefined, value);
  const image = textAt(value, "image", "url") ?? textAt(value, "image");
  const told = variables.some((variable) => variable.name === "PORT");
  const domains = [...itemsOf(get(value, "domains")), ...itemsOf(get(value, "domain"))].flatMap(
    (item) => textOf(item) ?? [],
  );
  const disk = get(value, "disk");
  if (value.kind === "map" && textAt(value, "plan") !== undefined && cpu === undefined) {
    notes.left(
      get(value, "plan")?.place ?? value.place,
      "plan",
      t`This size is not known here; set cpu and memory.`,
      name,
    );
  }
  return {
    name,
    place: value.place,
    kind,
    ...(image === undefined ? { build: buildOf(name, value, notes) } : { image }),
    variables:
      kind !== "web" || told
        ? variables
        : [...variables, { name: "PORT", value: textValue(String(port)), place: value.place }],
    needs: [],
    ...(kind === "web" ? { port } : {}),
    ...(type === "web" ? { entrances: [{ domains }] } : {}),
    ...(kind === "cron" ? { schedule: schedule ?? "0 0 * * *" } : {}),
    ...(command === undefined ? {} : { command: commandLine(command) }),
    ...(before === undefined ? {} : { preDeploy: commandLine(before) }),
    ...(path === undefined ? {} : { healthCheck: { path } }),
    ...(cpu === undefined || memory === undefined ? {} : { cpu, memory }),
    ...(scale === undefined ? {} : { scale }),
    ...(disk === undefined ? {} : { volumes: [{ name: "disk", path: textAt(disk, "mountPath") ?? "/data" }] }),
  };
}

function buildOf(name: string, value: Value, notes: Notes): NonNullable<Service["build"]> {
  const runtime = textAt(value, "runtime") ?? textAt(value, "env") ?? "docker";
  const repository = textAt(value, "repo");
  if (repository !== undefined)
    notes.ask(
      get(value, "repo")?.place ?? value.place,
      "repo",
      t`It is built from ${repository}: put that beside the manifest, and name its folder.`,
      name,
    );
  if (runtime !== "docker")
    notes.ask(
      value.place,
      "runtime",
      t`Render builds ${runtime} by itself, and here a Dockerfile does. Add one with what buildCommand does.`,
      name,
    );
  const inside = (path: string): string => path.replace(/^\.\/(?=.)/, "").replace(/(.)\/$/, "$1");
  const context = inside(textAt(value, "dockerContext") ?? textAt(value, "rootDir") ?? ".");
  const file = inside(textAt(value, "dockerfilePath") ?? "Dockerfile");
  const dockerfile = context !== "." && file.startsWith(`${context}/`) ? file.slice(context.length + 1) : file;
  return { context, ...(dockerfile === "Dockerfile" ? {} : { dockerfile }) };
}

function scaleOf(value: Value): Service["scale"] {
  const number = (...path: readonly string[]): number | undefined => {
    const found = Number(textAt(value, ...path));
    return Number.isInteger(found) && found > 0 && found <= 1000 ? found : undefined;
  };
  const [min, max] = [number("scaling", "minInstances"), number("scaling", "maxInstances")];
  if (min === undefined || max === undefined || min > max) return number("numInstances");
  const [cpu, memory] = [number("scaling", "targetCPUPercent"), number("scaling", "targetMemoryPercent")];
  return {
    min,
    max,
    ...(cpu === undefined ? {} : { cpu: Math.min(100, cpu) }),
    ...(memory === undefined ? {} : { memory: Math.min(100, memory) }),
  };
}
