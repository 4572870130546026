import type { PictureGroup } from "../../extension/protocol/messages";
import { cover, type Frame, grow } from "../layout/frame";
import { frameOf } from "../state/selected";
import type { CardNode, Carried } from "../state/state";

export interface GroupFrame {
  readonly group: PictureGroup;
  readonly frame: Frame;
}

/** Around the cards; above them with room for the title. In pixels. */
export const groupPadding = { left: 16, top: 40, right: 16, bottom: 16 } as const;

/**
 * Where the frames of groups stand. While cards are carried, a frame keeps the place it had, so that a card can be
 * taken out of it; one whose cards are all carried goes with them.
 */
export function groupFrames(
  groups: readonly PictureGroup[],
  nodes: readonly CardNode[],
  carried?: Carried,
): readonly GroupFrame[] {
  if (groups.length === 0) return [];
  const known = new Map(nodes.map((node) => [node.id, node]));
  return groups.flatMap((group) => {
    const members = group.components.flatMap((name) => known.get(name) ?? []);
    if (members.length === 0) return [];
    const goesAlong = members.every(({ id }) => carried?.from.has(id) === true);
    const frames = members.map((node) => {
      const before = goesAlong ? undefined : carried?.from.get(node.id);
      const frame = frameOf(node);
      return before === undefined ? frame : { ...frame, x: before[0], y: before[1] };
    });
    return [{ group, frame: grow(cover(frames), groupPadding) }];
  });
}

/** The group whose frame holds the middle of something; of several, the smallest. */
export function groupAt(frames: readonly GroupFrame[], { x, y, width, height }: Frame): string | undefined {
  const [midX, midY] = [x + width / 2, y + height / 2];
  const holding = frames.filter(
    ({ frame }) =>
      midX >= frame.x && midX <= frame.x + frame.width && midY >= frame.y && midY <= frame.y + frame.height,
  );
  return holding.sort((left, right) => area(left) - area(right))[0]?.group.id;
}

function area({ frame }: GroupFrame): number {
  return frame.width * frame.height;
}
