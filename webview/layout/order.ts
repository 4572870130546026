import type { Link } from "./box";
import type { Column } from "./layers";

const sweeps = 6;

/**
 * Sorts each column so that fewer links cross: a card moves towards the mean height of what it is linked with, in
 * sweeps from left to right and back (the barycentre method of Sugiyama). Equal ones keep their order.
 */
export function reduceCrossings(columns: readonly Column[], links: readonly Link[]): readonly Column[] {
  const neighbours = neighboursOf(links);
  const current = columns.map((column) => [...column.names]);
  const height = new Map<string, number>();
  const measure = (names: readonly string[]) => {
    for (const [row, name] of names.entries()) height.set(name, (row + 0.5) / names.length);
  };
  for (const names of current) measure(names);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const order = sweep % 2 === 0 ? current : [...current].reverse();
    for (const names of order) {
      const wish = new Map(names.map((name) => [name, mean(name, neighbours, height)]));
      names.sort((left, right) => (wish.get(left) ?? 0) - (wish.get(right) ?? 0));
      measure(names);
    }
  }
  return columns.map((column, index) => ({ lane: column.lane, names: current[index] ?? [] }));
}

export function neighboursOf(links: readonly Link[]): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (name: string, other: string) => {
    const list = neighbours.get(name);
    if (list === undefined) neighbours.set(name, [other]);
    else list.push(other);
  };
  for (const { from, to } of links) {
    if (from === to) continue;
    add(from, to);
    add(to, from);
  }
  return neighbours;
}

function mean(
  name: string,
  neighbours: ReadonlyMap<string, readonly string[]>,
  height: ReadonlyMap<string, number>,
): number {
  let [sum, count] = [0, 0];
  for (const other of neighbours.get(name) ?? []) {
    const known = height.get(other);
    if (known === undefined) continue;
    sum += known;
    count++;
  }
  return count === 0 ? (height.get(name) ?? 0) : sum / count;
}
