import { useEffect } from "react";
import { useStore, useStoreApi } from "reactflow";
import { type Frame, touches } from "../layout/frame";
import { changeNodes } from "../state/changeNodes";
import { useController } from "../state/hooks";
import { frameOf } from "../state/selected";
import type { CanvasNode, LinkEdge, State } from "../state/state";

/**
 * React Flow's marquee takes only what has an element; this lets it take painted cards too. Gives whether one is drawn
 * now. Until it is let go, what it takes stays painted: elements for hundreds would hold the pointer up.
 */
export function useMarquee(isLarge: boolean): boolean {
  const { store } = useController();
  const flow = useStoreApi<CanvasNode, LinkEdge>();
  useEffect(() => {
    if (!isLarge) return;
    let before = flow.getState().userSelectionRect;
    return flow.subscribe(({ userSelectionActive, userSelectionRect: marquee, transform: [x, y, zoom] }) => {
      if (marquee === before) return;
      before = marquee;
      if (!userSelectionActive || marquee === null) return;
      const frame = {
        x: (marquee.x - x) / zoom,
        y: (marquee.y - y) / zoom,
        width: marquee.width / zoom,
        height: marquee.height / zoom,
      };
      store.update((state) => selectTouched(state, frame));
    });
  }, [flow, isLarge, store]);
  return useStore(({ userSelectionActive }) => isLarge && userSelectionActive);
}

/** Selects exactly the cards that a frame touches; notes and lines are left as they are. */
function selectTouched(state: State, frame: Frame): State {
  const changes = state.nodes.flatMap((node) => {
    const selected = touches(frameOf(node), frame);
    return selected === (node.selected === true) ? [] : [{ type: "select" as const, id: node.id, selected }];
  });
  return changes.length === 0 ? state : changeNodes(state, changes);
}
