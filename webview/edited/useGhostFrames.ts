import type { Picture } from "../../extension/protocol/messages";
import { cardSize } from "../layout/box";
import type { Frame } from "../layout/frame";
import { useCanvas } from "../state/hooks";
import type { CardNode } from "../state/state";
import { ghostPlaces } from "./ghostPlaces";

const none: ReadonlyMap<string, Frame> = new Map();

/** The canvas and the minimap draw the same ghosts, which stay where they are while cards are moved. */
const known = new WeakMap<Picture, ReadonlyMap<string, Frame>>();

/** Where components stand that another version has and this text has not, by name. */
export function useGhostFrames(cards: readonly CardNode[]): ReadonlyMap<string, Frame> {
  const picture = useCanvas((state) => state.picture);
  const against = picture?.edited?.against;
  if (picture === undefined || against === undefined || against.ghosts.length === 0) return none;
  const frames = known.get(picture) ?? framesOf(picture, against, cards);
  known.set(picture, frames);
  return frames;
}

function framesOf(
  picture: Picture,
  against: NonNullable<NonNullable<Picture["edited"]>["against"]>,
  cards: readonly CardNode[],
): ReadonlyMap<string, Frame> {
  const at = new Map(cards.map(({ id, position: { x, y } }) => [id, [x, y] as const]));
  return new Map([...ghostPlaces(picture, against, at)].map(([name, [x, y]]) => [name, { x, y, ...cardSize }]));
}
