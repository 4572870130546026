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
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
          >
            {data.label}
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
