import type { Json } from "../../../extension/manifest/edit/operation";
import type { Field } from "../useField";
import { isMap } from "../values";

/** An entry of a map field. */
export interface MapEntry {
  readonly key: string;
  readonly value: Json;
  /** Written in the layer that is edited; otherwise it comes from the base. */
  readonly isOwn: boolean;
  /** Of an override: the base has it too, so removing it brings the base's value back. */
  readonly isInBase: boolean;
}

export function entriesOf(field: Field): readonly MapEntry[] {
  if (!isMap(field.value)) return [];
  const { own, inherited } = field;
  return Object.entries(field.value).map(([key, value]) => ({
    key,
    value,
    isOwn: isMap(own) && Object.hasOwn(own, key),
    isInBase: isMap(inherited) && Object.hasOwn(inherited, key),
  }));
}
