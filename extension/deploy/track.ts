import { t } from "../manifest/l10n";
import type { Message } from "./messages";
import { type Expected, initialProgress } from "./progress";
import { whereOf } from "./say";
import type { ComponentProgress, DeploymentView, DestroyPlan, Plan, ServiceHealth, TargetId } from "./types";
import { plural } from "./words";

/** The view before the engine has said anything. */
export function startTracking(start: {
  readonly environment: string;
  readonly target: TargetId;
  readonly stackName: string;
  readonly phase: "planning" | "destroying";
}): DeploymentView {
  return { ...start, text: start.phase === "planning" ? t`Planning` : t`Preparing`, done: 0, total: 0, components: {} };
}

/**
 * The view after a message. Pure, and the only way from what the engine says to what is shown: the canvas, the
 * notification and the command line agree because each of them folds the same messages with this.
 */
export function track(view: DeploymentView, message: Message): DeploymentView {
  switch (message.code) {
    case "planning":
      return { ...startTracking({ ...view, ...pick(message), phase: "planning" }), text: message.text };
    case "planned":
      return { ...begun(view, "planned", expectedOf(message.plan)), text: message.text, plan: message.plan };
    case "unchanged":
      return { ...view, phase: "unchanged", text: message.text, outputs: message.outputs };
    case "deploying":
      return { ...begun(view, "deploying", expectedOf(message.plan)), text: message.text, plan: message.plan };
    case "destroying":
      return { ...begun(view, "destroying", doomedOf(message.plan)), text: message.text };
    case "recovering":
      // Nobody knows beforehand which resources it has to touch.
      return { ...begun(view, "deploying", []), text: message.text };
    case "resource":
      return advance(view, message);
    case "service":
      return withNews(view, message.health.component, message.health.text);
    case "task-stopped":
      return withNews(view, message.component, message.text);
    case "crashing":
      return { ...view, text: message.text };
    case "rolling-back":
      return { ...view, text: message.text, failure: message.failure };
    case "succeeded":
      return {
        ...without(view, "failure"),
        phase: "succeeded",
        text: message.text,
        done: view.total,
        outputs: message.outputs,
      };
    case "recovered":
      return {
        ...without(view, "failure"),
        phase: "succeeded",
        text: message.text,
        done: view.total,
        outputs: message.outputs,
      };
    case "health":
      return withHealth(view, message.services);
    case "destroyed":
      return { ...without(view, "outputs"), phase: "destroyed", text: message.text, done: view.total };
    case "failed":
      return { ...view, phase: "failed", text: message.text, failure: message.failure };
    case "identified":
      return { ...view, text: t`Signed in to ${whereOf(message.identity)}` };
    case "building":
    case "built":
    case "pushing":
    case "pushed":
    case "paused":
    case "resumed":
    case "detached":
    case "shell-removed":
    case "protection-changed":
      return { ...view, text: message.text };
    case "change-set-created":
    case "values-incomplete":
    case "left-behind":
    case "build-output":
    case "image-unresolved":
    case "discarded":
      return view;
  }
}

/** The last thing that happened to a component that is being worked on. */
function withNews(view: DeploymentView, component: string, text: string): DeploymentView {
  const progress = view.components[component];
  if (progress?.phase !== "working") return view;
  return { ...view, components: { ...view.components, [component]: { ...progress, text } } };
}

/** Only of what is deployed: while a deployment goes on, its own words count. */
function withHealth(view: DeploymentView, services: readonly ServiceHealth[]): DeploymentView {
  if (view.phase !== "succeeded" && view.phase !== "unchanged") return view;
  const told = services.map(({ component, state, text }): [string, ComponentProgress] => {
    const { done, total } = view.components[component] ?? { done: 0, total: 0 };
    return [component, { phase: phaseOf[state], done, total, text }];
  });
  return { ...view, components: { ...view.components, ...Object.fromEntries(told) } };
}

const phaseOf: Readonly<Record<ServiceHealth["state"], ComponentProgress["phase"]>> = {
  healthy: "done",
  stopped: "done",
  moving: "working",
  degraded: "failed",
  down: "failed",
};

/** What executing a plan touches. */
export function expectedOf({ changes }: Pick<Plan, "changes">): readonly Expected[] {
  return changes.map(({ logicalId, component, action }) => ({
    logicalId,
    ...(component === undefined ? {} : { component }),
    leaving: action === "remove",
  }));
}

/** What destroying touches: everything, also what is kept, of which CloudFormation says so. */
export function doomedOf({ deleted, snapshotted, retained }: DestroyPlan): readonly Expected[] {
  const own = [...deleted, ...snapshotted, ...retained].filter((resource) => resource.stackName === undefined);
  return own.map(({ logicalId, component }) => ({
    logicalId,
    ...(component === undefined ? {} : { component }),
    leaving: true,
  }));
}

function pick({ stackName, environment, target }: Extract<Message, { code: "planning" }>) {
  return { stackName, environment, target };
}

/** What an earlier ending left in the view does not belong to what begins now. */
function begun(view: DeploymentView, phase: DeploymentView["phase"], expected: readonly Expected[]): DeploymentView {
  const clean = without(without(view, "failure"), "outputs");
  return { ...clean, phase, done: 0, total: expected.length, components: initialProgress(expected) };
}

function advance(view: DeploymentView, { step }: Extract<Message, { code: "resource" }>): DeploymentView {
  const verb = step.goingBack
    ? t`Rolling back`
    : view.phase === "destroying"
      ? t`Deleting`
      : view.plan?.kind === "create"
        ? t`Creating`
        : t`Updating`;
  const next: DeploymentView = {
    ...view,
    done: step.done,
    total: step.total,
    text: step.goingBack
      ? t`${verb}: ${plural(step.done, "resource")} still to undo`
      : t`${verb} ${step.done} of ${plural(step.total, "resource")}`,
  };
  if (step.component === undefined) return next;
  const { name, ...progress } = step.component;
  return { ...next, components: { ...view.components, [name]: progress } };
}

function without<Key extends "failure" | "outputs">(view: DeploymentView, key: Key): Omit<DeploymentView, Key> {
  const { [key]: _, ...rest } = view;
  return rest;
}
