import type { Draft, Place } from "./draft";
import { ref } from "./intrinsic";
import { keepLogs } from "./keep";
import type { Properties } from "./template";

/** @param days how long it keeps its lines; our own tools' are kept as long as those of a component that says nothing. @returns the id */
export function addLogGroup(draft: Draft, place: Place, id: string, days?: number): string {
  const { app } = draft;
  const properties = { RetentionInDays: days ?? (app.protected ? 90 : 30) };
  return draft.add(place, id, "AWS::Logs::LogGroup", properties, { keep: keepLogs(app) });
}

/** A container's output goes to its log group; when CloudWatch is slow the container does not wait for it. */
export function logConfiguration(group: string, container: string): Properties {
  return {
    LogDriver: "awslogs",
    Options: {
      "awslogs-group": ref(group),
      "awslogs-region": ref("AWS::Region"),
      "awslogs-stream-prefix": container,
      mode: "non-blocking",
      "max-buffer-size": "25m",
    },
  };
}
