import { cardSize } from "../layout/box";
import type { CardNode } from "../state/state";

const reach = 8;

/** The component whose card is at a point of the canvas (not of the screen), with a little room around it. */
export function cardAt(
  nodes: readonly CardNode[],
  point: { readonly x: number; readonly y: number },
): string | undefined {
  return nodes.findLast(({ position, measured }) => {
    const right = position.x + (measured?.width ?? cardSize.width);
    const bottom = position.y + (measured?.height ?? cardSize.height);
    return (
      point.x >= position.x - reach &&
      point.x <= right + reach &&
      point.y >= position.y - reach &&
      point.y <= bottom + reach
    );
  })?.id;
}
