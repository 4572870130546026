import { NumberField } from "../../controls/NumberField";
import { FieldRow } from "../FieldRow";
import { type FieldModel, typesOf } from "../fieldModel";
import { placeholderOf } from "../placeholder";
import { useField } from "../useField";

export function NumericField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  return (
    <FieldRow field={field}>
      <NumberField
        label={model.title}
        value={typeof field.own === "number" ? field.own : undefined}
        placeholder={placeholderOf(field)}
        disabled={field.isDisabled}
        invalid={field.isInvalid}
        whole={typesOf(model.schema).includes("integer")}
        minimum={model.schema.minimum}
        maximum={model.schema.maximum}
        onValue={(value) => {
          if (value !== undefined) field.set(value);
          else if (!model.isRequired || field.environment !== undefined) field.reset();
        }}
      />
    </FieldRow>
  );
}
