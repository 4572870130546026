import type { Position } from "../../extension/manifest/edit/operation";
import { type Box, cardSize, type Link, spacing } from "./box";
import { intoColumns } from "./layers";
import { neighboursOf, reduceCrossings } from "./order";

const pitch = cardSize.height + spacing.row;
const passes = 4;

/**
 * A place for every card, as if nobody had placed one: lanes as columns from left to right, few crossings, straight
 * links where there is room. The same input gives the same places. Pixels; no two cards overlap.
 */
export function arrange(boxes: readonly Box[], links: readonly Link[]): ReadonlyMap<string, Position> {
  const columns = reduceCrossings(intoColumns(boxes, links), links);
  const neighbours = neighboursOf(links);
  const top = new Map<string, number>();
  for (const { names } of columns) {
    for (const [row, name] of names.entries()) top.set(name, (row - (names.length - 1) / 2) * pitch);
  }
  for (let pass = 0; pass < passes; pass++) {
    const order = pass % 2 === 0 ? columns : [...columns].reverse();
    for (const { names } of order) straighten(names, neighbours, top);
  }
  const highest = Math.min(0, ...top.values());
  const places = new Map<string, Position>();
  let left = 0;
  for (const [index, column] of columns.entries()) {
    const before = columns[index - 1];
    if (before !== undefined) {
      left += cardSize.width + (before.lane === column.lane ? spacing.column : spacing.lane);
    }
    for (const name of column.names) places.set(name, [left, Math.round((top.get(name) ?? 0) - highest)]);
  }
  return places;
}

/** Moves the cards of a column towards the mean of their neighbours, keeps their order and the distance between them. */
function straighten(
  names: readonly string[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  top: Map<string, number>,
): void {
  const wishes = names.map((name) => {
    const tops = (neighbours.get(name) ?? []).flatMap((other) => top.get(other) ?? []);
    return tops.length === 0 ? (top.get(name) ?? 0) : tops.reduce((sum, value) => sum + value, 0) / tops.length;
  });
  const placed = settle(wishes);
  for (const [row, name] of names.entries()) top.set(name, placed[row] ?? 0);
}

/**
 * The heights nearest to the wishes (least squares) that keep order and distance: neighbours that would come too near
 * are joined to a block, which stands at the mean of its members' wishes ("pool adjacent violators").
 */
function settle(wishes: readonly number[]): readonly number[] {
  const blocks: { sum: number; size: number }[] = [];
  for (const [row, wish] of wishes.entries()) {
    let block = { sum: wish - row * pitch, size: 1 };
    for (
      let last = blocks.at(-1);
      last !== undefined && last.sum / last.size > block.sum / block.size;
      last = blocks.at(-1)
    ) {
      block = { sum: block.sum + last.sum, size: block.size + last.size };
      blocks.pop();
    }
    blocks.push(block);
  }
  let row = 0;
  return blocks.flatMap((block) => Array.from({ length: block.size }, () => block.sum / block.size + row++ * pitch));
}
