import { memo } from "react";
import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from "reactflow";
import type { LinkEdge } from "../state/state";
import { route } from "./route";
import "./link.css";

/** A line between two cards: solid when the text declares it, dashed when it follows from a reference. */
export const Link = memo(function Link(props: EdgeProps<LinkEdge>) {
  const { data, markerEnd, selected = false } = props;
  const [path, labelX, labelY] = getBezierPath(route(props));
  return (
    <>
      <BaseEdge
        path={path}
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
              maxWidth: labelRoom(props),
              transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)`,
            }}
          >
            {data.label}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});

/** Of a short line enough stays to be seen on both sides of its label. In pixels. */
function labelRoom({ sourceX, targetX }: Pick<EdgeProps, "sourceX" | "targetX">): number {
  return Math.min(140, Math.max(40, Math.abs(targetX - sourceX) - 56));
}
