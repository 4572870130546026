import type { Position } from "../../extension/manifest/edit/operation";
import { cardSize, type Lane, lanes } from "./box";

export interface LaneArea {
  readonly lane: Lane;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const padding = { side: 28, top: 48, bottom: 28 } as const;

/**
 * The area behind the cards of each lane. Where the lanes stand side by side they share top and bottom, like columns;
 * where somebody has mixed them, each is the frame around its own cards. A lane without cards has no area.
 */
export function laneAreas(cards: readonly { readonly lane: Lane; readonly position: Position }[]): readonly LaneArea[] {
  const areas = lanes.flatMap((lane): LaneArea[] => {
    const positions = cards.filter((card) => card.lane === lane).map((card) => card.position);
    return positions.length === 0 ? [] : [{ lane, ...frame(positions) }];
  });
  const sideBySide = [...areas]
    .sort((left, right) => left.x - right.x)
    .every((area, index, sorted) => {
      const before = sorted[index - 1];
      return before === undefined || before.x + before.width <= area.x;
    });
  if (!sideBySide || areas.length < 2) return areas;
  const top = Math.min(...areas.map((area) => area.y));
  const bottom = Math.max(...areas.map((area) => area.y + area.height));
  return areas.map((area) => ({ ...area, y: top, height: bottom - top }));
}

function frame(positions: readonly Position[]): { x: number; y: number; width: number; height: number } {
  const left = Math.min(...positions.map(([x]) => x)) - padding.side;
  const top = Math.min(...positions.map(([, y]) => y)) - padding.top;
  const right = Math.max(...positions.map(([x]) => x)) + cardSize.width + padding.side;
  const bottom = Math.max(...positions.map(([, y]) => y)) + cardSize.height + padding.bottom;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
