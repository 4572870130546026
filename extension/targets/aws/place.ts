import type { Place } from "./draft";

export type { Place };

/** A component, or something inside it: `at("db", "size")`. */
export function at(component: string, ...rest: (string | number)[]): Place {
  return { component, path: ["components", component, ...rest] };
}

export const networkPlace: Place = { path: ["network"] };
/** What all components share. */
export const wholePlace: Place = { path: [] };
