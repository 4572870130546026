import { Checkbox } from "../../controls/Checkbox";
import { strings } from "../../strings";
import { FieldRow } from "../FieldRow";
import type { FieldModel } from "../fieldModel";
import { type Field, useField } from "../useField";

/** On or off. While nothing is written it shows what counts, and says where that comes from. */
export function BooleanField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  const counts = field.value ?? model.fallback ?? false;
  const word = counts === true ? strings.inspector.on : strings.inspector.off;
  const origin = originOf(field, word);
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

/** A field without a default of its own, such as one that depends on the environment, is only said not to be set. */
function originOf({ inherited, model }: Field, word: string): string {
  if (model.hint !== undefined) return model.hint;
  if (inherited !== undefined) return strings.inspector.baseValue(word);
  return model.fallback === undefined ? strings.inspector.notSet : strings.inspector.byDefault(word);
}
