import { type Lane, lanes } from "./box";
import { cover, type Frame, touches } from "./frame";

/** A card as it stands. */
export interface Placed {
  readonly name: string;
  readonly lane: Lane;
  readonly frame: Frame;
  /** Its position is in the text. */
  readonly byHand: boolean;
}

/** What was placed by hand and does not fit any more; by name, in the order of the cards. */
export interface Drift {
  /** They lie upon another card. */
  readonly overlapping: readonly string[];
  /** They stand among the cards of another lane. */
  readonly outOfLane: readonly string[];
}

/** Only what somebody placed is told: the rest is the automatic layout's own affair. */
export function driftOf(cards: readonly Placed[]): Drift {
  const placed = cards.filter(({ byHand }) => byHand);
  if (placed.length === 0) return { overlapping: [], outOfLane: [] };
  const columns = new Map(lanes.map((lane) => [lane, columnOf(cards.filter((card) => card.lane === lane))] as const));
  return {
    overlapping: overlapping(cards, placed),
    outOfLane: placed.filter((card) => isOutOfLane(card, cards, columns)).map(({ name }) => name),
  };
}

/** From left to right, so that a thousand cards are compared with their neighbours alone. */
function overlapping(cards: readonly Placed[], placed: readonly Placed[]): readonly string[] {
  const sorted = [...cards].sort((left, right) => left.frame.x - right.frame.x);
  const found = new Set<string>();
  for (const [index, card] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next];
      if (other === undefined || other.frame.x >= card.frame.x + card.frame.width) break;
      if (touches(card.frame, other.frame)) found.add(card.name).add(other.name);
    }
  }
  return placed.filter(({ name }) => found.has(name)).map(({ name }) => name);
}

interface Column {
  readonly from: number;
  readonly to: number;
}

function columnOf(cards: readonly Placed[]): Column | undefined {
  if (cards.length === 0) return undefined;
  const { x, width } = cover(cards.map(({ frame }) => frame));
  return { from: x, to: x + width };
}

/** Its middle is in another lane's column, and the others of its own lane stand elsewhere. */
function isOutOfLane(card: Placed, cards: readonly Placed[], columns: ReadonlyMap<Lane, Column | undefined>): boolean {
  const middle = card.frame.x + card.frame.width / 2;
  const isIn = (column: Column | undefined) => column !== undefined && column.from < middle && middle < column.to;
  if (!lanes.some((lane) => lane !== card.lane && isIn(columns.get(lane)))) return false;
  const own = columnOf(cards.filter(({ lane, name }) => lane === card.lane && name !== card.name));
  return own === undefined ? columns.size > 1 : !isIn(own);
}
