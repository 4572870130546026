import { laneOf } from "../components/componentInfo";
import { cardSize } from "../layout/box";
import type { LaneCard } from "../layout/lanes";
import type { CardNode } from "../state/state";

/** A card as the lanes see it: as tall as it is drawn. */
export function laneCardOf({ data, position, measured }: CardNode): LaneCard {
  return {
    lane: laneOf(data.component.type),
    x: position.x,
    y: position.y,
    width: measured?.width ?? cardSize.width,
    height: measured?.height ?? cardSize.height,
  };
}
