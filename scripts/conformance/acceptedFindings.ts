import type { Accepted } from "./accepted";

/** Grouped by checker, then in the order of the rules. */
export const accepted: readonly Accepted[] = [];
