import { useMemo } from "react";
import { ViewportPortal } from "reactflow";
import { useCanvas } from "../state/hooks";
import { frameOf } from "../state/selected";

/** More marks than these could not be told apart. */
const most = 300;

/** A frame around everything that was found, whether its card has an element or is painted. */
export function FoundMarks({
  names,
  current,
}: {
  readonly names: readonly string[];
  readonly current: string | undefined;
}) {
  const nodes = useCanvas((state) => state.nodes);
  const isList = useCanvas((state) => state.view.list);
  const marked = useMemo(() => new Set(names), [names]);
  if (names.length === 0 || isList) return null;
  return (
    <ViewportPortal>
      {nodes
        .filter(({ id }) => marked.has(id))
        .slice(0, most)
        .map((node) => {
          const { x, y, width, height } = frameOf(node);
          return (
            <div
              key={node.id}
              className={`found${node.id === current ? " current" : ""}`}
              style={{ transform: `translate(${x - 6}px, ${y - 6}px)`, width: width + 12, height: height + 12 }}
            />
          );
        })}
    </ViewportPortal>
  );
}
