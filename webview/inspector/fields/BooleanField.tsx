import { Checkbox } from "../../controls/Checkbox";
import { strings } from "../../strings";
import { FieldRow } from "../FieldRow";
import type { FieldModel } from "../fieldModel";
import { useField } from "../useField";

/** On or off. While nothing is written it shows what counts, and says where that comes from. */
export function BooleanField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  const counts = field.value ?? model.fallback ?? false;
  const word = counts === true ? strings.inspector.on : strings.inspector.off;
  const origin = field.inherited === undefined ? strings.inspector.byDefault(word) : strings.inspector.baseValue(word);
  return (
    <FieldRow field={field}>
      <Checkbox
        label={model.title}
        checked={counts === true}
        disabled={field.isDisabled}
        onValue={(checked) => field.set(checked)}
      >
        {field.own === undefined ? origin : word}
      </Checkbox>
    </FieldRow>
  );
}
