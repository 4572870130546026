import type { Source } from "./sources";

export interface Sizes {
  readonly files: number;
  readonly lines: number;
  readonly median: number;
  readonly p90: number;
  readonly largest: Source | undefined;
  /** `any` as a type, for each 1,000 lines. */
  readonly any: number;
}

/** Lines of the files, blank ones and comments included. */
export function sizesOf(sources: readonly Source[]): Sizes {
  const sorted = [...sources].sort((a, b) => a.lines - b.lines);
  const lines = sorted.reduce((sum, source) => sum + source.lines, 0);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]?.lines ?? 0;
  const anys = sources.reduce((sum, { text }) => sum + (text.match(/(:|\bas|<|\|)\s*any\b/g)?.length ?? 0), 0);
  return {
    files: sorted.length,
    lines,
    median: at(0.5),
    p90: at(0.9),
    largest: sorted.at(-1),
    any: lines === 0 ? 0 : (anys * 1000) / lines,
  };
}
