import { useCallback, useEffect, useRef } from "react";
import type { NodeChange } from "reactflow";
import type { Position } from "../../extension/manifest/edit/operation";
import { useController } from "../state/hooks";
import type { CardNode } from "../state/state";
import { strings } from "../strings";

/** Presses in quick succession are one gesture. */
const pause = 400;

/**
 * React Flow tells of a move by arrow keys only as a change of position, never as a drag. Collects such moves and
 * hands them over as one step, as soon as the keys rest or the focus goes elsewhere.
 */
export function useKeyboardMoves(): (changes: readonly NodeChange<CardNode>[]) => void {
  const controller = useController();
  const moved = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (moved.current.size === 0) return;
    const names = [...moved.current];
    moved.current = new Set();
    const positions = new Map<string, Position>();
    for (const node of controller.store.get().nodes) {
      if (names.includes(node.id)) positions.set(node.id, [node.position.x, node.position.y]);
    }
    void controller.move(positions, strings.announce.moved(names));
  }, [controller]);

  useEffect(() => {
    window.addEventListener("blur", flush);
    return () => {
      window.removeEventListener("blur", flush);
      flush();
    };
  }, [flush]);

  return useCallback(
    (changes) => {
      for (const change of changes) {
        if (change.type !== "position" || change.dragging !== false || change.position === undefined) continue;
        const node = controller.store.get().nodes.find(({ id }) => id === change.id);
        if (node?.dragging === true) continue;
        moved.current.add(change.id);
        clearTimeout(timer.current);
        timer.current = setTimeout(flush, pause);
      }
    },
    [controller, flush],
  );
}
