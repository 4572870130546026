import type { Chosen, Need, Parameter } from "./parameter";

/** A level by its place: which parameter, which of its levels. */
interface Item {
  readonly id: number;
  readonly parameter: Parameter;
  readonly level: string;
  /** Itself and all that it needs, directly or not. */
  readonly ground: ReadonlyMap<string, string>;
}

export interface Rows {
  readonly rows: readonly Chosen[];
  /** Pairs of levels of two parameters that can stand in one manifest. */
  readonly pairs: number;
}

/**
 * Rows in which every pair of levels that can stand together does so at least once, and at least `least` rows. Greedy,
 * one row at a time, after Cohen and others, "The AETG system" (1997). The same seed gives the same rows.
 */
export function allPairs(parameters: readonly Parameter[], least: number, seed: number): Rows {
  const table = new Table(parameters, random(seed));
  const rows: Chosen[] = [];
  for (let pair = table.next(); pair !== undefined || rows.length < least; pair = table.next()) {
    rows.push(table.row(pair));
  }
  return { rows, pairs: table.pairs };
}

/** The pairs that can stand together, as `web.cpu=unset & network=own`, that none of the rows has. */
export function missingPairs(parameters: readonly Parameter[], rows: readonly Chosen[]): readonly string[] {
  const table = new Table(parameters, random(0));
  for (const row of rows) table.cover(row);
  const missing: string[] = [];
  for (const [one, other] of table.open()) missing.push(`${nameOf(one)} & ${nameOf(other)}`);
  return missing;
}

const nameOf = ({ parameter, level }: Item): string => `${parameter.name}=${level}`;

class Table {
  readonly pairs: number;
  readonly #items: readonly Item[];
  readonly #byParameter = new Map<string, readonly Item[]>();
  /** One byte for each two items: 1 while the pair has yet to stand in a row. */
  readonly #wanted: Uint8Array;
  #from = 0;

  constructor(
    private readonly parameters: readonly Parameter[],
    private readonly chance: () => number,
  ) {
    const known = new Map(parameters.map((parameter) => [parameter.name, parameter]));
    let id = 0;
    for (const parameter of parameters) {
      const items = parameter.levels.map(({ name }) => ({
        id: id++,
        parameter,
        level: name,
        ground: groundOf(known, [parameter.name, name]),
      }));
      this.#byParameter.set(parameter.name, items);
    }
    this.#items = [...this.#byParameter.values()].flat();
    this.#wanted = new Uint8Array(id * id);
    let pairs = 0;
    for (const one of this.#items) {
      for (const other of this.#items) {
        if (other.id <= one.id || other.parameter === one.parameter || !agree(one.ground, other.ground)) continue;
        this.#want(one, other, 1);
        pairs++;
      }
    }
    this.pairs = pairs;
  }

  /** The first pair that no row has yet. */
  next(): readonly [Item, Item] | undefined {
    for (; this.#from < this.#wanted.length; this.#from++) {
      if (this.#wanted[this.#from] === 1) return this.#at(this.#from);
    }
    return undefined;
  }

  *open(): Generator<readonly [Item, Item]> {
    for (let at = 0; at < this.#wanted.length; at++) {
      const pair = this.#wanted[at] === 1 ? this.#at(at) : undefined;
      if (pair !== undefined && pair[0].id < pair[1].id) yield pair;
    }
  }

  /** A row with the pair in it, and with as many other new pairs as a look at one parameter after the other finds. */
  row(pair: readonly [Item, Item] | undefined): Chosen {
    const fixed = new Map(pair?.flatMap(({ ground }) => [...ground]));
    const chosen = new Map<string, string>();
    const taken: Item[] = [];
    for (const parameter of this.parameters) {
      const possible = this.#possible(parameter, chosen, fixed);
      const item = pair === undefined ? this.#any(possible) : this.#best(parameter, possible, taken);
      if (item === undefined) continue;
      chosen.set(parameter.name, item.level);
      taken.push(item);
    }
    this.cover(chosen);
    return chosen;
  }

  cover(row: Chosen): void {
    const items = [...row].flatMap(
      ([name, level]) => this.#byParameter.get(name)?.filter((item) => item.level === level) ?? [],
    );
    for (const one of items) for (const other of items) if (one !== other) this.#want(one, other, 0);
  }

  #possible(parameter: Parameter, chosen: Chosen, fixed: ReadonlyMap<string, string>): readonly Item[] {
    const stands = (needs: readonly Need[] | undefined) =>
      (needs ?? []).every(([name, level]) => chosen.get(name) === level);
    const must = fixed.get(parameter.name);
    if (!stands(parameter.needs)) return [];
    return (this.#byParameter.get(parameter.name) ?? []).filter(
      ({ level }) =>
        (must === undefined || must === level) && stands(parameter.levels.find(({ name }) => name === level)?.needs),
    );
  }

  #any(possible: readonly Item[]): Item | undefined {
    return possible[Math.floor(this.chance() * possible.length)];
  }

  #best(parameter: Parameter, possible: readonly Item[], taken: readonly Item[]): Item | undefined {
    // What others stand on opens pairs that cannot be counted yet, so its usual level goes first.
    if (parameter.usually !== undefined) return this.chance() < parameter.usually ? possible[0] : this.#any(possible);
    let best: Item | undefined;
    let most = -1;
    for (const item of possible) {
      const gain = taken.filter((other) => this.#isWanted(item, other)).length + this.chance() / 2;
      if (gain > most) [best, most] = [item, gain];
    }
    return best;
  }

  #at(index: number): readonly [Item, Item] | undefined {
    const one = this.#items[Math.floor(index / this.#items.length)];
    const other = this.#items[index % this.#items.length];
    return one && other && [one, other];
  }

  #want(one: Item, other: Item, value: 0 | 1): void {
    this.#wanted[one.id * this.#size + other.id] = value;
    this.#wanted[other.id * this.#size + one.id] = value;
  }

  #isWanted(one: Item, other: Item): boolean {
    return this.#wanted[one.id * this.#size + other.id] === 1;
  }

  get #size(): number {
    return this.#items.length;
  }
}

function groundOf(known: ReadonlyMap<string, Parameter>, [name, level]: Need): ReadonlyMap<string, string> {
  const parameter = known.get(name);
  const chosen = parameter?.levels.find((each) => each.name === level);
  if (parameter === undefined || chosen === undefined) throw new Error(`There is no ${name}=${level}.`);
  const below = [...(parameter.needs ?? []), ...(chosen.needs ?? [])].flatMap((need) => [...groundOf(known, need)]);
  return new Map([[name, level], ...below]);
}

function agree(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return [...one].every(([name, level]) => (other.get(name) ?? level) === level);
}

/** Mulberry32: small, even enough, and the same everywhere. @returns numbers from 0 up to 1 */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
