import type { Json } from "../../../extension/manifest/edit/operation";
import { FieldRow } from "../FieldRow";
import { type FieldModel, typesOf } from "../fieldModel";
import { useField } from "../useField";
import { show } from "../values";
import { ListEditor } from "./ListEditor";

/** Several texts. Where the schema allows it, one alone is written without a list. */
export function ListField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  const canBeText = typesOf(model.schema).includes("string");
  return (
    <FieldRow field={field}>
      <ListEditor
        title={model.title}
        items={toList(field.value)}
        suggestions={model.values.map(show)}
        isDisabled={field.isDisabled}
        onItems={(items) => {
          const [only] = items;
          if (only === undefined) field.reset();
          else field.set(canBeText && items.length === 1 ? only : items);
        }}
      />
    </FieldRow>
  );
}

/** A list override replaces the base's list, so an edit starts from what counts. */
export function toList(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(show) : [show(value)];
}
