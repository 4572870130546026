import { type RefObject, useEffect, useRef } from "react";
import type { EditedComponent } from "../../extension/protocol/messages";
import { Button } from "../controls/Button";
import { OwnerName } from "../deployment/OwnerName";
import { useCanvas, useController, useEditable } from "../state/hooks";
import { strings } from "../strings";
import { discard } from "./discard";
import { EditedField } from "./EditedField";
import { countEdited } from "./editedStatus";
import { useWords } from "./useWords";
import "./edited.css";
import "../deployment/changes.css";

/** What differs from the last deployment, field by field, and the way back for each. */
export function EditedPanel() {
  const controller = useController();
  const words = useWords();
  const edited = useCanvas((state) => state.picture?.edited);
  const isEditable = useEditable();
  if (edited === undefined || countEdited(edited) === 0) {
    return <p className="side-body dim">{words.none}</p>;
  }
  return (
    <>
      <div className="side-body">
        <p className="dim">{words.since(new Date(edited.at).toLocaleString())}</p>
        {edited.other.length > 0 && (
          <section className="change-group">
            <h3>
              <OwnerName component={undefined} shared={strings.edited.application} />
            </h3>
            {edited.other.map((field) => (
              <EditedField key={field.path.join("/")} field={field} />
            ))}
          </section>
        )}
        {Object.entries(edited.components).map(([name, component]) => (
          <ComponentEdits key={name} name={name} component={component} />
        ))}
        {edited.removed.map((name) => (
          <Removed key={name} name={name} />
        ))}
      </div>
      {isEditable && (
        <footer className="panel-footer">
          <Button icon="discard" onPress={() => discard(controller, strings.edited.everything, {})}>
            {words.discardAll}
          </Button>
        </footer>
      )}
    </>
  );
}

function ComponentEdits({ name, component }: { readonly name: string; readonly component: EditedComponent }) {
  const controller = useController();
  const words = useWords();
  const section = useAtDifference(name);
  const isEditable = useEditable();
  return (
    <section className="change-group" ref={section}>
      <h3 className="edited-head">
        <OwnerName component={name} shared={name} />
        <Button
          icon="go-to-file"
          label={strings.edited.show(name)}
          onPress={() => controller.send({ type: "reveal", path: ["components", name] })}
        />
        {isEditable && (
          <Button
            icon="discard"
            label={component.kind === "added" ? strings.inspector.removeItem(name) : words.discard(name)}
            onPress={() => discard(controller, name, { component: name })}
          />
        )}
      </h3>
      {component.kind === "added" ? (
        <div className="edited-fact">
          <span className="codicon codicon-diff-added change-add" aria-hidden="true" /> {words.added}
        </div>
      ) : (
        component.fields.map((field) => <EditedField key={field.path.join("/")} field={field} component={name} />)
      )}
    </section>
  );
}

function Removed({ name }: { readonly name: string }) {
  const controller = useController();
  const words = useWords();
  const section = useAtDifference(name);
  const isEditable = useEditable();
  return (
    <section className="change-group" ref={section}>
      <h3 className="edited-head">
        <OwnerName component={name} shared={name} />
        {isEditable && (
          <Button
            icon="discard"
            label={words.restore(name)}
            onPress={() => discard(controller, name, { component: name })}
          />
        )}
      </h3>
      <div className="edited-fact">
        <span className="codicon codicon-diff-removed change-remove" aria-hidden="true" /> {words.removed}
      </div>
    </section>
  );
}

/** The part of the list that the last step between differences led to comes into sight. */
function useAtDifference(name: string): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null);
  const isAt = useCanvas((state) => state.difference === name);
  useEffect(() => {
    if (isAt) ref.current?.scrollIntoView({ block: "nearest" });
  }, [isAt]);
  return ref;
}
