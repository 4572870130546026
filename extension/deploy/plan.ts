import type { Stack } from "@aws-sdk/client-cloudformation";
import type { App } from "../manifest/app";
import { t } from "../manifest/l10n";
import type { Synthesis } from "../targets/aws/synthesis";
import { widenedAccess } from "./access/widenedAccess";
import { createChangeSet, deleteChangeSet, readChangeSet } from "./changeSet";
import { checkSize } from "./checkSize";
import type { Cloud } from "./cloud";
import { dataRisk } from "./dataFate";
import { DeployError } from "./errors";
import { expectedDuration } from "./expectedDuration";
import { failing } from "./failing";
import { findingsOf, type PlaceOf, placesIn, refusedBy } from "./findings";
import { findStack, templateOf } from "./findStack";
import { templateSource } from "./largeTemplate/templateSource";
import type { Host } from "./messages";
import { outputsOf } from "./outputs";
import { planChanges } from "./planChanges";
import { priceChange } from "./priceChange";
import { type Refactor, refactorOf } from "./refactor/refactorOf";
import { removeDeadStack, removeShell } from "./removeShell";
import { plannedRenames } from "./renames";
import { say } from "./say";
import { readinessOf, refusal } from "./stackStatus";
import { isOurs, parseTemplate, type StackTemplate } from "./template";
import type { Output, Plan } from "./types";

export type PlanResult =
  | {
      readonly kind: "plan";
      readonly plan: Plan;
      /** Set when data would be lost by a rename alone: what keeps it. */
      readonly refactor?: Refactor;
    }
  | {
      readonly kind: "unchanged";
      readonly outputs: readonly Output[];
      /** Set when termination protection differs from what the manifest says: what it is to be. `setProtection` does it. */
      readonly protection?: boolean;
    };

/**
 * Finds out what a deployment would change, through a change set that CloudFormation itself computes. Nothing is
 * changed but this: the empty remains of a first deployment that failed are removed, and said to be.
 * Throws a `DeployError` for a wrong account, a stack that is busy or stuck, a template that is too large or refused.
 */
export function plan(
  cloud: Cloud,
  app: App,
  synthesis: Synthesis,
  host: Host,
  signal?: AbortSignal,
): Promise<PlanResult> {
  return failing(cloud, host, async () => {
    const { identity } = cloud;
    const { stackName } = synthesis;
    say(host, "identified", { identity });
    say(host, "planning", { stackName, environment: app.environment, target: identity.target });
    checkAccount(cloud, app);
    checkSize(synthesis.text);
    const stack = await usableStack(cloud, stackName, host);
    const kind = stack === undefined || isShell(stack) ? "create" : "update";
    const before = kind === "update" ? await ownTemplate(cloud, stackName) : parseTemplate(undefined);
    const differs = (stack?.EnableTerminationProtection ?? false) !== app.protected;
    const protection = differs ? { protection: app.protected } : {};
    const template = await templateSource(cloud, app, synthesis.text, signal);
    const made = await createChangeSet(cloud, { synthesis, template, kind, environment: app.environment });
    say(host, "change-set-created", { stackName, changeSetId: made.id });
    const placeOf = placesIn(app, synthesis);
    const changeSet = await readOrClean(cloud, made, kind, placeOf, signal);
    if (changeSet === "unchanged") {
      await clean(cloud, made, kind);
      const outputs = outputsOf(stack?.Outputs ?? [], synthesis.outputs);
      say(host, "unchanged", { stackName, outputs });
      return { kind: "unchanged", outputs, ...protection };
    }
    if (changeSet.incomplete) say(host, "values-incomplete", { reason: changeSet.incomplete });
    const after = parseTemplate(synthesis.text);
    const changes = planChanges(changeSet.changes, before, after);
    const renames = plannedRenames(before, after, changes, identity.target);
    const widened = widenedAccess(before, after);
    const duration = expectedDuration(changes, after);
    const findings = await findingsOf(cloud, changeSet.id, placeOf);
    const planned: Plan = {
      stackName,
      stackId: changeSet.stackId || made.stackId,
      changeSetId: changeSet.id,
      environment: app.environment,
      identity,
      kind,
      changes,
      dataRisks: [...renames.flatMap(({ data }) => data ?? []), ...changes.flatMap((change) => dataRisk(change) ?? [])],
      ...(renames.length > 0 && { renames }),
      price: priceChange(before, after, identity.region),
      ...(widened.length > 0 && { widened }),
      ...(duration && { duration }),
      ...(findings.length > 0 && { findings }),
      protected: app.protected,
      ...protection,
      createdAt: changeSet.createdAt.toISOString(),
      outputs: synthesis.outputs,
    };
    say(host, "planned", { plan: planned });
    const refactor = renames.length > 0 ? refactorOf(stackName, before, after) : undefined;
    return { kind: "plan", plan: planned, ...(refactor && { refactor }) };
  });
}

/** A manifest that names its account is never deployed to another. The Sandbox stands for any account. */
function checkAccount({ identity }: Cloud, { account, environment }: App): void {
  if (identity.target === "sandbox" || account === undefined || account === identity.account) return;
  throw new DeployError({
    code: "wrong-account",
    message: t`The environment ${environment} belongs to account ${account}, but you are signed in to ${identity.account}.`,
    fix: t`Sign in to ${account}, with another profile for example, or correct \`account\` in the manifest.`,
    path: ["environments", environment, "account"],
  });
}

/** The stack as far as it can be planned for. What is only an empty remainder is removed first. */
async function usableStack(cloud: Cloud, stackName: string, host: Host): Promise<Stack | undefined> {
  const stack = await findStack(cloud, stackName);
  if (stack === undefined) return undefined;
  const status = stack.StackStatus ?? "";
  const readiness = readinessOf(status);
  if (readiness === "ready" || readiness === "shell") return stack;
  if (readiness !== "dead")
    throw new DeployError(refusal(stackName, status, stack.LastUpdatedTime ?? stack.CreationTime));
  await ownTemplate(cloud, stackName);
  await removeDeadStack(cloud, stack);
  say(host, "shell-removed", { stackName, status });
  return undefined;
}

/** A stack of the same name that somebody made with another tool is not ours to change. */
async function ownTemplate(cloud: Cloud, stackName: string): Promise<StackTemplate> {
  const template = await templateOf(cloud, stackName);
  if (isOurs(template)) return template;
  throw new DeployError({
    code: "foreign-stack",
    message: t`There already is a stack ${stackName} in this account and region, and Stackwright did not make it.`,
    fix: t`Choose another \`name\` in the manifest; deploying would replace everything in that stack.`,
  });
}

async function readOrClean(
  cloud: Cloud,
  made: Made,
  kind: Plan["kind"],
  placeOf: PlaceOf,
  signal: AbortSignal | undefined,
) {
  try {
    return await readChangeSet(cloud, made.id, signal);
  } catch (error) {
    // Asked before it is cleaned away: with the change set, what was found is gone.
    const refused = refusedBy(await findingsOf(cloud, made.id, placeOf), error);
    // The first error counts; what could not be cleaned is harmless and is used again by the next plan.
    await clean(cloud, made, kind).catch(() => undefined);
    throw refused ? new DeployError(refused, { cause: error }) : error;
  }
}

type Made = { readonly id: string; readonly stackId: string };

async function clean(cloud: Cloud, made: Made, kind: Plan["kind"]): Promise<void> {
  await deleteChangeSet(cloud, made.id);
  if (kind === "create") await removeShell(cloud, made.stackId);
}

function isShell(stack: Stack): boolean {
  return readinessOf(stack.StackStatus ?? "") === "shell";
}
