import { NumberField } from "../../controls/NumberField";
import { Switch } from "../../controls/Switch";
import { strings } from "../../strings";
import { FieldRow } from "../FieldRow";
import type { FieldModel } from "../fieldModel";
import { placeholderOf } from "../placeholder";
import { useField } from "../useField";
import { isMap, show, valueAt } from "../values";

/** A fixed number of tasks, or limits with what to scale on. */
export function ScaleField({ model }: { readonly model: FieldModel }) {
  const field = useField(model);
  const isAutomatic = isMap(field.value);
  const fixed = typeof field.own === "number" ? field.own : undefined;
  const change = (kind: string) => {
    if (kind === "fixed") {
      const minimum = valueAt(field.value, ["min"]);
      field.set(typeof minimum === "number" ? minimum : 1);
    } else {
      const count = typeof field.value === "number" ? field.value : 1;
      field.set({ min: count, max: Math.max(count * 2, count + 1), cpu: 70 });
    }
  };
  const aside = (
    <Switch
      label={strings.inspector.scaleKind}
      value={isAutomatic ? "automatic" : "fixed"}
      options={[
        { value: "fixed", label: strings.inspector.fixed },
        { value: "automatic", label: strings.inspector.automatic },
      ]}
      disabled={field.isDisabled}
      onValue={change}
    />
  );
  return (
    <FieldRow field={field} aside={aside}>
      {isAutomatic ? (
        <div className="grid">
          {model.fields.map((part) => {
            const key = String(part.path.at(-1));
            const own = valueAt(field.own, [key]);
            const inherited = valueAt(field.inherited, [key]);
            return (
              <div className="grid-cell" key={key}>
                <span className="grid-title" title={part.description}>
                  {part.title}
                </span>
                <NumberField
                  label={`${model.title}: ${part.title}`}
                  value={typeof own === "number" ? own : undefined}
                  placeholder={inherited === undefined ? "" : strings.inspector.baseValue(show(inherited))}
                  whole
                  minimum={part.schema.minimum}
                  maximum={part.schema.maximum}
                  disabled={field.isDisabled}
                  onValue={(value) => {
                    if (value !== undefined) field.set(value, [key]);
                    else if (!part.isRequired || field.environment !== undefined) field.reset([key]);
                  }}
                />
              </div>
            );
          })}
        </div>
      ) : (
        <NumberField
          label={strings.inspector.tasks}
          value={fixed}
          placeholder={placeholderOf(field)}
          whole
          minimum={model.schema.minimum}
          maximum={model.schema.maximum}
          disabled={field.isDisabled}
          invalid={field.isInvalid}
          onValue={(value) => (value === undefined ? field.reset() : field.set(value))}
        />
      )}
    </FieldRow>
  );
}
