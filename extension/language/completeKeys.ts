import { t } from "../manifest/l10n";
import type { Range } from "../manifest/problem";
import { alternatives, componentTypes, type Schema } from "../manifest/schema";
import type { Completion } from "./completion";
import { describe, typeName, typesOf } from "./describe";
import type { Place } from "./place/place";
import { componentIn, reachable, type Scope } from "./scope";
import { keySnippet, literal, skeleton } from "./snippet";
import { variablesElsewhere } from "./variables";

export interface KeyPlace {
  readonly place: Place;
  /** What goes in front of the key: a space, a line break, nothing. */
  readonly before: string;
  /** What goes in front of the lines below the key's. */
  readonly indent: string;
  readonly hasColon: boolean;
  readonly range: Range;
  readonly step: number;
}

/** The keys that the map at the place's path can still have; required ones first. */
export function completeKeys(scope: Scope, schema: Schema | undefined, at: KeyPlace): readonly Completion[] {
  if (schema === undefined) return [];
  const { path, siblings } = at.place;
  if (!at.hasColon && siblings.size >= (schema.maxProperties ?? Number.POSITIVE_INFINITY)) return [];
  const choices = alternatives(schema);
  const isOpen = !choices.some((key) => siblings.has(key));
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {})
    .filter(([key]) => !siblings.has(key) && (isOpen || !choices.includes(key)))
    .filter(([key]) => !(key === "type" && isOverride(path)))
    .map(([key, field], index): Completion => {
      const isChoice = choices.includes(key) && !isOverride(path);
      const isRequired = required.has(key) || (isChoice && key === choices[0]);
      // What begins with `$` is the canvas's own, and names of components come before it.
      const order = isRequired ? "0" : field["x-common"] ? "1" : key.startsWith("$") ? "9" : "2";
      const others = choices.filter((choice) => choice !== key).join(", ");
      const exception =
        isChoice && isRequired ? t`required unless ${others}, ` : isChoice ? t`instead of ${others}, ` : "";
      const need = exception || (isRequired ? t`required, ` : "");
      const detail = `${need}${typeName(field)}`;
      return keyItem(key, field, at, { detail, sortText: `${order}${String(index).padStart(3, "0")}` });
    });
  const named = [...namedKeys(scope, schema, at), ...variables(scope, schema, at)];
  return [...fields, ...named, ...(isNewComponent(at) ? [...missing(scope, at), ...skeletons(scope, at)] : [])];
}

/** An environment changes a component's fields, never its type. */
function isOverride(path: Place["path"]): boolean {
  return path.length === 4 && path[0] === "environments";
}

interface ItemOptions {
  readonly detail: string;
  readonly sortText: string;
  readonly kind?: Completion["kind"];
}

function keyItem(key: string, schema: Schema | undefined, at: KeyPlace, options: ItemOptions): Completion {
  const { text, retrigger } = at.hasColon
    ? { text: literal(key), retrigger: false }
    : keySnippet(key, schema, at.place.flow, at.indent);
  const quote = at.hasColon ? undefined : at.place.quote;
  const whole = quote === undefined ? text : inQuotes(text, key, quote, at.place.flow);
  const bare = whole.endsWith("$0") ? whole.slice(0, -2) : whole;
  const snippet = /[$\\]/.test(bare);
  return {
    label: key,
    kind: options.kind ?? "property",
    detail: options.detail,
    ...(schema && { documentation: describe(schema, key) }),
    insertText: at.before + (snippet ? whole : bare),
    snippet,
    range: quote === undefined ? at.range : around(at),
    sortText: options.sortText,
    ...(quote !== undefined && { filterText: quote + key }),
    ...(retrigger && { retrigger }),
  };
}

/** In braces the quotes stay, as in JSON; elsewhere a key needs none. */
function inQuotes(text: string, key: string, quote: string, flow: boolean): string {
  return flow && text.startsWith(`${key}:`) ? `${quote}${key}${quote}${text.slice(key.length)}` : text;
}

/** The word with its quotes. */
function around({ range, place }: KeyPlace): Range {
  return { start: range.start - 1, end: range.end + (place.closed ? 1 : 0) };
}

/** Variables that the base or other components have. */
function variables(scope: Scope, schema: Schema, at: KeyPlace): readonly Completion[] {
  const value = typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
  return [...variablesElsewhere(scope, at.place.path)]
    .filter(([name]) => !at.place.siblings.has(name))
    .map(([name, detail], index) =>
      keyItem(name, value, at, { detail, sortText: `3${String(index).padStart(4, "0")}`, kind: "value" }),
    );
}

