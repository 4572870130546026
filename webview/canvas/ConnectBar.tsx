import { Button } from "../controls/Button";
import { endConnecting, stopConnecting } from "../state/connecting";
import { useCanvas, useController } from "../state/hooks";
import { strings } from "../strings";

/** While a connection is made from the keyboard: what is chosen, and which keys do what. */
export function ConnectBar() {
  const controller = useController();
  const connecting = useCanvas((state) => state.connecting);
  if (connecting?.by !== "keyboard") return null;
  const { start, isBackwards, at, targets } = connecting;
  return (
    <div className="connect-bar nokey" role="status" aria-live="off">
      <span className="codicon codicon-plug" aria-hidden="true" />
      <span className="connect-bar-text">
        {isBackwards ? strings.connecting.titleBackwards(start) : strings.connecting.title(start)}{" "}
        <strong>
          {at === undefined ? "" : strings.connecting.target(at, targets.indexOf(at) + 1, targets.length)}
        </strong>
        <span className="connect-bar-keys">{strings.connecting.keys}</span>
      </span>
      <Button
        icon="check"
        label={strings.connecting.title(start)}
        title={strings.connecting.keys}
        onPress={() => at !== undefined && void endConnecting(controller, connecting, at)}
      />
      <Button icon="close" label={strings.notice.close} onPress={() => controller.store.update(stopConnecting)} />
    </div>
  );
}
