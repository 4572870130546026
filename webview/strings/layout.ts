import { count, list } from "./words";

const some = (names: readonly string[]) =>
  names.length > 3 ? count(names.length, "component", "components") : list.format(names);

/** What was placed by hand, and how it is given back. */
export const layout = {
  byHand: "Placed by hand",
  release: "Release to Auto Layout",
  releaseAll: "Release All to Auto Layout",
  released: (names: readonly string[]) => `${some(names)} released to auto layout.`,
  nothingPlaced: "Nothing there was placed by hand.",
  title: "Layout",
  placed: (number: number, all: number) => `${number} of ${count(all, "component", "components")} placed by hand`,
  overlapping: (names: readonly string[]) =>
    `${some(names)} ${names.length === 1 ? "overlaps" : "overlap"} another card`,
  outOfLane: (names: readonly string[]) => `${some(names)} ${names.length === 1 ? "stands" : "stand"} in another lane`,
  astray: (names: readonly string[]) =>
    `${names.length === 1 ? "A position" : "Positions"} without a component: ${list.format(names)}`,
  releaseThese: (what: string) => `Release: ${what}`,
  show: (what: string) => `Select: ${what}`,
} as const;
