import { t } from "../../extension/manifest/l10n";
import { count, list } from "./words";

const some = (names: readonly string[]) =>
  names.length > 3 ? count(names.length, t`component`, t`components`) : list.format(names);

/** What was placed by hand, and how it is given back. */
export const layout = {
  byHand: t`Placed by hand`,
  release: t`Release to Auto Layout`,
  releaseAll: t`Release All to Auto Layout`,
  released: (names: readonly string[]) => t`${some(names)} released to auto layout.`,
  nothingPlaced: t`Nothing there was placed by hand.`,
  title: t`Layout`,
  placed: (number: number, all: number) => t`${number} of ${count(all, t`component`, t`components`)} placed by hand`,
  overlapping: (names: readonly string[]) =>
    t`${some(names)} ${names.length === 1 ? t`overlaps` : t`overlap`} another card`,
  outOfLane: (names: readonly string[]) =>
    t`${some(names)} ${names.length === 1 ? t`stands` : t`stand`} in another lane`,
  astray: (names: readonly string[]) =>
    t`${names.length === 1 ? t`A position` : t`Positions`} without a component: ${list.format(names)}`,
  releaseThese: (what: string) => t`Release: ${what}`,
  show: (what: string) => t`Select: ${what}`,
} as const;
