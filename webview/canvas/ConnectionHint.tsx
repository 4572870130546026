import { useConnection, useStore } from "reactflow";
import { whyNotEnd } from "../state/connecting";
import { useController } from "../state/hooks";
import { cardAt } from "./cardAt";

/** From the pointer. In pixels. */
const gap = 16;

/** While a line is drawn over a card that it cannot end at: the reason, beside the pointer. */
export function ConnectionHint() {
  const connection = useConnection();
  const [x, y, zoom] = useStore((store) => store.transform);
  const width = useStore((store) => store.width);
  const height = useStore((store) => store.height);
  const { store } = useController();
  const state = store.get();
  const { connecting, nodes } = state;
  if (!connection.inProgress || connecting === undefined) return null;
  const over = cardAt(nodes, connection.to);
  if (over === undefined || over === connecting.start) return null;
  const reason = whyNotEnd(state, connecting, over);
  if (reason === undefined) return null;
  const [left, top] = [connection.to.x * zoom + x, connection.to.y * zoom + y];
  // Towards the middle, where there is room for it.
  const across = left < width / 2 ? { left: left + gap } : { right: width - left + gap };
  const down = top < height / 2 ? { top: top + gap } : { bottom: height - top + gap };
  return (
    <div className="connection-hint" style={{ ...across, ...down }}>
      <span className="codicon codicon-circle-slash" aria-hidden="true" />
      {reason}
    </div>
  );
}
