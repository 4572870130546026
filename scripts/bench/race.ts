import { type Budget, percentile, type Row, row } from "./row";

/** What both sides do in a turn. Each result is checked: a fast wrong answer is none. */
export interface Race {
  readonly repeats: number;
  /** The share of turns that are as fast as the figure, or faster. */
  readonly share: number;
  /** @param turn a number that is new in each turn, so that nobody answers from the turn before */
  ours(turn: number): unknown;
  checkOurs(result: unknown): void;
  theirs(turn: number): Promise<unknown>;
  checkTheirs(result: unknown): void;
}

const warmUp = 5;

/** Turn by turn in one process: five to warm up, then those that count. */
export async function race(name: string, budget: Budget, peer: string, one: Race): Promise<Row> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let turn = 0; turn < one.repeats + warmUp; turn++) {
    const mine = await timed(() => one.ours(turn));
    const other = await timed(() => one.theirs(turn));
    one.checkOurs(mine.result);
    one.checkTheirs(other.result);
    if (turn < warmUp) continue;
    ours.push(mine.ms);
    theirs.push(other.ms);
  }
  return row(name, percentile(ours, one.share), "ms", budget, { name: peer, value: percentile(theirs, one.share) });
}

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}
