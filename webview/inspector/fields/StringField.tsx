import { Combo } from "../../controls/Combo";
import { TextField } from "../../controls/TextField";
import { SizeChoices } from "../../price/SizeChoices";
import { FieldRow } from "../FieldRow";
import type { FieldModel } from "../fieldModel";
import { placeholderOf } from "../placeholder";
import { memoryChoices } from "../taskSizes";
import { useField, useForm } from "../useField";
import { merge, show, valueAt } from "../values";

/** A text; with likely values to choose from, when the schema names some. Emptied, it is taken out. */
export function StringField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  const { fields, override } = useForm();
  const common = {
    label: model.title,
    value: show(field.own),
    placeholder: placeholderOf(field),
    disabled: field.isDisabled,
    invalid: field.isInvalid,
    onValue: (value: string) => {
      if (value !== "") field.set(value);
      else if (!model.isRequired || field.environment !== undefined) field.reset();
    },
  };
  const choices = model.path.join(".") === "size" ? field.component?.price?.choices : undefined;
  const cpu = valueAt(merge(fields, override), ["cpu"]);
  const isTaskMemory = field.component !== undefined && model.path.join(".") === "memory" && typeof cpu === "number";
  const likely = isTaskMemory ? memoryChoices(cpu) : model.values.map(show);
  return (
    <FieldRow field={field}>
      {likely.length > 0 ? <Combo {...common} suggestions={likely} /> : <TextField {...common} />}
      {choices !== undefined && (
        <SizeChoices
          choices={choices}
          chosen={show(field.value ?? model.fallback)}
          disabled={field.isDisabled}
          onChoose={(value) => field.set(value)}
        />
      )}
    </FieldRow>
  );
}
