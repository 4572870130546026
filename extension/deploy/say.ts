import { t } from "../manifest/l10n";
import { type Host, type Message, type MessageCode, type MessageData, messageCodes } from "./messages";
import type { Identity, Plan, Recovery } from "./types";
import { plural, timeTaken } from "./words";

const texts: { readonly [Code in MessageCode]: (data: MessageData[Code]) => string } = {
  identified: ({ identity }) => t`Signed in to ${whereOf(identity)} as ${identity.arn}.`,
  planning: ({ stackName, target }) => t`Planning ${stackName} on ${targetName(target)}.`,
  building: ({ component, context, tool }) => t`Building the image of ${component} from ${context} with ${tool}.`,
  "build-output": ({ component, line }) => `${component}: ${line}`,
  built: ({ component, digest, seconds }) =>
    t`The image of ${component} is built, in ${timeTaken(seconds)}: ${short(digest)}.`,
  "image-unresolved": ({ image, reason }) =>
    t`What ${image} stands for could not be found out, so that the plan cannot show whether its tag was moved: ${reason}`,
  pushing: ({ repository, sent, total }) =>
    t`Sending an image to ${repository}: ${megabytes(sent)} of ${megabytes(total)} MB.`,
  pushed: ({ repository, digest, isNew }) =>
    isNew
      ? t`The image ${short(digest)} is in ${repository}.`
      : t`The image ${short(digest)} was in ${repository} already.`,
  "shell-removed": ({ stackName, status }) =>
    status === "REVIEW_IN_PROGRESS"
      ? t`The stack ${stackName} was left empty by a plan that was never carried out. It has been removed.`
      : t`The first deployment of ${stackName} had failed and was rolled back. What was left of it, an empty stack, has been removed so that the stack can be created anew.`,
  "change-set-created": ({ stackName, changeSetId }) =>
    t`The changes to ${stackName} are being computed (${changeSetId}).`,
  "values-incomplete": ({ reason }) => t`CloudFormation left out changes when asked for their values: ${reason}`,
  planned: ({ plan }) => summarise(plan),
  unchanged: ({ stackName }) => t`${stackName} is up to date. There is nothing to deploy.`,
  discarded: ({ stackName }) => t`The plan for ${stackName} was discarded. Nothing was changed.`,
  deploying: ({ plan }) => (plan.kind === "create" ? t`Creating ${plan.stackName}.` : t`Updating ${plan.stackName}.`),
  "protection-changed": ({ stackName, enabled }) =>
    enabled
      ? t`Termination protection is on: ${stackName} cannot be destroyed until it is taken off.`
      : t`Termination protection is off: ${stackName} can be destroyed.`,
  destroying: ({ plan }) => t`Destroying ${plan.stackName}.`,
  recovering: ({ recovery, plan }) => recoveringWords[recovery](plan.stackName),
  resource: ({ event }) =>
    `${event.component ?? t`shared`}: ${event.label} ${event.logicalId} ${event.status}${event.reason ? ` (${event.reason})` : ""}`,
  service: ({ health }) => `${health.component}: ${health.text}.`,
  "task-stopped": ({ component, task }) =>
    task.exitCode === undefined
      ? t`A new task of ${component} stopped: ${task.reason}`
      : t`A new task of ${component} stopped with exit code ${task.exitCode}: ${task.reason}`,
  crashing: ({ stackName, component, crashes, cancel }) =>
    cancel === "update"
      ? t`${plural(crashes, "new task")} of ${component} stopped by themselves, so ${stackName} is unlikely to come up. Cancelling the update goes back to what ran before.`
      : t`${plural(crashes, "new task")} of ${component} stopped by themselves, so ${stackName} is unlikely to come up. Destroying what there is gives it up.`,
  "rolling-back": ({ stackName, failure }) => t`${failure.message} ${stackName} is being rolled back to what it was.`,
  paused: ({ failure }) =>
    t`${failure.message} ${failure.fix} The deployment itself goes on; watching it is tried again.`,
  resumed: ({ seconds }) => t`Watching again after ${timeTaken(seconds)}.`,
  detached: ({ stackName }) =>
    t`Stopped watching. What was begun for ${stackName} goes on in the cloud; it was not cancelled.`,
  "left-behind": ({ logicalId, reason }) =>
    t`${logicalId} is no longer part of the stack but could not be deleted, and may go on costing: ${reason}`,
  succeeded: ({ stackName, seconds }) => t`${stackName} is deployed, in ${timeTaken(seconds)}.`,
  health: ({ stackName, services }) =>
    `${stackName}: ${services.map(({ component, text }) => `${component} ${text}`).join("; ")}.`,
  destroyed: ({ report, seconds }) =>
    t`${report.stackName} is destroyed${seconds === undefined ? "" : t`, in ${timeTaken(seconds)}`}: ${plural(report.deleted.length, "resource")} deleted, ${report.snapshotted.length} kept as a snapshot, ${report.retained.length} kept.${report.keeps === undefined ? "" : ` ${report.keeps}`}`,
  recovered: ({ stackName, outputs, seconds }) =>
    outputs.length > 0
      ? t`${stackName} is back to what it was, in ${timeTaken(seconds)}.`
      : t`${stackName} is rolled back, in ${timeTaken(seconds)}.`,
  failed: ({ failure }) => failure.message,
};

const recoveringWords: Readonly<Record<Recovery, (stackName: string) => string>> = {
  cancel: (stackName) => t`Cancelling the update of ${stackName}.`,
  rollback: (stackName) => t`Rolling ${stackName} back.`,
  continue: (stackName) => t`Going on with the rollback of ${stackName}.`,
};

/** As Docker shows it. */
const short = (digest: string): string => digest.slice(0, "sha256:".length + 12);
const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/** Makes a message: its level from the table, its sentence from its data. */
export function message<Code extends MessageCode>(code: Code, data: MessageData[Code]): Message {
  const made = { code, level: messageCodes[code], time: new Date().toISOString(), text: texts[code](data), ...data };
  // The union is keyed by `code`, which TypeScript cannot follow through a type parameter.
  return made as unknown as Message;
}

/** Tells the host. A host that throws must not stop a deployment that is under way. */
export function say<Code extends MessageCode>(host: Host, code: Code, data: MessageData[Code]): void {
  try {
    host.notify(message(code, data));
  } catch {
    // A view that cannot show a message is the view's defect; the engine's duty is to the deployment.
  }
}

/** "account 111122223333 in eu-west-1 (profile work)", or the Sandbox, which always says that it is one. */
export function whereOf(identity: Identity): string {
  if (identity.target === "sandbox") return t`the Sandbox, a simulation on this machine (region ${identity.region})`;
  const profile = identity.profile ? t`, profile ${identity.profile}` : "";
  return t`AWS account ${identity.account} in ${identity.region}${profile}`;
}

export function targetName(target: Identity["target"]): string {
  return target === "sandbox" ? t`the Sandbox` : "AWS";
}

/** "3 to add, 1 to change, 1 to replace." */
export function summarise(plan: Pick<Plan, "stackName" | "changes">): string {
  const count = (...actions: readonly string[]) => plan.changes.filter(({ action }) => actions.includes(action)).length;
  const parts = [
    [count("replace"), t`to replace`],
    [count("maybe-replace"), t`to replace perhaps`],
    [count("remove"), t`to remove`],
    [count("modify"), t`to change`],
    [count("add"), t`to add`],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`);
  return `${plan.stackName}: ${said.length > 0 ? said.join(", ") : t`only outputs or tags change`}.`;
}
