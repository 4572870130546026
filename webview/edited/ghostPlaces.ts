import type { Position } from "../../extension/manifest/edit/operation";
import type { Against, Picture } from "../../extension/protocol/messages";
import { laneOf } from "../components/componentInfo";
import { overlaps } from "../layout/box";
import { place } from "../layout/place";

/**
 * Where removed components are drawn: where they stood, if that was written and nothing is there now, else in a free
 * place near what they were connected to.
 */
export function ghostPlaces(
  { components, edges }: Pick<Picture, "components" | "edges">,
  { ghosts, edges: { removed } }: Pick<Against, "ghosts" | "edges">,
  cards: ReadonlyMap<string, Position>,
): ReadonlyMap<string, Position> {
  const taken = [...cards.values()];
  const fixed = new Map(cards);
  for (const { name, position } of ghosts) {
    if (position === undefined || taken.some((other) => overlaps(position, other, 0))) continue;
    fixed.set(name, position);
    taken.push(position);
  }
  const boxes = [...components, ...ghosts].map(({ name, type }) => ({ name, lane: laneOf(type) }));
  const places = place(boxes, [...edges, ...removed], fixed, new Map());
  return new Map(
    ghosts.flatMap(({ name }) => {
      const at = places.get(name);
      return at === undefined ? [] : [[name, at] as const];
    }),
  );
}
