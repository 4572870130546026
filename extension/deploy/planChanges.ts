import type { ResourceChange, ResourceChangeDetail } from "@aws-sdk/client-cloudformation";
import { dataFate } from "./dataFate";
import { knownAfterApply, propertyChanges } from "./propertyChanges";
import { kindOf } from "./resourceKinds";
import { originIn, resourceIn, type StackTemplate } from "./template";
import type { ChangeAction, PlannedChange, PropertyChange } from "./types";

/**
 * A change set's resource changes as plan rows, worst first. `before` is the stack's template (empty for a new stack),
 * `after` the one that is to be deployed.
 */
export function planChanges(
  changes: readonly ResourceChange[],
  before: StackTemplate,
  after: StackTemplate,
): readonly PlannedChange[] {
  const actions = actionsOf(changes);
  const planned = changes.map((change): PlannedChange => {
    const logicalId = change.LogicalResourceId ?? "";
    const resourceType = change.ResourceType ?? "";
    const action = actions.get(logicalId) ?? "modify";
    const old = resourceIn(before, logicalId);
    const next = resourceIn(after, logicalId);
    const data = dataFate(action, resourceType, change.PolicyAction, old, next);
    return {
      action,
      logicalId,
      resourceType,
      label: kindOf(resourceType).label,
      ...originIn(next ?? old),
      properties: propertiesOf(change),
      ...(data === undefined ? {} : { data }),
    };
  });
  return planned.sort(
    (a, b) => severity(a) - severity(b) || compare(a.component, b.component) || compare(a.logicalId, b.logicalId),
  );
}

/** A new resource has nothing before to compare with, and one that goes nothing after. */
function propertiesOf(change: ResourceChange): readonly PropertyChange[] {
  if (change.Action !== "Modify") return [];
  const rows = propertyChanges(change);
  return kindOf(change.ResourceType ?? "").revisions ? rows.map((row) => ({ ...row, recreation: "never" })) : rows;
}

/** What destroys data, what replaces, what may replace, removals, changes, additions. */
function severity({ action, data }: PlannedChange): number {
  if (data === "deleted") return action === "maybe-replace" ? 1 : 0;
  if (data === "snapshot" || data === "retained") return 2;
  return { replace: 3, "maybe-replace": 4, remove: 5, modify: 6, add: 7 }[action];
}

function compare(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * CloudFormation calls a replacement "True" even when it only follows from a value that is not known yet and may turn
 * out the same. It is certain when the value is known, or when what it comes from is certainly replaced itself.
 */
function actionsOf(changes: readonly ResourceChange[]): ReadonlyMap<string, ChangeAction> {
  const certain = new Set<string>();
  const isCertain = (detail: ResourceChangeDetail): boolean => {
    if (detail.Target?.RequiresRecreation !== "Always") return false;
    const known = detail.Evaluation !== "Dynamic" && detail.Target.AfterValue !== knownAfterApply;
    return known || certain.has(detail.CausingEntity?.split(".")[0] ?? "");
  };
  const replacing = changes.filter((change) => change.Action === "Modify" && change.Replacement === "True");
  for (let before = -1; before !== certain.size; ) {
    before = certain.size;
    for (const { LogicalResourceId, Details } of replacing) {
      // Without details there is nothing that would speak against CloudFormation's word.
      if (!Details?.length || Details.some(isCertain)) certain.add(LogicalResourceId ?? "");
    }
  }
  return new Map(changes.map((change) => [change.LogicalResourceId ?? "", actionOf(change, certain)]));
}

function actionOf(change: ResourceChange, certain: ReadonlySet<string>): ChangeAction {
  if (change.Action === "Add" || change.Action === "Import") return "add";
  if (change.Action === "Remove") return "remove";
  if (change.Action === "Dynamic") return "maybe-replace";
  if (kindOf(change.ResourceType ?? "").revisions) return "modify";
  if (change.Replacement === "Conditional") return "maybe-replace";
  if (change.Replacement !== "True") return "modify";
  return certain.has(change.LogicalResourceId ?? "") ? "replace" : "maybe-replace";
}
