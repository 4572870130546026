/** A rectangle of the canvas, in pixels. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether they share any of their inside; edges may meet. */
export function touches(left: Frame, right: Frame): boolean {
  return (
    left.x < right.x + right.width &&
    right.x < left.x + left.width &&
    left.y < right.y + right.height &&
    right.y < left.y + left.height
  );
}

export function grow(frame: Frame, by: Sides): Frame {
  return {
    x: frame.x - by.left,
    y: frame.y - by.top,
    width: frame.width + by.left + by.right,
    height: frame.height + by.top + by.bottom,
  };
}

/** The smallest frame that holds all; of none, an empty one. */
export function cover(frames: readonly Frame[]): Frame {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of frames) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left === Infinity
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Two or more frames, parted at the widest gap between them, be it left and right or above and below. */
export function apart<Item extends Frame>(
  frames: readonly Item[],
): { readonly before: readonly Item[]; readonly after: readonly Item[] } {
  const across = widestGap(frames, ({ x, width }) => [x, x + width]);
  const down = widestGap(frames, ({ y, height }) => [y, y + height]);
  const { sorted, at } = down.gap > across.gap ? down : across;
  return { before: sorted.slice(0, at), after: sorted.slice(at) };
}

function widestGap<Item extends Frame>(frames: readonly Item[], spanOf: (item: Item) => readonly [number, number]) {
  const sorted = [...frames].sort((left, right) => spanOf(left)[0] - spanOf(right)[0]);
  let [gap, at, end] = [-Infinity, 1, -Infinity];
  for (const [index, item] of sorted.entries()) {
    const [from, to] = spanOf(item);
    if (index > 0 && from - end > gap) [gap, at] = [from - end, index];
    end = Math.max(end, to);
  }
  return { sorted, gap, at };
}
