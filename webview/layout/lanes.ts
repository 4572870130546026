import { type Lane, lanes } from "./box";
import { apart, cover, type Frame, grow, type Sides, touches } from "./frame";

export interface LaneCard extends Frame {
  readonly lane: Lane;
}

export interface LaneArea extends Frame {
  readonly lane: Lane;
}

/** Around the cards, above them with room for the lane's name. In pixels. */
const wide: Sides = { left: 28, top: 48, right: 28, bottom: 28 };
const tight: Sides = { left: 12, top: 32, right: 12, bottom: 12 };

/**
 * The areas behind the cards. Where the lanes stand side by side, each is one column, and they share top and bottom.
 * Where somebody has mixed them a lane has as many areas as it takes to cover no card and no area of another lane; a
 * card that stands too near to another lane's has none. The same cards give the same areas.
 */
export function laneAreas(cards: readonly LaneCard[]): readonly LaneArea[] {
  const groups = lanes.flatMap((lane) => {
    const own = cards.filter((card) => card.lane === lane);
    return own.length === 0 ? [] : [{ lane, cards: own }];
  });
  const columns = groups.map((group) => areaOf(group, wide));
  return areSideBySide(columns) ? level(columns) : widen(separate(groups, cards), cards);
}

/** Cards of one lane that share an area. */
interface Group {
  readonly lane: Lane;
  readonly cards: readonly LaneCard[];
}

function areaOf({ lane, cards }: Group, padding: Sides): LaneArea {
  return { lane, ...grow(cover(cards), padding) };
}

function areSideBySide(areas: readonly LaneArea[]): boolean {
  const sorted = [...areas].sort((left, right) => left.x - right.x);
  return sorted.every((area, index) => {
    const before = sorted[index - 1];
    return before === undefined || before.x + before.width <= area.x;
  });
}

function level(columns: readonly LaneArea[]): readonly LaneArea[] {
  const { y, height } = cover(columns);
  return columns.map((area) => ({ ...area, y, height }));
}

/** Divides groups until none touches a card or an area of another lane. What cannot be divided any more goes without. */
function separate(groups: readonly Group[], cards: readonly LaneCard[]): readonly Group[] {
  const open = [...groups].reverse();
  const settled: Group[] = [];
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    const { lane } = group;
    const area = areaOf(group, tight);
    const isFree = !cards.some((card) => card.lane !== lane && touches(card, area));
    const rival = isFree
      ? settled.findIndex((other) => other.lane !== lane && touches(areaOf(other, tight), area))
      : -1;
    const other = settled[rival];
    if (isFree && other === undefined) settled.push(group);
    else if (other !== undefined && other.cards.length > group.cards.length) {
      settled.splice(rival, 1);
      open.push(group, ...divide(other));
    } else open.push(...divide(group));
  }
  return settled;
}

/** In two, where the cards stand farthest apart. */
function divide({ lane, cards }: Group): readonly Group[] {
  if (cards.length < 2) return [];
  const { before, after } = apart(cards);
  return [
    { lane, cards: after },
    { lane, cards: before },
  ];
}

/** Gives each area as much room on each side as the others leave. */
function widen(groups: readonly Group[], cards: readonly LaneCard[]): readonly LaneArea[] {
  const areas = groups.map((group) => areaOf(group, tight));
  for (const [index, group] of groups.entries()) {
    let padding = tight;
    for (const side of ["left", "top", "right", "bottom"] as const) {
      const wider = { ...padding, [side]: wide[side] };
      const area = areaOf(group, wider);
      const isTaken =
        areas.some((other, at) => at !== index && touches(other, area)) ||
        cards.some((card) => card.lane !== group.lane && touches(card, area));
      if (!isTaken) padding = wider;
    }
    areas[index] = areaOf(group, padding);
  }
  return areas;
}
