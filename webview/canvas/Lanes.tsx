import { memo, useRef } from "react";
import { ViewportPortal } from "reactflow";
import { laneOf } from "../components/componentInfo";
import { type LaneArea, laneAreas } from "../layout/lanes";
import { share } from "../state/share";
import type { CardNode } from "../state/state";
import { strings } from "../strings";
import "./lanes.css";

/** What is public, what is private and what holds data, as areas behind the cards. */
export function Lanes({ nodes }: { readonly nodes: readonly CardNode[] }) {
  const last = useRef<readonly LaneArea[]>([]);
  last.current = share(
    last.current,
    laneAreas(
      nodes.map((node) => ({
        lane: laneOf(node.data.component.type),
        position: [node.position.x, node.position.y] as const,
      })),
    ),
  );
  return (
    <ViewportPortal>
      {last.current.map((area) => (
        <LaneFrame key={area.lane} area={area} />
      ))}
    </ViewportPortal>
  );
}

const icons = { public: "globe", private: "lock", data: "database" } as const;

const LaneFrame = memo(function LaneFrame({ area }: { readonly area: LaneArea }) {
  const { lane, x, y, width, height } = area;
  return (
    <div className="lane" style={{ transform: `translate(${x}px, ${y}px)`, width, height }}>
      <span className={`codicon codicon-${icons[lane]}`} aria-hidden="true" />
      {strings.lanes[lane]}
    </div>
  );
});
