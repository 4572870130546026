import { useCallback } from "react";
import {
  Background,
  BackgroundVariant,
  type FinalConnectionState,
  type IsValidConnection,
  MarkerType,
  type NodeChange,
  type OnBeforeDelete,
  type OnNodeDrag,
  ReactFlow,
  SelectionMode,
  useReactFlow,
} from "reactflow";
import type { Position } from "../../extension/manifest/edit/operation";
import { whyNotConnect } from "../components/connectable";
import { connect, remove } from "../state/actions";
import { changeEdges, changeNodes } from "../state/changeNodes";
import { useCanvas, useController, useEditable } from "../state/hooks";
import type { CardNode, LinkEdge } from "../state/state";
import { strings } from "../strings";
import { CanvasControls } from "./CanvasControls";
import { Card } from "./Card";
import { ConnectionHint } from "./ConnectionHint";
import { cardAt } from "./cardAt";
import { Lanes } from "./Lanes";
import { Link } from "./Link";
import { useKeyboardMoves } from "./useKeyboardMoves";
import { useViewport } from "./useViewport";
import "reactflow/dist/base.css";
import "./canvas.css";

const nodeTypes = { card: Card };
const edgeTypes = { link: Link };
const deleteKeys = ["Delete", "Backspace"];
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
  const controller = useController();
  const { store } = controller;
  const nodes = useCanvas((state) => state.nodes);
  const edges = useCanvas((state) => state.edges);
  const isReadable = useCanvas((state) => state.picture?.readable !== false);
  const isEditable = useEditable();
  const flow = useReactFlow<CardNode, LinkEdge>();
  const watchKeyboard = useKeyboardMoves();
  const { pane, isReady, viewport } = useViewport();

  const onNodesChange = useCallback(
    (changes: NodeChange<CardNode>[]) => {
      watchKeyboard(changes);
      store.update((state) => changeNodes(state, changes));
    },
    [store, watchKeyboard],
  );

  const onDragStop = useCallback(
    (dragged: readonly CardNode[]) => {
      const before = new Map(store.get().picture?.components.map(({ name, position }) => [name, position]));
      const positions = new Map<string, Position>();
      for (const { id, position } of dragged) {
        const [x, y] = before.get(id) ?? [];
        if (x !== Math.round(position.x) || y !== Math.round(position.y)) positions.set(id, [position.x, position.y]);
      }
      void controller.move(positions, strings.announce.moved([...positions.keys()]));
    },
    [controller, store],
  );
  const onNodeDragStop: OnNodeDrag<CardNode> = useCallback(
    (_event, _node, dragged) => onDragStop(dragged),
    [onDragStop],
  );

  const isValidConnection: IsValidConnection<LinkEdge> = useCallback(
    ({ source, target }) => {
      const { picture } = store.get();
      const find = (name: string) => picture?.components.find((component) => component.name === name);
      return whyNotConnect(find(source), find(target), picture?.edges ?? []) === undefined;
    },
    [store],
  );

  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, connection: FinalConnectionState) => {
      const start = connection.fromNode?.id;
      if (start === undefined) return;
      const touch = "changedTouches" in event ? event.changedTouches[0] : event;
      if (touch === undefined) return;
      const point = flow.screenToFlowPosition({ x: touch.clientX, y: touch.clientY });
      const end = connection.toNode?.id ?? cardAt(store.get().nodes, point);
      if (end === undefined || end === start) return;
      const isBackwards = connection.fromHandle?.type === "target";
      void connect(controller, isBackwards ? end : start, isBackwards ? start : end);
    },
    [controller, flow, store],
  );

  const onBeforeDelete: OnBeforeDelete<CardNode, LinkEdge> = useCallback(async () => {
    const { selected, selectedEdges } = store.get();
    void remove(controller, selected, selectedEdges);
    return false;
  }, [controller, store]);

  return (
    <section className={`canvas${isReadable ? "" : " stale"}`} aria-label={strings.app.canvas} ref={pane}>
      {isReady && (
        <ReactFlow<CardNode, LinkEdge>
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          defaultEdgeOptions={defaultEdgeOptions}
          onNodesChange={onNodesChange}
          onEdgesChange={(changes) => store.update((state) => changeEdges(state, changes))}
          onNodeDragStop={onNodeDragStop}
          onSelectionDragStop={(_event, dragged) => onDragStop(dragged)}
          onBeforeDelete={onBeforeDelete}
          isValidConnection={isValidConnection}
          onConnectEnd={onConnectEnd}
          nodesDraggable={isEditable}
          nodesConnectable={isEditable}
          elementsSelectable={isReadable}
          deleteKeyCode={isEditable ? deleteKeys : null}
          multiSelectionKeyCode={additiveKeys}
          selectionKeyCode="Shift"
          selectionMode={SelectionMode.Partial}
          connectionRadius={28}
          nodeDragThreshold={3}
          minZoom={0.1}
          maxZoom={2}
          ariaLabelConfig={ariaLabels}
          proOptions={proOptions}
          {...viewport}
        >
          <Background variant={BackgroundVariant.Dots} gap={20} size={1} />
          <Lanes nodes={nodes} />
          <CanvasControls />
          <ConnectionHint />
        </ReactFlow>
      )}
    </section>
  );
}

const proOptions = { hideAttribution: true };
