import type { ChangeAction, PlannedChange } from "./types";
import { countedKinds } from "./words";

/** What a plan does to one component, or to what all components share. */
export interface ChangeGroup {
  /** Absent for what is shared. */
  readonly component?: string;
  /** What must be read one by one, in the plan's order: worst first. */
  readonly changes: readonly PlannedChange[];
  /** What is only added: of each kind one row, however many there are. */
  readonly additions: readonly Additions[];
  /** Something is replaced or removed, or data is at stake. */
  readonly isSerious: boolean;
}

export interface Additions {
  /** "service", "2 firewall rules". */
  readonly text: string;
  readonly changes: readonly PlannedChange[];
}

/**
 * A plan's changes by component: those first that lose something, the worst before all, for so a plan is sorted; then
 * the others in the given order, what is shared last.
 * A component that is not in the order, because it is gone from the manifest, stands before what is shared.
 */
export function groupChanges(changes: readonly PlannedChange[], order: readonly string[] = []): readonly ChangeGroup[] {
  const members = new Map<string | undefined, PlannedChange[]>();
  for (const change of changes) {
    const list = members.get(change.component);
    if (list === undefined) members.set(change.component, [change]);
    else list.push(change);
  }
  const places = new Map(order.map((name, index) => [name, index]));
  const placeOf = ({ component }: ChangeGroup) =>
    component === undefined ? order.length + 1 : (places.get(component) ?? order.length);
  const groups = [...members].map(([component, list]) => groupOf(component, list));
  const harmless = groups.filter((group) => !group.isSerious);
  return [
    ...groups.filter((group) => group.isSerious),
    ...harmless.sort((left, right) => placeOf(left) - placeOf(right)),
  ];
}

function groupOf(component: string | undefined, members: readonly PlannedChange[]): ChangeGroup {
  const added = members.filter(({ action }) => action === "add");
  return {
    ...(component === undefined ? {} : { component }),
    changes: members.filter(({ action }) => action !== "add"),
    additions: countedKinds(added).map(({ text, things }) => ({ text, changes: things })),
    isSerious: members.some(isSerious),
  };
}

/** Whether it needs a look before anybody agrees. */
export function isSerious({ action, data }: Pick<PlannedChange, "action" | "data">): boolean {
  return data !== undefined || (action !== "add" && action !== "modify");
}

const worstFirst: readonly ChangeAction[] = ["replace", "maybe-replace", "remove", "modify", "add"];

/** How many of each, worst first; what does not occur is left out. */
export function countChanges(
  changes: readonly Pick<PlannedChange, "action">[],
): readonly { readonly action: ChangeAction; readonly count: number }[] {
  return worstFirst
    .map((action) => ({ action, count: changes.filter((change) => change.action === action).length }))
    .filter(({ count }) => count > 0);
}
