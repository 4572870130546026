import { Dropdown } from "../../controls/Dropdown";
import { FieldRow } from "../FieldRow";
import type { FieldModel } from "../fieldModel";
import { placeholderOf } from "../placeholder";
import { useField } from "../useField";
import { show } from "../values";

const unset = "";

/** One of the values that the schema names. The first entry stands for writing nothing, and says what counts then. */
export function ChoiceField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  const canBeUnset = !model.isRequired || field.environment !== undefined;
  const options = model.values.map((value) => ({ value: show(value), label: show(value) }));
  return (
    <FieldRow field={field}>
      <Dropdown
        label={model.title}
        value={field.own === undefined ? unset : show(field.own)}
        options={
          canBeUnset || field.own === undefined ? [{ value: unset, label: placeholderOf(field) }, ...options] : options
        }
        disabled={field.isDisabled}
        invalid={field.isInvalid}
        onValue={(chosen) => {
          const value = model.values.find((candidate) => show(candidate) === chosen);
          if (value !== undefined) field.set(value);
          else if (chosen === unset && canBeUnset) field.reset();
        }}
      />
    </FieldRow>
  );
}
