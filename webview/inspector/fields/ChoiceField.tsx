import type { Json } from "../../../extension/manifest/edit/operation";
import { Dropdown } from "../../controls/Dropdown";
import { SizeChoices } from "../../price/SizeChoices";
import { useCanvas } from "../../state/hooks";
import { strings } from "../../strings";
import { FieldRow } from "../FieldRow";
import type { FieldModel } from "../fieldModel";
import { placeholderOf } from "../placeholder";
import { memoryAlong, rangeOf } from "../taskSizes";
import { useField, useForm } from "../useField";
import { merge, show, valueAt } from "../values";

const unset = "";

/** One of the values that the schema names. The first entry stands for writing nothing, and says what counts then. */
export function ChoiceField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  const canBeUnset = !model.isRequired || field.environment !== undefined;
  const { fields, override } = useForm();
  const isCpu = field.component !== undefined && model.path.join(".") === "cpu";
  const options = model.values.map((value) => ({ value: show(value), label: isCpu ? cpuLabel(value) : show(value) }));
  const choose = (value: Json) => {
    const memory = isCpu ? memoryAlong(Number(value), valueAt(merge(fields, override), ["memory"])) : undefined;
    // Memory that the platform does not have with this share would only be a problem at once.
    if (memory === undefined) field.set(value);
    else field.setAlso(value, [["memory"], memory]);
  };
  const prices = useCanvas((state) =>
    model.path.join(".") === "network.egress" ? state.picture?.price?.choices : undefined,
  );
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
          if (value !== undefined) choose(value);
          else if (chosen === unset && canBeUnset) field.reset();
        }}
      />
      {prices !== undefined && (
        <SizeChoices
          choices={prices}
          about={strings.inspector.egressCosts}
          chosen={show(field.value ?? model.fallback)}
          disabled={field.isDisabled}
          onChoose={(value) => field.set(value)}
        />
      )}
    </FieldRow>
  );
}

/** A share of a processor, with the memory that goes with it. */
function cpuLabel(value: Json): string {
  const range = rangeOf(Number(value));
  return range === undefined ? show(value) : strings.inspector.cpu(show(value), range.from, range.to);
}
