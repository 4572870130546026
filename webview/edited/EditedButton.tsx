import { useCanvas, useController } from "../state/hooks";
import { countEdited } from "./editedStatus";
import { useWords } from "./useWords";

/** How much was edited since the deployment; leads to the list of it. */
export function EditedButton() {
  const { store } = useController();
  const number = useCanvas(({ picture }) => (picture?.edited === undefined ? 0 : countEdited(picture.edited)));
  const words = useWords();
  const isShown = useCanvas(({ rightTab, view }) => rightTab === "changes" && view.inspector);
  if (number === 0) return null;
  return (
    <button
      type="button"
      className="toolbar-button"
      title={words.button(number)}
      aria-label={words.button(number)}
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
      <span className="toolbar-words">{words.words(number)}</span>
    </button>
  );
}
