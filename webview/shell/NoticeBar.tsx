import { Button } from "../controls/Button";
import { useCanvas, useController } from "../state/hooks";
import { strings } from "../strings";

/** Why something was refused. It stays until it is closed or something else works. */
export function NoticeBar() {
  const { store } = useController();
  const notice = useCanvas((state) => state.notice);
  if (notice === undefined) return null;
  return (
    <div className="notice nokey" role="alert" key={notice.id}>
      <span className="codicon codicon-warning severity-warning" aria-hidden="true" />
      <span className="notice-text">{notice.text}</span>
      <Button
        icon="close"
        label={strings.notice.close}
        onPress={() => store.update((state) => ({ ...state, notice: undefined }))}
      />
    </div>
  );
}
