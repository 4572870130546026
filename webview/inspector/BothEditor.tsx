import { useMemo } from "react";
import { useCanvas } from "../state/hooks";
import { strings } from "../strings";
import { FieldEditor } from "./FieldEditor";
import type { FieldKind, FieldModel } from "./fieldModel";
import { Section } from "./Section";
import { FormContext, useForm } from "./useField";

/** What has room beside itself; the others stand below each other. */
const narrow: ReadonlySet<FieldKind> = new Set(["text", "number", "boolean", "choice"]);

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
  const isWide = !narrow.has(model.kind);
  return (
    <div className={isWide ? "both stacked" : "both"}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as freely, and brings a frame of its own. */}
      <div role="group" aria-label={strings.inspector.base}>
        {isWide && <div className="both-caption">{strings.inspector.base}</div>}
        <FieldEditor model={model} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      <div role="group" aria-label={chosen}>
        {isWide && <div className="both-caption">{chosen}</div>}
        <FormContext value={override}>
          <FieldEditor model={model} />
        </FormContext>
      </div>
    </div>
  );
}
