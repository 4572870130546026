import { useCanvas, useController } from "../state/hooks";
import { strings } from "../strings";
import { countEdited } from "./editedStatus";

/** How much was edited since the deployment; leads to the list of it. */
export function EditedButton() {
  const { store } = useController();
  const number = useCanvas(({ picture }) => (picture?.edited === undefined ? 0 : countEdited(picture.edited)));
  const isShown = useCanvas(({ rightTab, view }) => rightTab === "changes" && view.inspector);
  if (number === 0) return null;
  return (
    <button
      type="button"
      className="toolbar-button"
      title={strings.edited.button(number)}
      aria-label={strings.edited.button(number)}
      aria-pressed={isShown}
      onClick={() =>
        store.update((state) => ({
          ...state,
          rightTab: isShown ? "properties" : "changes",
          view: { ...state.view, inspector: true },
        }))
      }
    >
      <span className="codicon codicon-diff-modified change-modify" aria-hidden="true" />
      {number}
      <span className="toolbar-words">{strings.edited.words(number)}</span>
    </button>
  );
}
