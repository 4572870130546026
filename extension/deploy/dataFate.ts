import { t } from "../manifest/l10n";
import { holdingOf, kindOf } from "./resourceKinds";
import type { TemplateResource } from "./template";
import type { ChangeAction, DataFate, PlannedChange } from "./types";

/** The policy a change set states for a change, such as `ReplaceAndSnapshot`; stands above what templates say. */
type PolicyAction = string | undefined;

/**
 * What happens to the data of a resource that is replaced or removed; undefined when it holds none or stays.
 * `before` is the resource in the stack's template (its DeletionPolicy counts when it is removed), `after` the one in
 * the new template (its UpdateReplacePolicy counts when it is replaced).
 */
export function dataFate(
  action: ChangeAction,
  resourceType: string,
  policyAction: PolicyAction,
  before: TemplateResource | undefined,
  after: TemplateResource | undefined,
): DataFate | undefined {
  if (holdingOf(resourceType, before ?? after) === undefined) return undefined;
  if (action === "add" || action === "modify") return undefined;
  const stated = policyAction?.replace("ReplaceAnd", "");
  const policy =
    stated ??
    (action === "remove"
      ? (before?.DeletionPolicy ?? kindOf(resourceType).defaultDeletion)
      : after?.UpdateReplacePolicy);
  return fateOf(policy);
}

export function fateOf(policy: string | undefined): DataFate {
  if (policy === "Retain" || policy === "RetainExceptOnCreate") return "retained";
  return policy === "Snapshot" ? "snapshot" : "deleted";
}

/** The sentence about a change's data that must be read before it is confirmed; undefined where no data is at stake. */
export function dataRisk(change: PlannedChange): string | undefined {
  if (change.data === undefined) return undefined;
  const { holds } = kindOf(change.resourceType);
  if (holds === undefined) return undefined;
  const what = t`${change.label} ${change.logicalId}${change.component ? t` of ${change.component}` : ""}`;
  if (change.action === "remove") return removed(what, holds)[change.data];
  const happens =
    change.action === "replace"
      ? t`The ${what} is replaced by a new, empty one.`
      : t`The ${what} may be replaced by a new, empty one.`;
  return `${happens} ${replaced(holds)[change.data]}`;
}

function removed(what: string, holds: string): Record<DataFate, string> {
  return {
    kept: t`The ${what} stays as it is.`,
    snapshot: t`The ${what} is removed. A snapshot of its data is kept, which costs storage until you delete it.`,
    retained: t`The ${what} leaves the stack but is not deleted: it stays in the account with its data, and goes on costing.`,
    deleted: t`The ${what} is deleted, and ${holds} with it. This cannot be undone.`,
  };
}

function replaced(holds: string): Record<DataFate, string> {
  return {
    kept: t`Its data is kept.`,
    snapshot: t`A snapshot of the old one is kept, but its data is not in the new one until you restore it.`,
    retained: t`The old one stays in the account with its data, and goes on costing; the data is not in the new one.`,
    deleted: t`The old one is deleted, and ${holds} with it. This cannot be undone.`,
  };
}