/** Components that are named somewhere and not there. */
function missing(scope: Scope, at: KeyPlace): readonly Completion[] {
  if (at.place.path.length !== 1) return [];
  return scope.missing
    .filter((name) => !at.place.siblings.has(name))
    .map((name, index) => ({
      ...keyItem(name, undefined, at, { detail: t`used, but not there`, sortText: `4${index}`, kind: "component" }),
      documentation: t`\`${name}\` is named by another component and not there yet.`,
      insertText: `${at.before}${name}:\n${at.indent}`,
      snippet: false,
      retrigger: true,
    }));
}

/** Keys that are names: of components, where the schema says so or the path is one of those that go by component. */
function namedKeys(scope: Scope, schema: Schema, at: KeyPlace): readonly Completion[] {
  const { path, siblings } = at.place;
  const value = typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
  // Behind the colon a list can stand as well, of the same names.
  const isOtherForm = at.before.startsWith("\n") && typesOf(schema).includes("array");
  const item = (name: string, index: number): Completion => {
    const plain = keyItem(name, value, at, {
      detail: scope.infoOf(name)?.label ?? "",
      sortText: `3${String(index).padStart(4, "0")}`,
      kind: "component",
    });
    if (!isOtherForm) return plain;
    return {
      ...plain,
      label: `${name}: { as: … }`,
      insertText: `${at.before}${literal(name)}: { as: $0 \\}`,
      snippet: true,
      retrigger: true,
    };
  };
  return namesFor(scope, schema, at)
    .filter((name) => !siblings.has(name))
    .map(item)
    .concat(newNames(path, siblings, value, at));
}

function namesFor(scope: Scope, schema: Schema, { place: { path } }: KeyPlace): readonly string[] {
  const isCanvas = path.length === 1 && path[0] === "canvas";
  const isOverrides = path.length === 3 && path[0] === "environments" && path[2] === "components";
  if (isCanvas || isOverrides) return scope.names;
  const reference = schema.propertyNames?.["x-reference"];
  return reference === undefined ? [] : reachable(scope, componentIn(path)?.name ?? "", reference);
}

function newNames(
  path: Place["path"],
  siblings: ReadonlySet<string>,
  value: Schema | undefined,
  at: KeyPlace,
): Completion[] {
  if (path.length !== 1 || path[0] !== "environments") return [];
  return ["staging", "production"]
    .filter((name) => !siblings.has(name))
    .map((name, index) => keyItem(name, value, at, { detail: t`environment`, sortText: `4${index}` }));
}

/** Under `components`, or in a component of which nothing is written yet. */
function isNewComponent({ place: { path, siblings }, hasColon }: KeyPlace): boolean {
  if (hasColon || path[0] !== "components") return false;
  return path.length === 1 || (path.length === 2 && siblings.size === 0);
}

/** Whole components: below a name only their fields, else with a name of their own. */
function skeletons(scope: Scope, at: KeyPlace): readonly Completion[] {
  if (at.place.flow) return [];
  const web = scope.names.find((name) => scope.typeOf(name) === "web");
  const hasName = at.place.path.length === 2;
  return [...componentTypes.values()].map((info, index): Completion => {
    const common = {
      kind: "snippet",
      documentation: `**${info.title}**\n\n${info.description}`,
      snippet: true,
      range: at.range,
      sortText: `5${index}`,
    } as const;
    if (hasName) {
      const lines = skeleton(info, "", web).split("\n");
      const inset = at.before.startsWith("\n") ? at.before.slice(1) : at.indent.slice(at.step);
      const insertText = at.before + lines.join(`\n${inset}`);
      return {
        ...common,
        label: info.label,
        detail: t`whole component`,
        filterText: `${info.type} ${info.label}`,
        insertText,
      };
    }
    const body = skeleton(info, "", web)
      .split("\n")
      .map((line) => `${at.indent}${line}`);
    const name = freeName(scope, info.type);
    const insertText = `${at.before}\${99:${name}}:\n${body.join("\n")}`;
    return { ...common, label: name, detail: info.label, filterText: `${name} ${info.label}`, insertText };
  });
}

function freeName(scope: Scope, type: string): string {
  const base = shortNames[type] ?? type;
  if (!scope.names.includes(base)) return base;
  for (let number = 2; ; number += 1) if (!scope.names.includes(`${base}-${number}`)) return `${base}-${number}`;
}

const shortNames: { readonly [type: string]: string } = {
  postgres: "db",
  mysql: "db",
  redis: "cache",
  "load-balancer": "edge",
};
