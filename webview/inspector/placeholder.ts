import { strings } from "../strings";
import type { Field } from "./useField";
import { show } from "./values";

/** What counts while nothing is written: the base's value, or the default. */
export function placeholderOf({ inherited, model }: Pick<Field, "inherited" | "model">): string {
  if (inherited !== undefined) return strings.inspector.baseValue(show(inherited));
  if (model.fallback !== undefined) return strings.inspector.byDefault(show(model.fallback));
  return model.isRequired ? strings.inspector.required : strings.inspector.notSet;
}
