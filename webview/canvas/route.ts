import { Position } from "reactflow";
import { cardSize } from "../layout/box";

interface Ends {
  readonly sourceX: number;
  readonly sourceY: number;
  readonly targetX: number;
  readonly targetY: number;
}

/** How far a port stands out from its card. */
const port = 5;

/** How far below the ports a line runs that leads back, so that it does not hide one that leads forth. */
const lower = 20;

/**
 * From where to where a line runs. One that leads to a card on the left takes the near sides of both cards, instead of
 * winding around them from port to port.
 */
export function route({ sourceX, sourceY, targetX, targetY }: Ends) {
  const isBackward = targetX + cardSize.width < sourceX - cardSize.width;
  if (!isBackward) {
    return { sourceX, sourceY, targetX, targetY, sourcePosition: Position.Right, targetPosition: Position.Left };
  }
  return {
    sourceX: sourceX - cardSize.width - 2 * port,
    sourceY: sourceY + lower,
    targetX: targetX + cardSize.width + 2 * port,
    targetY: targetY + lower,
    sourcePosition: Position.Left,
    targetPosition: Position.Right,
  };
}
