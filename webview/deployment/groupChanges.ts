import type { ChangeAction, PlannedChange } from "../../extension/deploy/types";

/** The changes of one component, or of what all components share. */
export interface ChangeGroup {
  readonly component: string | undefined;
  readonly changes: readonly PlannedChange[];
}

/** Groups in the order of their worst change: a plan's changes come worst first, and stay so inside a group. */
export function groupChanges(changes: readonly PlannedChange[]): readonly ChangeGroup[] {
  const groups = new Map<string | undefined, PlannedChange[]>();
  for (const change of changes) {
    const group = groups.get(change.component);
    if (group === undefined) groups.set(change.component, [change]);
    else group.push(change);
  }
  return [...groups].map(([component, members]) => ({ component, changes: members }));
}

const order: readonly ChangeAction[] = ["add", "modify", "maybe-replace", "replace", "remove"];

/** How many of each, harmless first; what does not occur is left out. */
export function countChanges(changes: readonly PlannedChange[]): readonly { action: ChangeAction; count: number }[] {
  return order
    .map((action) => ({ action, count: changes.filter((change) => change.action === action).length }))
    .filter(({ count }) => count > 0);
}
