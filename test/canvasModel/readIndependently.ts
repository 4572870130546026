import { type Document, isScalar, parseDocument, visit, type YAMLError } from "yaml";
import type { Json } from "../../extension/manifest/edit/operation";
import type { Picture } from "../../extension/protocol/messages";

type Map = { readonly [key: string]: Json };

/** The parts of a picture that the text says in so many words. */
export type Said = Pick<Picture, "name" | "environments" | "environment" | "locked" | "notes" | "groups"> & {
  readonly components: readonly {
    readonly name: string;
    readonly type: string;
    readonly position?: readonly number[];
    readonly fields: Json;
    readonly override?: Json;
  }[];
  readonly edges: readonly string[];
};

/** Read with the `yaml` package alone. */
export interface Read {
  readonly document: Document.Parsed;
  /** Undefined: the text cannot be read. */
  readonly json: Json | undefined;
  /** Readers take it in different ways: a key stands twice in a map or is empty, or an anchor stands in itself. */
  readonly isAmbiguous: boolean;
}

let last: { readonly text: string; readonly read: Read } | undefined;

/** Remembers the last text, which is asked for both after a step and before the next. */
export function readYaml(text: string): Read {
  if (last?.text !== text) last = { text, read: parse(text) };
  return last.read;
}

function parse(text: string): Read {
  const document = parseDocument(text, { merge: true, version: "1.2", uniqueKeys: true, logLevel: "silent" });
  const isAmbiguous = document.errors.some(({ code }) => code === "DUPLICATE_KEY") || hasEmptyKey(document);
  if (document.errors.some(isReal)) return { document, json: undefined, isAmbiguous };
  try {
    return { document, json: document.toJS({ maxAliasCount: -1 }) as Json, isAmbiguous };
  } catch {
    // An anchor that stands in itself: the package gives up on the values, not on the text.
    return { document, json: {}, isAmbiguous: true };
  }
}

/** The package wants white space before a comment that begins a line in braces; YAML does not. */
function isReal({ code, message }: YAMLError): boolean {
  return code !== "DUPLICATE_KEY" && !message.startsWith("Comments must be separated");
}

/** A key that is nothing is called "" by some and "null" by others. */
function hasEmptyKey(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Pair: (_, { key }) => {
      if (key === null || (isScalar(key) && key.value === null)) found = true;
    },
  });
  return found;
}

/** What the canvas must show of a manifest that was read so, in the environment that was chosen. */
export function saidBy(json: Json, chosen: string | undefined): Said {
  const root = mapOf(json);
  const environments = Object.keys(mapOf(root["environments"]));
  const all = environments.length > 0 ? environments : ["default"];
  const environment = all.find((name) => name === chosen) ?? all[0] ?? "";
  const overrides = mapOf(mapOf(mapOf(root["environments"])[environment])["components"]);
  const canvas = mapOf(root["canvas"]);
  const names = Object.keys(mapOf(root["components"]));
  const components = Object.entries(mapOf(root["components"])).map(([name, value]) => {
    const fields = mapOf(value);
    const position = numbers(canvas[name]);
    const override = overrides[name];
    const type = fields["type"];
    return {
      name,
      type: type === undefined || type === null || typeof type === "object" ? "" : String(type),
      ...(position && { position }),
      fields,
      ...(isMap(override) && { override }),
    };
  });
  const name = root["name"];
  return {
    name: typeof name === "string" || typeof name === "number" ? String(name) : "",
    environments: all,
    environment,
    components,
    edges: components
      .flatMap(({ name: from, fields, override }) => edgesFrom(from, merged(fields, override), names))
      .sort(),
    locked: canvas["$locked"] === true,
    notes: Object.entries(mapOf(canvas["$notes"])).flatMap(([id, note]) => {
      const { text, at, size } = mapOf(note);
      const [place, extent] = [numbers(at), numbers(size)];
      return typeof text === "string" && place ? [{ id, text, at: place, ...(extent && { size: extent }) }] : [];
    }),
    groups: Object.entries(mapOf(canvas["$groups"])).flatMap(([id, group]) => {
      const { title, components: members } = mapOf(group);
      if (!Array.isArray(members)) return [];
      const known = members.filter((member) => typeof member === "string" && names.includes(member));
      return [{ id, ...(typeof title === "string" && { title }), components: [...new Set(known)] }];
    }),
  };
}

