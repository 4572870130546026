import { useCallback, useEffect, useMemo, useRef } from "react";
import { type NodeChange, useReactFlow } from "reactflow";
import type { Position } from "../../extension/manifest/edit/operation";
import { membership, receivingGroup } from "../groups/membership";
import { cover, type Frame } from "../layout/frame";
import { changeNodes, changeNotes } from "../state/changeNodes";
import { useController } from "../state/hooks";
import { whyNotChange } from "../state/mayChange";
import { namesOf } from "../state/moveOperations";
import { noteIdOf } from "../state/noteNodes";
import { frameOf } from "../state/selected";
import type { CanvasNode, CardNode, Carried, LinkEdge, NoteNode, State } from "../state/state";
import { strings } from "../strings";
import { framesInSight } from "./inSight";
import { type Guide, reach, snap } from "./snap";

/** A drag, from where it begins over what the pointer asks for to where it ends. */
export interface Dragging {
  start(dragged: readonly CanvasNode[]): void;
  /** Puts nodes where the pointer would have them, or near it. */
  put(changes: readonly NodeChange<CanvasNode>[]): void;
  stop(): void;
}

interface Steered {
  readonly changes: readonly NodeChange<CanvasNode>[];
  /** Absent when nothing is dragged. */
  readonly guides?: readonly Guide[];
}

interface Session {
  readonly others: readonly Frame[];
  readonly sizes: ReadonlyMap<string, Frame>;
}

/**
 * Dragging of cards and notes: they line up with others and with the grid unless Alt is held, and are written as one
 * step, with the groups they went into or out of. Where nothing may be moved, nothing moves, and it is said why.
 */
export function useDragging(): Dragging {
  const controller = useController();
  const { store } = controller;
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const session = useRef<Session | "refused" | undefined>(undefined);
  const isFree = useRef(false);

  useEffect(() => {
    const watch = (event: PointerEvent | KeyboardEvent) => {
      isFree.current = event.altKey;
    };
    window.addEventListener("pointermove", watch, { capture: true });
    return () => window.removeEventListener("pointermove", watch, { capture: true });
  }, []);

  const start = useCallback(
    (dragged: readonly CanvasNode[]) => {
      controller.settle();
      const state = store.get();
      const reason = whyNotChange(state, "place");
      if (reason !== undefined) {
        session.current = "refused";
        controller.notify(reason);
        return;
      }
      const ids = new Set(dragged.map(({ id }) => id));
      const nodes = [...state.nodes, ...state.notes];
      const from = new Map<string, Position>(
        nodes.filter(({ id }) => ids.has(id)).map(({ id, position }) => [id, [position.x, position.y]]),
      );
      session.current = {
        others: framesInSight(
          flow,
          nodes.filter(({ id }) => !ids.has(id)),
        ),
        sizes: new Map(nodes.filter(({ id }) => ids.has(id)).map((node) => [node.id, frameOf(node)])),
      };
      store.update((before) => ({ ...before, carried: { from, guides: [] } }));
    },
    [controller, flow, store],
  );

  /** React Flow says where the pointer would have the nodes; the answer is where they are put. */
  const steer = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]): Steered => {
      const { current } = session;
      if (current === undefined) return { changes };
      const isMove = (change: NodeChange<CanvasNode>) => change.type === "position" && change.position !== undefined;
      if (current === "refused") return { changes: changes.filter((change) => !isMove(change)) };
      const frames = changes.flatMap((change) => {
        const size = change.type === "position" ? current.sizes.get(change.id) : undefined;
        if (change.type !== "position" || change.position === undefined || size === undefined) return [];
        return [{ ...size, ...change.position }];
      });
      if (frames.length === 0) return { changes };
      const { dx, dy, guides } = isFree.current
        ? { dx: 0, dy: 0, guides: [] }
        : snap(cover(frames), current.others, reach / flow.getZoom());
      const shifted = changes.map((change) => {
        if (change.type !== "position" || change.position === undefined) return change;
        return { ...change, position: { x: change.position.x + dx, y: change.position.y + dy } };
      });
      return { changes: shifted, guides };
    },
    [flow],
  );

  const put = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]) => {
      const steered = steer(changes);
      // One update for a frame: whoever watches is asked once.
      store.update((state) => {
        const moved = changeNotes(changeNodes(state, cardsOf(steered.changes)), notesOf(steered.changes));
        return receive(steered.guides === undefined ? moved : showCarried(moved, { guides: steered.guides }));
      });
    },
    [steer, store],
  );

  const stop = useCallback(() => {
    const { current } = session;
    session.current = undefined;
    const { carried, nodes, notes, picture } = store.get();
    store.update((state) => ({ ...state, carried: undefined }));
    if (current === undefined || current === "refused" || carried === undefined) return;
    const positions = new Map<string, Position>();
    for (const { id, position } of [...nodes, ...notes]) {
      const [x, y] = carried.from.get(id) ?? [position.x, position.y];
      if (Math.round(x) !== Math.round(position.x) || Math.round(y) !== Math.round(position.y)) {
        positions.set(id, [position.x, position.y]);
      }
    }
    const also = positions.size === 0 ? [] : membership(picture?.groups ?? [], nodes, carried);
    void controller.move(positions, strings.announce.moved(namesOf(store.get(), positions)), also);
  }, [controller, store]);

  return useMemo(() => ({ start, put, stop }), [start, put, stop]);
}

/** Shows which group would take what is carried now. */
function receive(state: State): State {
  const { carried, picture, nodes } = state;
  if (carried === undefined || picture === undefined || picture.groups.length === 0) return state;
  const into = receivingGroup(picture.groups, nodes, carried);
  return into === carried.into ? state : showCarried(state, { into });
}

function cardsOf(changes: readonly NodeChange<CanvasNode>[]): readonly NodeChange<CardNode>[] {
  return changes.filter((change): change is NodeChange<CardNode> => noteIdOf(idOf(change)) === undefined);
}

function notesOf(changes: readonly NodeChange<CanvasNode>[]): readonly NodeChange<NoteNode>[] {
  return changes.filter((change): change is NodeChange<NoteNode> => noteIdOf(idOf(change)) !== undefined);
}

function idOf(change: NodeChange<CanvasNode>): string {
  return change.type === "add" ? change.item.id : change.id;
}

function showCarried(state: State, change: Partial<Carried>): State {
  return state.carried === undefined ? state : { ...state, carried: { ...state.carried, ...change } };
}
