import { type NodeHandle, Position } from "reactflow";
import { cardSize, portSize } from "../layout/box";

const border = 1;
const y = (cardSize.height - portSize) / 2;

/**
 * What React Flow would find out by drawing every card unseen and measuring it. It is known, so the first picture is the
 * one that is shown; a card that turns out otherwise is still measured.
 */
export const cardShape = {
  measured: cardSize,
  handles: [
    port("target", Position.Left, border - portSize / 2),
    port("source", Position.Right, cardSize.width - border - portSize / 2),
  ],
};

function port(type: NodeHandle["type"], position: Position, x: number): NodeHandle {
  return { type, position, x, y, width: portSize, height: portSize };
}
