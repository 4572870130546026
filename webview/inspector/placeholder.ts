import type { Json } from "../../extension/manifest/edit/operation";
import { strings } from "../strings";
import type { FieldModel } from "./fieldModel";
import { show } from "./values";

interface Unwritten {
  readonly model: FieldModel;
  /** Written in the base, when an override is edited. */
  readonly inherited: Json | undefined;
}

/** What counts while nothing is written: the base's value, or the default. */
export function placeholderOf({ inherited, model }: Unwritten): string {
  if (model.hint !== undefined) return model.hint;
  if (inherited !== undefined) return strings.inspector.baseValue(show(inherited));
  if (model.fallback !== undefined) return strings.inspector.byDefault(show(model.fallback));
  return model.isRequired ? strings.inspector.required : strings.inspector.notSet;
}
