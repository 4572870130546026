/** A whole number from 0 up to `below`, by chance that is the same for the same seed. */
export type Dice = (below: number) => number;

export function diceFrom(seed: number): Dice {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export function pick<Item>(dice: Dice, items: readonly [Item, ...Item[]]): Item;
export function pick<Item>(dice: Dice, items: readonly Item[]): Item | undefined;
export function pick<Item>(dice: Dice, items: readonly Item[]): Item | undefined {
  return items[dice(items.length)];
}

/** True once in so many times. */
export function once(dice: Dice, inTimes: number): boolean {
  return dice(inTimes) === 0;
}
