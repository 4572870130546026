import { countChanges } from "../../extension/deploy/groupChanges";
import type { ChangeAction, ComponentProgress, Plan, PlannedChange } from "../../extension/deploy/types";
import type { DeploymentView } from "../../extension/protocol/messages";
import { strings } from "../strings";

/** How a component's part of a deployment is doing, short enough for a card. */
export interface ComponentStatus {
  /** The name of a codicon. */
  readonly icon: string;
  readonly tone: "calm" | "working" | "good" | "bad" | ChangeAction;
  readonly text: string;
  /** Resources that are through, and all, while that moves. */
  readonly count?: string;
}

export const changeIcons: Readonly<Record<ChangeAction, string>> = {
  add: "diff-added",
  modify: "diff-modified",
  "maybe-replace": "question",
  replace: "arrow-swap",
  remove: "diff-removed",
};

/** What a card says of a deployment; undefined where there is nothing to say. */
export function componentStatus(deployment: DeploymentView | null, name: string): ComponentStatus | undefined {
  if (deployment === null) return undefined;
  const { phase, plan } = deployment;
  const progress = Object.hasOwn(deployment.components, name) ? deployment.components[name] : undefined;
  switch (phase) {
    case "planning":
      return undefined;
    case "planned":
      return plan === undefined ? undefined : planned(plan, name);
    case "unchanged":
      return unchanged;
    case "deploying":
    case "destroying":
      return progress === undefined ? unchanged : moving(progress);
    case "succeeded":
    case "failed":
    case "destroyed":
      return progress === undefined ? unchanged : ended(deployment, progress, name);
  }
}

export function isSameStatus(left: ComponentStatus | undefined, right: ComponentStatus | undefined): boolean {
  return (
    left === right ||
    (left?.icon === right?.icon &&
      left?.tone === right?.tone &&
      left?.text === right?.text &&
      left?.count === right?.count)
  );
}

const unchanged: ComponentStatus = { icon: "pass", tone: "calm", text: strings.status.unchanged };

function planned(plan: Plan, name: string): ComponentStatus {
  const counts = countChanges(changesOf(plan, name));
  const [worst] = counts;
  if (worst === undefined) return { icon: "dash", tone: "calm", text: strings.status.noChange };
  const text = counts.map(({ action, count }) => strings.deployment.counts[action](count)).join(" · ");
  return { icon: changeIcons[worst.action], tone: worst.action, text };
}

function moving(progress: ComponentProgress): ComponentStatus {
  const { phase, text, done, total } = progress;
  const count = strings.deployment.progress(done, total);
  switch (phase) {
    case "waiting":
      return { icon: "circle-large", tone: "calm", text: text || strings.phase.waiting };
    case "working":
      return { icon: "loading codicon-modifier-spin", tone: "working", text: text || strings.phase.working, count };
    case "done":
      return { icon: "pass-filled", tone: "good", text: strings.phase.done };
    case "removed":
      return { icon: "trash", tone: "calm", text: strings.phase.removed };
    case "failed":
      return failed(text);
  }
}

function ended(deployment: DeploymentView, progress: ComponentProgress, name: string): ComponentStatus {
  const { phase, plan } = deployment;
  if (progress.phase === "failed") return failed(progress.text);
  if (progress.phase === "removed" || phase === "destroyed") {
    return { icon: "trash", tone: "calm", text: strings.phase.removed };
  }
  if (phase === "failed" && progress.phase !== "done") {
    // Nothing was heard of it: it was not touched, and nobody knows of a rollback if the way to the cloud was lost.
    if (progress.text === "") return { icon: "dash", tone: "calm", text: strings.status.unchanged };
    const isUndone = progress.done === 0 && progress.phase === "waiting";
    return { icon: "discard", tone: "calm", text: isUndone ? strings.status.rolledBack : progress.text };
  }
  const changes = plan === undefined ? [] : changesOf(plan, name);
  const isNew = changes.length > 0 && changes.every(({ action }) => action === "add");
  return { icon: "pass-filled", tone: "good", text: isNew ? strings.status.created : strings.status.updated };
}

function failed(reason: string): ComponentStatus {
  return { icon: "error", tone: "bad", text: reason === "" ? strings.phase.failed : strings.status.failed(reason) };
}

/** Every card asks, and asks again with each message: a plan is looked through once. */
const known = new WeakMap<Plan, ReadonlyMap<string, readonly PlannedChange[]>>();

function changesOf(plan: Plan, name: string): readonly PlannedChange[] {
  const byComponent = known.get(plan) ?? arrangedByComponent(plan);
  known.set(plan, byComponent);
  return byComponent.get(name) ?? [];
}

function arrangedByComponent({ changes }: Plan): ReadonlyMap<string, readonly PlannedChange[]> {
  const lists = new Map<string, PlannedChange[]>();
  for (const change of changes) {
    if (change.component === undefined) continue;
    const list = lists.get(change.component);
    if (list === undefined) lists.set(change.component, [change]);
    else list.push(change);
  }
  return lists;
}
