import type { Position } from "../../extension/manifest/edit/operation";

export type Lane = "public" | "private" | "data";

/** From where requests enter to where data rests, left to right. */
export const lanes: readonly Lane[] = ["public", "private", "data"];

/** A card as the layout sees it. */
export interface Box {
  readonly name: string;
  readonly lane: Lane;
}

export interface Link {
  readonly from: string;
  readonly to: string;
}

/** In pixels, as `card.css` draws it. */
export const cardSize = { width: 232, height: 64 } as const;
/** The line below a card that tells a deployment's status. Every card may get one, so nothing stands where it would be. */
export const statusHeight = 24;
/** The circles at the middle of a card's sides; they stand on its border. */
export const portSize = 11;
export const spacing = { row: 40, column: 72, lane: 100 } as const;

export function overlaps(left: Position, right: Position, gap: number): boolean {
  const [across, down] = [Math.abs(left[0] - right[0]), Math.abs(left[1] - right[1])];
  return across < cardSize.width + gap && down < cardSize.height + statusHeight + gap;
}