/** The same parts of a picture that was drawn. */
export function saidOn(picture: Picture): Said {
  const { name, environments, environment, locked, notes, groups } = picture;
  return {
    name,
    environments,
    environment,
    locked,
    notes,
    groups,
    components: picture.components.map(({ name: key, type, position, fields, override }) => ({
      name: key,
      type,
      ...(position && { position }),
      fields,
      ...(override && { override }),
    })),
    edges: picture.edges.map(({ from, to, kind, label }) => edge(from, to, kind, label)).sort(),
  };
}

function edgesFrom(from: string, fields: Map, names: readonly string[]): readonly string[] {
  const { connections, routes } = fields;
  const listed = Array.isArray(connections) ? [...new Set(connections)] : Object.keys(mapOf(connections));
  const declared = listed.flatMap((to) => {
    const as = Array.isArray(connections) ? undefined : mapOf(mapOf(connections)[String(to)])["as"];
    const usual = String(to).toUpperCase().replaceAll("-", "_");
    return isName(to, names) ? [{ to, text: edge(from, to, "connection", as === usual ? undefined : as) }] : [];
  });
  const routed = new globalThis.Map<string, string[]>();
  for (const route of Array.isArray(routes) ? routes : []) {
    const { to, host, path } = mapOf(route);
    if (!isName(to, names)) continue;
    const at = typeof path === "string" && path !== "" ? path : "/";
    const named = typeof host === "string" && host !== "";
    routed.set(to, [...(routed.get(to) ?? []), named ? host + (at === "/" ? "" : at) : at]);
  }
  const shown = [...routed].map(([to, labels]) => {
    const label = labels.join(", ");
    return { to, text: edge(from, to, "route", label === "/" ? undefined : label) };
  });
  const reached = new Set([...declared, ...shown].map(({ to }) => to));
  const mentioned = new Set(strings(fields).flatMap(references));
  const inferred = [...mentioned].filter((to) => to !== from && names.includes(to) && !reached.has(to));
  return [...declared, ...shown].map(({ text }) => text).concat(inferred.map((to) => edge(from, to, "reference")));
}

function edge(from: string, to: string, kind: string, label?: Json | undefined): string {
  return `${kind} ${from} -> ${to}${typeof label === "string" ? ` ${label}` : ""}`;
}

function references(text: string): readonly string[] {
  const found = text.matchAll(
    /\$\{\{\s*(?:urlencode\s*\(\s*([A-Za-z_][\w-]*)\s*\.\s*[A-Za-z_][\w-]*\s*\)|([A-Za-z_][\w-]*)\s*\.\s*[A-Za-z_][\w-]*)\s*\}\}/g,
  );
  return [...found].map(([, wrapped, plain]) => wrapped ?? plain ?? "");
}

function strings(json: Json | undefined): readonly string[] {
  if (typeof json === "string") return [json];
  return typeof json === "object" && json !== null ? Object.values(json).flatMap(strings) : [];
}

function merged(base: Map, override: Json | undefined): Map {
  if (!isMap(override)) return base;
  const result: { [key: string]: Json } = { ...base };
  for (const [key, value] of Object.entries(override)) {
    const old = result[key];
    result[key] = isMap(old) && isMap(value) ? merged(old, value) : value;
  }
  return result;
}

function isName(value: Json | undefined, names: readonly string[]): value is string {
  return typeof value === "string" && names.includes(value);
}

function numbers(json: Json | undefined): readonly [number, number] | undefined {
  if (!Array.isArray(json) || json.length !== 2) return undefined;
  const [x, y] = json;
  return typeof x === "number" && typeof y === "number" && Number.isFinite(x + y) ? [x, y] : undefined;
}

export function isMap(json: Json | undefined): json is Map {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

export function mapOf(json: Json | undefined): Map {
  return isMap(json) ? json : {};
}
