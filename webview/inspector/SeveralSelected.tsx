import { Button } from "../controls/Button";
import { remove } from "../state/actions";
import { useCanvas, useController, useEditable } from "../state/hooks";
import { looseLinks } from "../state/select";
import { isSameList } from "../state/share";
import { strings } from "../strings";

/** Several things are selected: which, and what can be done with all of them. */
export function SeveralSelected() {
  const controller = useController();
  const selected = useCanvas((state) => state.selected);
  const selectedEdges = useCanvas((state) => state.selectedEdges);
  const links = useCanvas(looseLinks, isSameList);
  const isEditable = useEditable();
  return (
    <div className="side-body">
      <p>{strings.inspector.several(selected.length, links.length)}</p>
      <ul className="names">
        {selected.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      {isEditable && (
        <Button icon="trash" onPress={() => void remove(controller, selected, selectedEdges)}>
          {strings.inspector.removeSeveral}
        </Button>
      )}
    </div>
  );
}
