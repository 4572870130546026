import { useConnection, useStore } from "reactflow";
import { whyNotEnd } from "../state/connecting";
import { useController } from "../state/hooks";
import { cardAt } from "./cardAt";

/** While a line is drawn over a card that it cannot end at: the reason, beside the pointer. */
export function ConnectionHint() {
  const connection = useConnection();
  const [x, y, zoom] = useStore((store) => store.transform);
  const { store } = useController();
  const state = store.get();
  const { connecting, nodes } = state;
  if (!connection.inProgress || connecting === undefined) return null;
  const over = cardAt(nodes, connection.to);
  if (over === undefined || over === connecting.start) return null;
  const reason = whyNotEnd(state, connecting, over);
  if (reason === undefined) return null;
  return (
    <div
      className="connection-hint"
      style={{ left: connection.to.x * zoom + x + 16, top: connection.to.y * zoom + y + 16 }}
    >
      <span className="codicon codicon-circle-slash" aria-hidden="true" />
      {reason}
    </div>
  );
}
