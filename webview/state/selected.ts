import { cardSize } from "../layout/box";
import type { Frame } from "../layout/frame";
import type { CanvasNode, State } from "./state";

/** The cards and notes that are selected. */
export function selectedNodes(state: State): readonly CanvasNode[] {
  return [...state.nodes, ...state.notes].filter((node) => node.selected === true);
}

/** Where a node is and how large it is drawn. In pixels of the canvas. */
export function frameOf({ position, measured, width, height }: CanvasNode): Frame {
  return {
    x: position.x,
    y: position.y,
    width: measured?.width ?? width ?? cardSize.width,
    height: measured?.height ?? height ?? cardSize.height,
  };
}
