import type { Json } from "../../extension/manifest/edit/operation";
import type { EditedField as Field } from "../../extension/protocol/messages";
import { Button } from "../controls/Button";
import { show } from "../inspector/values";
import { useController, useEditable } from "../state/hooks";
import { strings } from "../strings";
import { discard } from "./discard";
import { useWords } from "./useWords";

interface EditedFieldProps {
  readonly field: Field;
  /** Undefined: of the application. */
  readonly component?: string;
}

/** One field: as deployed, as written now, its line, and the way back. */
export function EditedField({ field, component }: EditedFieldProps) {
  const controller = useController();
  const words = useWords();
  const isEditable = useEditable();
  const { path, before, after } = field;
  const name = path.join(".");
  const root = component === undefined ? [] : ["components", component];
  return (
    <div className="edited-field">
      <div className="edited-head">
        <span className="property-name" title={name}>
          {name}
        </span>
        <Button
          icon="go-to-file"
          label={strings.edited.show(name)}
          onPress={() => controller.send({ type: "reveal", path: [...root, ...path] })}
        />
        {isEditable && (
          <Button
            icon="discard"
            label={words.discard(name)}
            onPress={() => discard(controller, name, { ...(component !== undefined && { component }), path })}
          />
        )}
      </div>
      <div className="property-values">
        <Value className="before" value={before} />
        <span className="codicon codicon-arrow-right" aria-hidden="true" />
        <Value className="after" value={after} />
      </div>
    </div>
  );
}

function Value({ className, value }: { readonly className: string; readonly value: Json | undefined }) {
  const text = value === undefined ? strings.edited.nothing : inWords(value);
  return (
    <span className={className} title={text}>
      {text}
    </span>
  );
}

function inWords(value: Json): string {
  return Array.isArray(value) && value.every((item) => typeof item !== "object")
    ? value.map(show).join(", ")
    : show(value);
}
