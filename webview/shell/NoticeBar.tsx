import { Button } from "../controls/Button";
import { useCanvas, useController } from "../state/hooks";
import { strings } from "../strings";

const icons = {
  refused: "codicon-warning severity-warning",
  information: "codicon-info severity-info",
} as const;

/** Why something was refused, or what else follows from an edit. It stays until it is closed or something else works. */
export function NoticeBar() {
  const { store, send } = useController();
  const notice = useCanvas((state) => state.notice);
  if (notice === undefined) return null;
  return (
    <div className="notice nokey" role={notice.tone === "refused" ? "alert" : "status"} key={notice.id}>
      <span className={`codicon ${icons[notice.tone]}`} aria-hidden="true" />
      <span className="notice-text">{notice.text}</span>
      {notice.hasChange === true && (
        <Button onPress={() => send({ type: "showChange" })}>{strings.lastChange.show}</Button>
      )}
      <Button
        icon="close"
        label={strings.notice.close}
        onPress={() => store.update((state) => ({ ...state, notice: undefined }))}
      />
    </div>
  );
}
