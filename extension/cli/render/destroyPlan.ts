import { whereOf } from "../../deploy/say";
import type { DestroyPlan, DoomedResource } from "../../deploy/types";
import { counted, plural } from "../../deploy/words";
import { type Paint, wrap } from "../style";
import { head, headWidth } from "./plan";
import { shared } from "./shared";

/** What destroying would do, before it is confirmed. */
export function renderDestroyPlan(plan: DestroyPlan, paint: Paint, width: number): string {
  const lines = [paint("bold", `Destroy ${plan.stackName} on ${whereOf(plan.identity)}`), ""];
  for (const [component, resources] of byComponent(plan.deleted)) {
    lines.push(paint("bold", component), ...wrap(head("remove", paint), counted(resources), headWidth, width), "");
  }
  if (plan.keeps !== undefined) lines.push(paint("yellow", plan.keeps), "");
  if (plan.dataRisks.length > 0) lines.push(...plan.dataRisks.map((risk) => paint("red", `! ${risk}`)), "");
  lines.push(paint("bold", `${plan.stackName}: ${totals(plan, "to delete", "to keep as a snapshot", "to keep")}.`), "");
  return lines.join("\n");
}

/** What is left, with the cloud's own names, so that it can be found. */
export function renderDestroyReport(report: DestroyPlan, paint: Paint): string {
  const left = (title: string, resources: readonly DoomedResource[]) =>
    resources.length === 0
      ? []
      : [
          paint("bold", title),
          ...resources.map((resource) => `  ${resource.label} ${resource.physicalId ?? resource.logicalId}`),
          "",
        ];
  return [
    `${report.stackName} is destroyed: ${totals(report, "deleted", "kept as a snapshot", "kept")}.`,
    ...left("Kept as a snapshot, which costs storage until you delete it", report.snapshotted),
    ...left("Kept in the account, and going on to cost", report.retained),
    ...(report.keeps === undefined ? [] : [report.keeps]),
  ]
    .join("\n")
    .concat("\n");
}

function totals(plan: DestroyPlan, deleted: string, snapshotted: string, retained: string): string {
  const parts = [`${plural(plan.deleted.length, "resource")} ${deleted}`];
  if (plan.snapshotted.length > 0) parts.push(`${plan.snapshotted.length} ${snapshotted}`);
  if (plan.retained.length > 0) parts.push(`${plan.retained.length} ${retained}`);
  return parts.join(", ");
}

function byComponent(resources: readonly DoomedResource[]): ReadonlyMap<string, readonly DoomedResource[]> {
  const groups = new Map<string, DoomedResource[]>();
  for (const resource of resources) {
    const key = resource.component ?? shared;
    groups.set(key, [...(groups.get(key) ?? []), resource]);
  }
  return groups;
}
