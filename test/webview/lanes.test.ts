import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardSize, type Lane, lanes } from "../../webview/layout/box";
import { type Frame, touches } from "../../webview/layout/frame";
import { type LaneArea, type LaneCard, laneAreas } from "../../webview/layout/lanes";

function card(lane: Lane, x: number, y: number, height: number = cardSize.height): LaneCard {
  return { lane, x, y, width: cardSize.width, height };
}

function holds(area: Frame, inner: Frame): boolean {
  return (
    area.x <= inner.x &&
    area.y <= inner.y &&
    area.x + area.width >= inner.x + inner.width &&
    area.y + area.height >= inner.y + inner.height
  );
}

const bottomRoom = (area: LaneArea | undefined, { y, height }: LaneCard) =>
  (area?.y ?? 0) + (area?.height ?? 0) - (y + height);

/** Any cards, near to each other and far, on top of each other too. */
const anyCards = fc.array(
  fc
    .tuple(
      fc.constantFrom<Lane>(...lanes),
      fc.integer({ min: -600, max: 1600 }),
      fc.integer({ min: -300, max: 1200 }),
      fc.constantFrom(64, 88),
    )
    .map(([lane, x, y, height]) => card(lane, x, y, height)),
  { maxLength: 40 },
);

describe("lanes side by side", () => {
  it("leave out a lane without cards", () => {
    expect(laneAreas([card("data", 0, 0)]).map(({ lane }) => lane)).toEqual(["data"]);
  });

  it("hold every card of their lane", () => {
    const cards = [card("private", 10, 20), card("private", 400, 300)];
    const [area, ...more] = laneAreas(cards);
    expect(more).toEqual([]);
    expect(cards.every((each) => area !== undefined && holds(area, each))).toBe(true);
  });

  it("share top and bottom, like columns", () => {
    const areas = laneAreas([card("public", 0, 300), card("data", 600, 0)]);
    expect(new Set(areas.map(({ y, height }) => `${y} ${height}`)).size).toBe(1);
  });

  it("keep their room below a card that grows", () => {
    const [low, tall] = [card("data", 0, 0), card("data", 0, 0, 88)];
    expect(bottomRoom(laneAreas([tall])[0], tall)).toBe(bottomRoom(laneAreas([low])[0], low));
  });
});

describe("lanes that somebody has mixed", () => {
  const edge = card("public", 0, 400);
  const web = card("private", 330, 400);
  const worker = card("private", 130, 0);

  it("have two areas rather than cover a card of another lane", () => {
    const areas = laneAreas([edge, web, worker]);
    expect(areas.map(({ lane }) => lane).sort()).toEqual(["private", "private", "public"]);
  });

  it("stay together where nothing stands between", () => {
    const areas = laneAreas([card("public", 0, 0), card("private", 0, 300), card("private", 330, 300)]);
    expect(areas.map(({ lane }) => lane)).toEqual(["public", "private"]);
  });

  it("go without an area for a card that is too near to another lane's", () => {
    const areas = laneAreas([card("public", 0, 0), card("private", 0, cardSize.height + 4)]);
    expect(areas).toEqual([]);
  });

  it("give way to each other where both have little room", () => {
    const areas = laneAreas([card("public", 0, 0), card("private", cardSize.width + 24, 10)]);
    expect(areas).toHaveLength(2);
  });

  it("never cover a card or an area of another lane", () => {
    fc.assert(
      fc.property(anyCards, (cards) => {
        const areas = laneAreas(cards);
        for (const area of areas) {
          for (const other of [...cards, ...areas]) {
            if (other.lane !== area.lane) expect(touches(area, other)).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("name a card's own lane or none", () => {
    fc.assert(
      fc.property(anyCards, (cards) => {
        for (const area of laneAreas(cards))
          expect(cards.some((each) => each.lane === area.lane && holds(area, each))).toBe(true);
      }),
    );
  });

  it("are the same in whatever order the text names the components", () => {
    expect(laneAreas([worker, web, edge])).toEqual(laneAreas([edge, web, worker]));
  });
});
