import { Panel, useReactFlow } from "reactflow";
import { Button } from "../controls/Button";
import { useController } from "../state/hooks";
import type { CanvasNode, LinkEdge } from "../state/state";
import { strings } from "../strings";
import { showAll } from "./showAll";

/** Zoom, at the lower left, as in VS Code's image preview. */
export function CanvasControls() {
  const { store } = useController();
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  return (
    <Panel position="bottom-left" className="zoom nokey">
      <Button icon="zoom-in" label={strings.zoom.in} onPress={() => void flow.zoomIn({ duration: 100 })} />
      <Button icon="zoom-out" label={strings.zoom.out} onPress={() => void flow.zoomOut({ duration: 100 })} />
      <Button icon="screen-full" label={strings.zoom.fit} onPress={() => showAll(flow, store.get(), 150)} />
    </Panel>
  );
}
