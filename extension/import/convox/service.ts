import { t } from "../../manifest/l10n";
import { commandLine } from "../command";
import { asName } from "../componentNames";
import { ownVariables } from "../compose/environment";
import { type Service, textValue, type Variable } from "../draft";
import type { Notes } from "../notes";
import { mark, marksIn, shown } from "../unset";
import { entriesOf, get, isTrue, itemsOf, textAt, textOf, type Value } from "../value";

const silent = new Set(
  "build image command environment port internal domain health resources scale volumes".split(" "),
);

/** A service of Convox's: what has a port is public, unless it is internal. */
export function serviceOf(name: string, value: Value, shared: Value | undefined, notes: Notes): Service {
  for (const [key, field] of entriesOf(value)) {
    if (!silent.has(key)) notes.left(field.place, key, t`A component has no such setting.`, name);
  }
  const port = portOf(get(value, "port"));
  const domains = itemsOf(get(value, "domain"))
    .flatMap((item) => (textOf(item) ?? "").split(","))
    .filter((domain) => domain !== "" && marksIn(domain).length === 0);
  const unset = textAt(value, "domain") ?? "";
  if (marksIn(unset).length > 0)
    notes.ask(
      get(value, "domain")?.place ?? value.place,
      "domain",
      t`${shown(unset)} has no value here. Give the load balancer its domain.`,
      name,
    );
  const open = port !== undefined && !isTrue(get(value, "internal"));
  const check = healthOf(get(value, "health"));
  const command = textAt(value, "command");
  return {
    name,
    place: value.place,
    kind: port === undefined ? "worker" : "web",
    ...imageOf(value),
    ...environmentOf(name, value, shared, notes),
    volumes: volumesOf(value),
    ...sizeOf(value),
    ...(port === undefined ? {} : { port }),
    ...(open ? { entrances: [{ domains }] } : {}),
    ...(check === undefined || port === undefined ? {} : { healthCheck: check }),
    ...(command === undefined ? {} : { command: commandLine(command) }),
  };
}

export function imageOf(value: Value): Pick<Service, "image" | "build"> {
  const image = textAt(value, "image");
  if (image !== undefined) return { image };
  const build = get(value, "build");
  const inside = (path: string): string => path.replace(/^\.\/(?=.)/, "").replace(/(.)\/$/, "$1");
  const dockerfile = textAt(build, "manifest");
  return {
    build: {
      context: inside(textOf(build) ?? textAt(build, "path") ?? "."),
      ...(dockerfile === undefined || dockerfile === "Dockerfile" ? {} : { dockerfile: inside(dockerfile) }),
    },
  };
}

const isVariableName = (text: string): boolean => /^[A-Za-z_][A-Za-z0-9_]{0,254}$/.test(text);

/** What a service's containers get: the variables that are written, and those of the resources that it is linked to. */
export function environmentOf(
  name: string,
  value: Value,
  shared: Value | undefined,
  notes: Notes,
): Pick<Service, "needs" | "variables"> {
  const { needs, variables } = linksOf(value, notes, name);
  return { needs, variables: [...variables, ...variablesOf(name, value, shared, notes)] };
}

/** `NAME=value`, or a name alone for what has to be set before the application runs. */
function variablesOf(name: string, value: Value, shared: Value | undefined, notes: Notes): readonly Variable[] {
  const variables = new Map<string, Variable>();
  for (const [key, text, place] of [...ownVariables(shared), ...ownVariables(get(value, "environment"))]) {
    if (isVariableName(key)) variables.set(key, { name: key, place, value: textValue(text ?? mark(key)) });
    else notes.left(place, "environment", t`${key} is no name that a variable can have here.`, name);
  }
  return [...variables.values()];
}

/**
 * A resource sets `NAME_URL` and so on. With `database:MAIN_URL` it sets the variable of that name alone: what its end
 * says, and the address for any other.
 */
function linksOf(value: Value, notes: Notes, component: string): Pick<Service, "needs" | "variables"> {
  const needs: { to: string; prefix?: string }[] = [];
  const variables: Variable[] = [];
  for (const item of itemsOf(get(value, "resources"))) {
    const [to = "", alias = ""] = (textOf(item) ?? "").split(":").map((part) => part.trim());
    if (to === "") continue;
    if (alias === "") {
      const prefix = to.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_");
      needs.push({ to, prefix });
      notes.changed(item.place, "resources", t`Where ${prefix}_PASS is read, read ${prefix}_PASSWORD.`, component);
    } else if (isVariableName(alias)) {
      needs.push({ to });
      const attribute = attributes[alias.split("_").at(-1) ?? ""] ?? "url";
      variables.push({ name: alias, place: item.place, value: { kind: "reference", to, attribute } });
    } else {
      notes.left(item.place, "resources", t`${alias} is no name that a variable can have here.`, component);
    }
  }
  return { needs, variables };
}

const attributes: Readonly<Record<string, string>> = {
  USER: "user",
  PASS: "password",
  HOST: "host",
  PORT: "port",
  NAME: "name",
};

/** Of a processor the 1000th part in the third generation, the 1024th in the second; and MiB. */
export function sizeOf(value: Value): Pick<Service, "cpu" | "memory" | "scale"> {
  const cpu = Number(textAt(value, "scale", "cpu"));
  const memory = Number(textAt(value, "scale", "memory"));
  const count = textAt(value, "scale", "count") ?? textAt(value, "scale");
  const [min, max] = (count ?? "").split("-").map(Number);
  const ranged = min !== undefined && max !== undefined && min <= max && max <= 1000;
  const scale = ranged
    ? { min, max }
    : min !== undefined && Number.isInteger(min) && min > 1 && min <= 1000
      ? min
      : undefined;
  return {
    ...(cpu > 0 ? { cpu: cpu / 1024 } : {}),
    ...(memory > 0 ? { memory } : {}),
    ...(scale === undefined ? {} : { scale }),
  };
}

function portOf(value: Value | undefined): number | undefined {
  const port = Number((textOf(value) ?? textAt(value, "port") ?? "").split(":").at(-1) || Number.NaN);
  return Number.isInteger(port) && port > 0 && port <= 65_535 ? port : undefined;
}

function healthOf(value: Value | undefined): Service["healthCheck"] {
  const path = textOf(value) ?? textAt(value, "path");
  const seconds = (key: string): number | undefined =>
    Number(textAt(value, key)) > 0 ? Number(textAt(value, key)) : undefined;
  const [interval, timeout, gracePeriod] = [seconds("interval"), seconds("timeout"), seconds("grace")];
  if (path === undefined || !path.startsWith("/")) return undefined;
  return { path, ...(interval && { interval }), ...(timeout && { timeout }), ...(gracePeriod && { gracePeriod }) };
}

const volumesOf = (value: Value): NonNullable<Service["volumes"]> =>
  itemsOf(get(value, "volumes")).flatMap((item) => {
    const path = (textOf(item) ?? "").split(":").at(-1) ?? "";
    return path.startsWith("/") ? [{ name: asName(path.split("/").at(-1) ?? "", 28, "data"), path }] : [];
  });
