import type { Note } from "./exported";

/** Where a note belongs, in the manifest's words: `web.scale`, `network`. */
export function fieldOf({ component, path }: Note): string {
  const start = component === undefined ? -1 : path.indexOf(component);
  return (start < 0 ? path : path.slice(start)).join(".");
}
