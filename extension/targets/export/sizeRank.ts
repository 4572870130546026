/** Sizes from the least on, as the manifest has them. */
const sizes = ["nano", "micro", "small", "medium", "large", "xlarge"];

/** The place of a size, from 0 to 5. A provider's class counts by its last word, `db.m7g.large` as `large`. */
export function sizeRank(size: string): number {
  const rank = sizes.indexOf(size.split(".").at(-1) ?? size);
  return rank >= 0 ? rank : sizes.length - 1;
}
