import { type ReactNode, useId } from "react";
import { Button } from "../controls/Button";
import { strings } from "../strings";
import { SeverityIcon } from "../toolbar/ProblemList";
import { type Field, problemsAt, useForm } from "./useField";
import { show } from "./values";

interface FieldRowProps {
  readonly field: Field;
  readonly children: ReactNode;
  /** Beside the title, such as a switch between two ways to write it. */
  readonly aside?: ReactNode;
}

/** A field's title, its control, its way back to the default, and what is wrong with it. */
export function FieldRow({ field, children, aside }: FieldRowProps) {
  const { problems, override } = useForm();
  const { model, own, inherited, environment } = field;
  const id = useId();
  const found = problemsAt(problems, model.path);
  const isBase = environment === undefined;
  // Lists and maps are emptied entry by entry: one click must not take out all that somebody wrote.
  const isReversible = !isBase || (!model.isRequired && (typeof own !== "object" || model.kind === "scale"));
  const canReset = own !== undefined && !field.isDisabled && isReversible;
  const isHidden = isBase && override !== undefined && isOverridden(override, model.path);
  const name = isBase ? strings.inspector.reset(model.title) : strings.inspector.resetOverride(model.title);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as freely, and brings a frame of its own.
    <div className={`field${isBase || own === undefined ? "" : " overridden"}`} role="group" aria-labelledby={id}>
      <div className="field-head">
        <span className="field-title" id={id} title={model.description}>
          {model.title}
        </span>
        {!isBase && own !== undefined && <span className="field-mark">{strings.inspector.overridden}</span>}
        {isHidden && <span className="field-mark">{strings.inspector.overriddenElsewhere}</span>}
        <span className="field-aside">
          {aside}
          {canReset && <Button icon="discard" label={name} onPress={() => field.reset()} />}
        </span>
      </div>
      {children}
      {!isBase && own !== undefined && isPlain(inherited) && (
        <div className="field-note">{strings.inspector.baseValue(show(inherited))}</div>
      )}
      {found.map((problem) => (
        <div className="field-message" key={`${problem.offset} ${problem.code}`}>
          <SeverityIcon severity={problem.severity} />
          <span>{problem.message}</span>
        </div>
      ))}
    </div>
  );
}

function isPlain(value: unknown): boolean {
  return value !== undefined && typeof value !== "object";
}

function isOverridden(override: unknown, path: Field["model"]["path"]): boolean {
  let value = override;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return false;
    value = Reflect.get(value, step);
  }
  return true;
}
