import type { Json } from "../manifest/edit/operation";
import { writeScalar } from "../manifest/edit/scalar";
import { t } from "../manifest/l10n";
import type { Path, Range } from "../manifest/problem";
import { componentTypes, type Schema } from "../manifest/schema";
import type { Completion } from "./completion";
import { typesOf, valuesOf } from "./describe";
import type { Place } from "./place/place";
import { componentIn, reachable, type Scope } from "./scope";
import { literal } from "./snippet";
import { type Suggestion, suggest } from "./suggest";

export interface ValuePlace {
  readonly place: Place;
  readonly before: string;
  readonly range: Range;
}

/** Values for the place: those that the schema names, its default, its examples, and names of components. */
export function completeValues(scope: Scope, schema: Schema, at: ValuePlace): readonly Completion[] {
  const { path } = at.place;
  if (path.length === 3 && path[0] === "components" && path[2] === "type") return types(at);
  const reference = schema["x-reference"];
  if (reference !== undefined) return names(scope, reference, at);
  const named = valuesOf(schema);
  const base = baseValue(scope, path);
  return suggest(scope, schema, path)
    .filter(({ value }) => !at.place.siblings.has(String(value)))
    .flatMap((suggestion, index) => {
      const { value } = suggestion;
      const parts = [suggestion.means, value === schema.default && t`default`, value === base && t`base`];
      const detail = parts.filter(Boolean).join(", ");
      return valueItem(suggestion, at, { isNamed: named.includes(value), detail, index }) ?? [];
    });
}

/** What the base has where an environment changes it. */
function baseValue(scope: Scope, path: Path): Json | undefined {
  const own = path[0] === "environments" ? componentIn(path) : undefined;
  if (own === undefined) return undefined;
  const node = scope.nodeAt(["components", ...path.slice(own.depth)]);
  return node?.kind === "scalar" ? node.value : undefined;
}

function types(at: ValuePlace): readonly Completion[] {
  return [...componentTypes.values()].map((info, index) => ({
    label: info.type,
    kind: "enum",
    detail: info.label,
    documentation: `**${info.title}**\n\n${info.description}`,
    ...written(info.type, at),
    range: at.range,
    sortText: order(index),
  }));
}

function names(scope: Scope, reference: "connection" | "route" | "member", at: ValuePlace): readonly Completion[] {
  const from = componentIn(at.place.path)?.name ?? "";
  return reachable(scope, from, reference)
    .filter((name) => !at.place.siblings.has(name))
    .map((name, index) => ({
      label: name,
      kind: "component",
      detail: scope.infoOf(name)?.label ?? "",
      ...written(name, at),
      range: at.range,
      sortText: order(index),
    }));
}

function valueItem(
  { value, means, deprecated }: Suggestion,
  at: ValuePlace,
  { isNamed, detail, index }: { readonly isNamed: boolean; readonly detail: string; readonly index: number },
): Completion | undefined {
  if (value === null || typeof value === "object") return undefined;
  if (at.place.quote !== undefined && typeof value !== "string") return undefined;
  const text = written(value, at);
  return {
    label: String(value),
    kind: isNamed ? "enum" : "value",
    ...(detail !== "" && { detail }),
    ...(deprecated === true && { deprecated }),
    ...text,
    // What it means is found as well: a region by its city, a schedule by its words.
    ...(means !== undefined && { filterText: `${value} ${means}` }),
    range: at.range,
    sortText: order(index),
  };
}

/** The scalar as it must stand there: behind an open quote only its text, which is closed if nothing else does. */
export function written(
  value: string | number | boolean,
  { place, before }: ValuePlace,
): { readonly insertText: string; readonly snippet: boolean; readonly filterText?: string } {
  if (place.quote !== undefined) {
    const inner =
      place.quote === "'" ? String(value).replaceAll("'", "''") : JSON.stringify(String(value)).slice(1, -1);
    return { insertText: inner + (place.closed ? "" : place.quote), snippet: false };
  }
  const text = writeScalar(value, { flow: place.flow });
  return { insertText: before + text, snippet: false, ...(text !== String(value) && { filterText: String(value) }) };
}

/** Items of a list where the list itself is still to be written. */
export function completeItems(scope: Scope, schema: Schema, at: ValuePlace): readonly Completion[] {
  const { items } = schema;
  if (items === undefined || at.place.kind !== "value") return [];
  const isBelow = at.place.line === "below";
  if (typesOf(items).includes("object")) {
    if (!isBelow) return [];
    const [key = ""] = items.required ?? [];
    const text = `${at.before}- ${key}: `;
    return [
      {
        label: "-",
        kind: "snippet",
        detail: items.title ?? t`item`,
        insertText: text,
        snippet: false,
        range: at.range,
        sortText: "000",
        filterText: `- ${key}`,
        retrigger: true,
      },
    ];
  }
  return completeValues(scope, items, { ...at, before: "" }).map((item) => ({
    ...item,
    insertText: isBelow ? `${at.before}- ${item.insertText}` : `${at.before}[${literal(item.insertText)}$0]`,
    snippet: !isBelow,
    filterText: item.filterText ?? item.label,
  }));
}

function order(index: number): string {
  return String(index).padStart(4, "0");
}
