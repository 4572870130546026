import { Panel, useReactFlow, useStore } from "reactflow";
import { Button } from "../controls/Button";
import { calmed } from "../motion/calmed";
import { useCanvas, useController } from "../state/hooks";
import type { CanvasNode, LinkEdge } from "../state/state";
import { strings } from "../strings";
import { showAll } from "./showAll";
import { zoomToSelection } from "./zoomToSelection";
import "./controls.css";

/** Zoom, at the lower left, as in VS Code's image preview. */
export function CanvasControls() {
  const controller = useController();
  const { store } = controller;
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const isChosen = useCanvas((state) => state.selected.length + state.selectedNotes.length > 0);
  const minimap = useCanvas((state) => state.view.minimap);
  const isEmpty = useCanvas(({ picture, notes }) => picture?.components.length === 0 && notes.length === 0);
  // Where nothing is drawn, the ways to begin need the room.
  if (isEmpty) return null;
  return (
    <Panel position="bottom-left" className="zoom nokey">
      <Button icon="zoom-in" label={strings.zoom.in} onPress={() => void flow.zoomIn({ duration: calmed(100) })} />
      <button
        type="button"
        className="zoom-percent"
        title={strings.view.zoomReset}
        aria-label={`${strings.view.zoomReset}, ${percent} %`}
        onClick={() => void flow.zoomTo(1, { duration: calmed(100) })}
      >
        {percent}%
      </button>
      <Button icon="zoom-out" label={strings.zoom.out} onPress={() => void flow.zoomOut({ duration: calmed(100) })} />
      <Button icon="screen-full" label={strings.zoom.fit} onPress={() => showAll(flow, store.get(), 150)} />
      <Button
        icon="target"
        label={strings.view.zoomSelection}
        disabled={!isChosen}
        onPress={() => zoomToSelection(flow, store.get(), 150)}
      />
      <Button
        icon="map"
        label={minimap ? strings.minimap.hide : strings.minimap.show}
        onPress={() => controller.setView({ minimap: !minimap })}
      />
    </Panel>
  );
}
