import { useMemo } from "react";
import type { PictureComponent } from "../../extension/protocol/messages";
import { Button } from "../controls/Button";
import { remove } from "../state/actions";
import { useCanvas, useController, useEditable } from "../state/hooks";
import { looseLinks } from "../state/select";
import { isSameList } from "../state/share";
import { strings } from "../strings";
import { AlignButtons } from "./AlignButtons";
import { commonFields, commonValues } from "./commonFields";
import { FieldEditor } from "./FieldEditor";
import type { FormScope } from "./formScope";
import { FormContext } from "./useField";

/** So many are called by their names; what can be done with them stands below. */
const most = 12;
const none: readonly PictureComponent[] = [];

/** Several things are selected: which, what can be done with all of them, and the fields that they have in common. */
export function SeveralSelected() {
  const controller = useController();
  const selected = useCanvas((state) => state.selected);
  const selectedEdges = useCanvas((state) => state.selectedEdges);
  const links = useCanvas(looseLinks, isSameList);
  const all = useCanvas((state) => state.picture?.components) ?? none;
  const isEditable = useEditable();
  const components = useMemo(() => all.filter(({ name }) => selected.includes(name)), [all, selected]);
  const rest = selected.length - most;
  const models = useMemo(() => commonFields(components), [components]);
  const scope = useMemo(
    (): FormScope => ({
      components,
      root: [],
      fields: commonValues(components, models),
      problems: [],
      isEditable,
      environment: undefined,
    }),
    [components, models, isEditable],
  );
  return (
    <div className="side-body">
      <p>{strings.inspector.several(selected.length, links.length)}</p>
      <ul className="names">
        {(rest > 1 ? selected.slice(0, most) : selected).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {rest > 1 && <li className="dim">{strings.inspector.others(rest)}</li>}
      </ul>
      {selected.length > 1 && <AlignButtons />}
      {isEditable && (
        <Button icon="trash" onPress={() => void remove(controller, selected, selectedEdges)}>
          {strings.inspector.removeSeveral}
        </Button>
      )}
      {components.length > 1 && models.length > 0 && (
        <FormContext value={scope}>
          <h3>{strings.inspector.inCommon}</h3>
          {models.map((model) => (
            <FieldEditor key={model.path.join(".")} model={model} />
          ))}
        </FormContext>
      )}
    </div>
  );
}
