import type { Path } from "../../manifest/problem";

/** The block collections around a line, from the outermost in. */
export interface Frame {
  readonly kind: "map" | "list";
  /** Where its keys or dashes stand. */
  readonly column: number;
  readonly path: Path;
  /** The entry or item that was begun last. */
  last: string | number;
  /** Something is written as its value. */
  filled: boolean;
}

/** Leaves the collections that a line at `column` does not belong to any more. */
export function leave(frames: Frame[], column: number, isDash: boolean): void {
  for (let top = frames.at(-1); top !== undefined; top = frames.at(-1)) {
    const below = frames.at(-2);
    const unindented = top.kind === "list" && top.column === column && !isDash && below?.column === column;
    if (top.column <= column && !unindented) return;
    frames.pop();
  }
}

/** Begins an entry in the map at `column`, which may begin with it. */
export function enterKey(frames: Frame[], column: number, key: string): void {
  const top = frames.at(-1);
  if (top?.kind === "map" && top.column === column) {
    top.last = key;
    top.filled = false;
  } else {
    frames.push({ kind: "map", column, path: slotOf(frames), last: key, filled: false });
    if (top !== undefined) top.filled = true;
  }
}

/** Begins an item in the list at `column`, which may begin with it. */
export function enterItem(frames: Frame[], column: number): void {
  const top = frames.at(-1);
  if (top?.kind === "list" && top.column === column) {
    top.last = Number(top.last) + 1;
    top.filled = false;
  } else {
    frames.push({ kind: "list", column, path: slotOf(frames), last: 0, filled: false });
    if (top !== undefined) top.filled = true;
  }
}

/** The path of the value that is being written. */
export function slotOf(frames: readonly Frame[]): Path {
  const top = frames.at(-1);
  return top === undefined ? [] : [...top.path, top.last];
}
