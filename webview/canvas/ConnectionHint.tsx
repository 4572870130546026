import { useConnection, useStore } from "reactflow";
import { whyNotConnect } from "../components/connectable";
import { useCanvas } from "../state/hooks";
import { cardAt } from "./cardAt";

/** While a line is drawn over a card that it cannot end at: the reason, beside the pointer. */
export function ConnectionHint() {
  const connection = useConnection();
  const [x, y, zoom] = useStore((store) => store.transform);
  const picture = useCanvas((state) => state.picture);
  const nodes = useCanvas((state) => state.nodes);
  if (!connection.inProgress || picture === undefined) return null;
  const over = cardAt(nodes, connection.to);
  const start = connection.fromNode.id;
  if (over === undefined || over === start) return null;
  const [from, to] = connection.fromHandle.type === "target" ? [over, start] : [start, over];
  const find = (name: string) => picture.components.find((component) => component.name === name);
  const reason = whyNotConnect(find(from), find(to), picture.edges);
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
