import { useMemo } from "react";
import { useCanvas } from "../state/hooks";
import { FieldEditor } from "./FieldEditor";
import type { FieldModel } from "./fieldModel";
import { Section } from "./Section";
import { FormContext, useForm } from "./useField";

/** A field in the base, and beside it in the environment that is looked at; each is edited where it stands. */
export function BothEditor({ model }: { readonly model: FieldModel }) {
  const base = useForm();
  const chosen = useCanvas((state) => state.picture?.environment);
  const override = useMemo(() => ({ ...base, environment: chosen }), [base, chosen]);
  if (model.kind === "group") {
    return (
      <Section id={`group:${model.path.join(".")}`} title={model.title} description={model.description}>
        {model.fields.map((field) => (
          <BothEditor key={field.path.join(".")} model={field} />
        ))}
      </Section>
    );
  }
  return (
    <div className="both">
      <FieldEditor model={model} />
      <FormContext value={override}>
        <FieldEditor model={model} />
      </FormContext>
    </div>
  );
}
