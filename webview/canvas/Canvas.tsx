import { useCallback, useMemo } from "react";
import { Background, BackgroundVariant, MarkerType, type OnNodeDrag, ReactFlow, SelectionMode } from "reactflow";
import { Differences } from "../edited/Differences";
import { FindBar } from "../find/FindBar";
import { GroupFrames } from "../groups/GroupFrames";
import { useLive } from "../live/useLive";
import { ContextMenu } from "../menu/ContextMenu";
import { Minimap } from "../minimap/Minimap";
import { Note } from "../notes/Note";
import { Painted } from "../paint/Painted";
import { changeEdges } from "../state/changeNodes";
import { useCanvas, useController, useEditable } from "../state/hooks";
import { whyNotChange } from "../state/mayChange";
import type { CanvasNode, LinkEdge } from "../state/state";
import { strings } from "../strings";
import { CanvasControls } from "./CanvasControls";
import { Card } from "./Card";
import { ConnectBar } from "./ConnectBar";
import { ConnectionHint } from "./ConnectionHint";
import { DraggingContext } from "./DraggingContext";
import { Guides } from "./Guides";
import { Lanes } from "./Lanes";
import { Link } from "./Link";
import { zoomRange } from "./showAll";
import { useConnecting } from "./useConnecting";
import { useDragging } from "./useDragging";
import { usePointing } from "./usePointing";
import { useShortcuts } from "./useShortcuts";
import { useViewport } from "./useViewport";
import "reactflow/dist/base.css";
import "./canvas.css";
import "./gestures.css";

const nodeTypes = { card: Card, note: Note };
const edgeTypes = { link: Link };
const additiveKeys = ["Shift", "Control", "Meta"];
const defaultEdgeOptions = { markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: "var(--link)" } };
const ariaLabels = {
  "node.a11yDescription.default": strings.app.card,
  "node.a11yDescription.keyboardDisabled": strings.app.card,
  // What happens is announced in the one live region of the page.
  "node.a11yDescription.ariaLiveMessage": () => "",
  "edge.a11yDescription.default": strings.app.link,
} as const;

/** The topology. All that is done here goes to the text as operations; only what is under the pointer moves before that. */
export function Canvas() {
  const { store } = useController();
  const cards = useCanvas((state) => state.nodes);
  const notes = useCanvas((state) => state.notes);
  const edges = useCanvas((state) => state.edges);
  const isReadable = useCanvas((state) => state.picture?.readable !== false);
  const isEditable = useEditable();
  const { pane, isReady, viewport } = useViewport();
  const live = useLive(cards, edges);
  const dragging = useDragging();
  const connecting = useConnecting();
  const pointing = usePointing();
  useShortcuts();
  const nodes = useMemo<CanvasNode[]>(
    () => (notes.length === 0 ? live.liveCards : [...live.liveCards, ...notes]),
    [live.liveCards, notes],
  );
  const isMovable = useCanvas((state) => whyNotChange(state, "place") === undefined);
  // Only of a selected line, since several may end at one port.
  const reconnectable = useMemo(
    () =>
      live.liveEdges.map((edge) =>
        isMovable && edge.selected === true && edge.data?.kind !== "reference" ? { ...edge, ...withEnds } : edge,
      ),
    [live.liveEdges, isMovable],
  );
  const onNodeDragStart: OnNodeDrag<CanvasNode> = useCallback(
    (_event, _node, dragged) => dragging.start(dragged),
    [dragging],
  );

  return (
    <section className={`canvas${isReadable ? "" : " stale"}`} aria-label={strings.app.canvas} ref={pane}>
      {isReady && (
        <ReactFlow<CanvasNode, LinkEdge>
          nodes={nodes}
          edges={reconnectable}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          defaultEdgeOptions={defaultEdgeOptions}
          onNodesChange={dragging.put}
          onEdgesChange={(changes) => store.update((state) => changeEdges(state, changes))}
          onNodeDragStart={onNodeDragStart}
          onNodeDragStop={dragging.stop}
          onSelectionDragStart={(_event, dragged) => dragging.start(dragged)}
          onSelectionDragStop={dragging.stop}
          nodesConnectable={isEditable}
          elementsSelectable={isReadable}
          edgesReconnectable={false}
          reconnectRadius={7}
          deleteKeyCode={null}
          {...connecting}
          {...pointing}
          multiSelectionKeyCode={additiveKeys}
          selectionKeyCode="Shift"
          selectionMode={SelectionMode.Partial}
          connectionRadius={28}
          nodeDragThreshold={3}
          minZoom={zoomRange.least}
          maxZoom={zoomRange.most}
          ariaLabelConfig={ariaLabels}
          proOptions={proOptions}
          {...viewport}
        >
          <Background variant={BackgroundVariant.Dots} gap={20} size={1} />
          {live.isLarge ? <Painted live={live} /> : <Lanes nodes={cards} />}
          <DraggingContext value={dragging}>
            <GroupFrames nodes={cards} />
          </DraggingContext>
          <Differences cards={cards} routes={live.routes} />
          <Guides />
          <CanvasControls />
          <Minimap />
          <FindBar />
          <ConnectionHint />
        </ReactFlow>
      )}
      <ConnectBar />
      <ContextMenu />
    </section>
  );
}

/** Its ends can be taken hold of, in front of the ports that they stand at. */
const withEnds = { reconnectable: true, zIndex: 1001 } as const;
const proOptions = { hideAttribution: true };
