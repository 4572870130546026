import { memo, useRef } from "react";
import { ViewportPortal } from "reactflow";
import { useCanvas } from "../state/hooks";
import { share } from "../state/share";
import type { CardNode } from "../state/state";
import { strings } from "../strings";
import { type GroupFrame, groupFrames } from "./frames";
import { GroupTitle } from "./GroupTitle";
import { useGroupDrag } from "./useGroupDrag";
import "./groups.css";

const none: readonly never[] = [];

/** Frames around the components of each group. Dragging one by its title or its edge moves all that it holds. */
export function GroupFrames({ nodes }: { readonly nodes: readonly CardNode[] }) {
  const groups = useCanvas((state) => state.picture?.groups ?? none);
  const carried = useCanvas((state) => state.carried);
  const last = useRef<readonly GroupFrame[]>(none);
  last.current = share(last.current, groupFrames(groups, nodes, carried));
  return (
    <ViewportPortal>
      {last.current.map((each) => (
        <Frame key={each.group.id} {...each} isReceiving={carried?.into === each.group.id} />
      ))}
    </ViewportPortal>
  );
}

const sides = ["top", "right", "bottom", "left"] as const;

const Frame = memo(function Frame({ group, frame, isReceiving }: GroupFrame & { readonly isReceiving: boolean }) {
  const { x, y, width, height } = frame;
  const startDrag = useGroupDrag(group.components);
  const isEditing = useCanvas(({ editing }) => editing?.kind === "group" && editing.id === group.id);
  return (
    <section
      className={`group${isReceiving ? " receiving" : ""}`}
      aria-label={strings.groups.label(group.title ?? "", group.components.length)}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
    >
      {sides.map((side) => (
        <div
          key={side}
          className={`group-side group-${side} nopan`}
          data-group={group.id}
          onPointerDown={startDrag}
          aria-hidden="true"
        />
      ))}
      <GroupTitle group={group} isEditing={isEditing} onPointerDown={startDrag} />
    </section>
  );
});
