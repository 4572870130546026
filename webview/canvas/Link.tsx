import { memo } from "react";
import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from "reactflow";
import { cardSize } from "../layout/box";
import { labelSpot, pathOf } from "../layout/route/path";
import { makeshift } from "../layout/route/routeLink";
import type { RoutedEdge } from "../live/routed";
import "./link.css";

/** A line between two cards: solid when the text declares it, dashed when it follows from a reference. */
export const Link = memo(function Link(props: EdgeProps<RoutedEdge>) {
  const { data, markerEnd, selected = false } = props;
  const route = data?.route ?? betweenPorts(props);
  const spot = labelSpot(route);
  return (
    <>
      <BaseEdge
        path={pathOf(route)}
        {...(markerEnd === undefined ? {} : { markerEnd })}
        className={`link link-${data?.kind ?? "connection"}`}
        interactionWidth={16}
      />
      {data?.label !== undefined && (
        <EdgeLabelRenderer>
          <div
            className={`link-label${selected ? " selected" : ""}`}
            title={data.label}
            style={{
              // Of a short line enough stays to be seen on both sides of its label.
              maxWidth: Math.min(140, Math.max(40, spot.room - 24)),
              transform: `translate(-50%, -50%) translate(${spot.x}px, ${spot.y}px)`,
            }}
          >
            {data.label}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});

/** For the moment until its route is known. */
function betweenPorts({ sourceX, sourceY, targetX, targetY }: EdgeProps<RoutedEdge>) {
  const middle = cardSize.height / 2;
  return makeshift(
    { x: sourceX - cardSize.width, y: sourceY - middle, ...cardSize },
    { x: targetX, y: targetY - middle, ...cardSize },
  );
}
