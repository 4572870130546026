import type { DestroyPlan, Plan } from "../../deploy/types";
import { listed, plural } from "../../deploy/words";
import { t } from "../../manifest/l10n";

/** How a plan is confirmed: by a button, or by typing the environment's name where data or production is at stake. */
export type Confirmation = "button" | "name";

export function confirmationFor(plan: Pick<Plan, "protected" | "dataRisks">): Confirmation {
  return plan.protected || plan.dataRisks.length > 0 ? "name" : "button";
}

/** Exactly the name: neither white space around it nor another case will do. */
export function isConfirmed(typed: string | undefined, name: string): boolean {
  return typed === name;
}

/** What becomes of a stack: how many resources meet which fate, then what happens to each that holds data. */
export function describeDestruction({ deleted, snapshotted, retained, dataRisks, keeps }: DestroyPlan): string {
  const fates = [
    deleted.length === 1 ? t`1 resource is deleted` : t`${plural(deleted.length, "resource")} are deleted`,
    snapshotted.length > 0 ? t`${snapshotted.length} after a last snapshot` : "",
    retained.length > 0 ? t`${retained.length} kept` : "",
  ];
  const count = `${listed(fates.filter((fate) => fate !== ""))}.`;
  return [count, ...dataRisks.map((risk) => `• ${risk}`), ...(keeps === undefined ? [] : [keeps])].join("\n");
}
