/**
 * A value that a chart lets people choose. The plain manifests have the value itself; a chart has a mark in its place,
 * which `chartTemplate` turns into an expression, and the value among its defaults.
 */
export interface Slots {
  /** A text or a number. */
  value<Value extends string | number>(path: readonly string[], value: Value): Value;
  /** A map, as a whole. */
  map(path: readonly string[], value: Readonly<Record<string, unknown>>): unknown;
  /** A text that is nothing by default, and whose field is then left out. */
  optional(path: readonly string[]): string | undefined;
  /** A map that is empty by default, and whose field is then left out. */
  optionalMap(path: readonly string[]): unknown;
  /** Objects that a chart makes only while a value, true by default, is so. */
  onlyIf<Objects extends object>(path: readonly string[], objects: Objects): Objects;
}

/** For manifests that are applied as they are. */
export const noSlots: Slots = {
  value: (_, value) => value,
  map: (_, value) => value,
  optional: () => undefined,
  optionalMap: () => undefined,
  onlyIf: (_, objects) => objects,
};

export type SlotKind = "text" | "number" | "map" | "optional" | "optionalMap" | "flag";

export interface Slot {
  readonly path: readonly string[];
  readonly kind: SlotKind;
  readonly value: unknown;
}

/** For a chart: gathers what was asked for, under marks that no text of an application has. */
export class ChartSlots implements Slots {
  readonly slots = new Map<string, Slot>();
  /** The value that decides whether a list of objects is made. */
  readonly conditions = new Map<object, Slot>();

  value<Value extends string | number>(path: readonly string[], value: Value): Value {
    // The mark stands where the value would: whoever prints it asks for nothing but a scalar.
    return this.#mark({ path, kind: typeof value === "number" ? "number" : "text", value }) as Value;
  }

  map(path: readonly string[], value: Readonly<Record<string, unknown>>): unknown {
    return this.#mark({ path, kind: "map", value });
  }

  optional(path: readonly string[]): string {
    return this.#mark({ path, kind: "optional", value: "" });
  }

  optionalMap(path: readonly string[]): unknown {
    return this.#mark({ path, kind: "optionalMap", value: {} });
  }

  onlyIf<Objects extends object>(path: readonly string[], objects: Objects): Objects {
    const slot: Slot = { path, kind: "flag", value: true };
    this.#mark(slot);
    this.conditions.set(objects, slot);
    return objects;
  }

  #mark(slot: Slot): string {
    const mark = `stackwright-slot-${this.slots.size}-of-this-chart`;
    this.slots.set(mark, slot);
    return mark;
  }
}
