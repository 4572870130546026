import { useEffect, useState } from "react";
import { isComponentName } from "../components/naming";
import { TextField } from "../controls/TextField";
import { rename } from "../state/actions";
import { useCanvas, useController, useEditable } from "../state/hooks";
import { strings } from "../strings";

/** The component's name. A new one that cannot be is refused while it is typed; nothing is written then. */
export function NameField({ name }: { readonly name: string }) {
  const controller = useController();
  const isEditable = useEditable();
  const isNew = useCanvas((state) => state.naming === name);
  const [focus, setFocus] = useState<number | undefined>(undefined);
  const [refused, setRefused] = useState<string | undefined>(undefined);

  useEffect(() => {
    if (!isNew) return;
    setFocus((before) => (before ?? 0) + 1);
    controller.store.update((state) => ({ ...state, naming: undefined }));
  }, [controller, isNew]);

  const check = (to: string): string | undefined => {
    if (to === name) return undefined;
    if (!isComponentName(to)) return strings.inspector.nameInvalid;
    const taken = controller.store.get().picture?.components.some((component) => component.name === to);
    return taken === true ? strings.inspector.nameTaken(to) : undefined;
  };

  return (
    <div className="name-field">
      <TextField
        label={strings.inspector.name}
        value={name}
        disabled={!isEditable}
        invalid={refused !== undefined}
        focus={focus}
        onDraft={(draft) => setRefused(draft === undefined ? undefined : check(draft))}
        onValue={(to) => {
          const reason = check(to);
          if (reason === undefined) void rename(controller, name, to);
          else controller.notify(reason);
        }}
      />
      {refused !== undefined && <div className="field-message">{refused}</div>}
    </div>
  );
}
