/** Where something stands in what was imported. Lines are counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A YAML or JSON value that remembers its line; aliases and merge keys are resolved. */
export type Value = MapValue | ListValue | ScalarValue;

export interface MapValue {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Value>;
  readonly place: Place;
}

export interface ListValue {
  readonly kind: "list";
  readonly items: readonly Value[];
  readonly place: Place;
}

export interface ScalarValue {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly place: Place;
}

/** What stands under a key, or below several keys of maps in maps. */
export function get(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>((at, key) => (at?.kind === "map" ? at.entries.get(key) : undefined), value);
}

export const entriesOf = (value: Value | undefined): readonly (readonly [string, Value])[] =>
  value?.kind === "map" ? [...value.entries] : [];

/** The items of a list; a single value counts as a list of one, as most formats have it. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || (value.kind === "scalar" && value.value === null)) return [];
  return value.kind === "list" ? value.items : [value];
}

/** A scalar as text: `true`, `80`, `latest`. Undefined for a map, a list and null. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "scalar" && value.value !== null ? String(value.value) : undefined;
}

export const textAt = (value: Value | undefined, ...path: readonly string[]): string | undefined =>
  textOf(get(value, ...path));

/** YAML 1.1 readers, which most of these formats have, take these words for true as well. */
export const isTrue = (value: Value | undefined): boolean => /^(?:true|yes|on)$/i.test(textOf(value) ?? "");

export const isFalse = (value: Value | undefined): boolean => /^(?:false|no|off)$/i.test(textOf(value) ?? "");

/** Replaces every scalar that is text. */
export function mapTexts(value: Value, change: (text: string, place: Place) => string): Value {
  if (value.kind === "scalar") {
    return typeof value.value === "string" ? { ...value, value: change(value.value, value.place) } : value;
  }
  if (value.kind === "list") return { ...value, items: value.items.map((item) => mapTexts(item, change)) };
  return { ...value, entries: new Map([...value.entries].map(([key, inner]) => [key, mapTexts(inner, change)])) };
}
