import type { PictureGroup } from "../../extension/protocol/messages";
import { laneOf } from "../components/componentInfo";
import { groupPadding } from "../groups/frames";
import { cardSize } from "../layout/box";
import { grow } from "../layout/frame";
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

/** Cards of a group take the room of its frame too, so that the frame's title stands below the lane's name. */
export function laneCardsOf(nodes: readonly CardNode[], groups: readonly PictureGroup[]): readonly LaneCard[] {
  if (groups.length === 0) return nodes.map(laneCardOf);
  const members = new Set(groups.flatMap(({ components }) => components));
  return nodes.map((node) => {
    const card = laneCardOf(node);
    return members.has(node.id) ? { lane: card.lane, ...grow(card, groupPadding) } : card;
  });
}
