import { memo, useRef } from "react";
import { ViewportPortal } from "reactflow";
import type { PictureGroup } from "../../extension/protocol/messages";
import { type LaneArea, laneAreas } from "../layout/lanes";
import { useCanvas } from "../state/hooks";
import { share } from "../state/share";
import type { CardNode } from "../state/state";
import { strings } from "../strings";
import { laneCardsOf } from "./laneCardOf";
import "./lanes.css";

const none: readonly PictureGroup[] = [];

/** What is public, what is private and what holds data, as areas behind the cards. */
export function Lanes({ nodes }: { readonly nodes: readonly CardNode[] }) {
  const target = useCanvas((state) => state.carried?.lane);
  const groups = useCanvas((state) => state.picture?.groups ?? none);
  const last = useRef<readonly LaneArea[]>([]);
  last.current = share(last.current, laneAreas(laneCardsOf(nodes, groups)));
  return (
    <ViewportPortal>
      {last.current.map((area, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an area has no identity of its own.
        <LaneFrame key={index} area={area} isTarget={area.lane === target} />
      ))}
    </ViewportPortal>
  );
}

const icons = { public: "globe", private: "lock", data: "database" } as const;

const LaneFrame = memo(function LaneFrame({ area, isTarget }: { readonly area: LaneArea; readonly isTarget: boolean }) {
  const { lane, x, y, width, height } = area;
  return (
    <div
      className={`lane${isTarget ? " target" : ""}`}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
    >
      <span className={`codicon codicon-${icons[lane]}`} aria-hidden="true" />
      {strings.lanes[lane]}
    </div>
  );
});
