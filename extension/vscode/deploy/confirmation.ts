import type { DestroyPlan, DoomedResource, Plan } from "../../deploy/types";
import { listed, plural } from "../../deploy/words";

/** How a plan is confirmed: by a button, or by typing the environment's name where data or production is at stake. */
export type Confirmation = "button" | "name";

export function confirmationFor(plan: Pick<Plan, "protected" | "dataRisks">): Confirmation {
  return plan.protected || plan.dataRisks.length > 0 ? "name" : "button";
}

/** Exactly the name: neither white space around it nor another case will do. */
export function isConfirmed(typed: string | undefined, name: string): boolean {
  return typed === name;
}

/** What becomes of a stack's resources, in a paragraph for each fate; the ones that hold data are named. */
export function describeDestruction({ deleted, snapshotted, retained, dataRisks }: DestroyPlan): string {
  const holdingData = deleted.filter(({ stateful }) => stateful);
  const paragraphs = [
    ...dataRisks,
    `${plural(deleted.length, "resource")} ${deleted.length === 1 ? "is" : "are"} deleted${named(holdingData)}.`,
    snapshotted.length > 0 ? `Deleted after a last snapshot${named(snapshotted)}.` : "",
    retained.length > 0 ? `Kept, and still costing money${named(retained)}.` : "",
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

function named(resources: readonly DoomedResource[]): string {
  if (resources.length === 0) return "";
  return `: ${listed(resources.map(({ label, component, logicalId }) => `${label} ${component ?? logicalId}`))}`;
}
