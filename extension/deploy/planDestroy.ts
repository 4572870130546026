import { paginateListStackResources, type Stack, type StackResourceSummary } from "@aws-sdk/client-cloudformation";
import { t } from "../manifest/l10n";
import { findImageStack } from "./build/imageStack";
import type { Cloud } from "./cloud";
import { fateOf } from "./dataFate";
import { DeployError } from "./errors";
import { failing } from "./failing";
import { findStack, templateOf } from "./findStack";
import type { Host } from "./messages";
import { keptCost } from "./operate/keptCost";
import { actionsFor } from "./recover/actions";
import { wrongStatus } from "./recover/refusals";
import { holdingOf, kindOf } from "./resourceKinds";
import { say, whereOf } from "./say";
import { readinessOf, refusal } from "./stackStatus";
import { isOurs, originIn, resourceIn, type StackTemplate } from "./template";
import type { DestroyPlan, DoomedResource, Identity } from "./types";
import { counted, listed } from "./words";

/** Ways to destroy what cannot simply be destroyed. */
export interface DestroyOptions {
  /** Give up a first deployment that is under way. */
  readonly stop?: boolean;
  /** Keep these, by logical id, of those that could not be deleted before. */
  readonly retain?: readonly string[];
  /** Keep whatever cannot be deleted. */
  readonly force?: boolean;
}

/**
 * What destroying a stack would do, resource by resource; nothing is changed. Throws a `DeployError` when there is no
 * such stack, when something is going on in it, when its status does not allow an option, or when Stackwright did not
 * make it.
 */
export function planDestroy(
  cloud: Cloud,
  stackName: string,
  host: Host,
  options: DestroyOptions = {},
): Promise<DestroyPlan> {
  return failing(cloud, host, async () => {
    say(host, "identified", { identity: cloud.identity });
    const stack = await findStack(cloud, stackName);
    if (stack === undefined || stack.StackStatus === "DELETE_COMPLETE") throw missing(stackName, cloud.identity);
    const status = stack.StackStatus ?? "";
    const readiness = readinessOf(status);
    check(stackName, status, options);
    if (readiness === "busy" && !options.stop) throw busy(stack);
    const stackId = stack.StackId ?? stackName;
    const fates = readiness === "shell" ? noFates() : await fatesOf(cloud, stackName, stackId, options);
    const images = await findImageStack(cloud, stackName);
    const deleted = [...fates.deleted, ...(await imagesOf(cloud, images))];
    return {
      stackName,
      stackId,
      identity: cloud.identity,
      protected: stack.EnableTerminationProtection ?? false,
      ...fates,
      deleted,
      dataRisks: risksOf(fates),
      ...options,
      ...(images?.StackId ? { imageStackId: images.StackId } : {}),
    };
  });
}

function check(stackName: string, status: string, { stop, retain, force }: DestroyOptions): void {
  const allowed = actionsFor(status);
  if (stop && !allowed.includes("stop")) throw new DeployError(wrongStatus("stop", stackName, status));
  const keeps = force || retain !== undefined;
  if (keeps && !allowed.includes("retain")) throw new DeployError(wrongStatus("retain", stackName, status));
}

/** Images can be built again, so they are nobody's data. */
async function imagesOf(cloud: Cloud, images: Stack | undefined): Promise<readonly DoomedResource[]> {
  if (images?.StackId === undefined) return [];
  const resources = await resourcesOf(cloud, images.StackId);
  const template = await templateOf(cloud, images.StackId);
  const { StackName: stackName = "" } = images;
  return resources.map((resource) => ({ ...doomedResource(resource, template), stateful: false, stackName }));
}

type Fates = Record<"deleted" | "snapshotted" | "retained", DoomedResource[]>;

type Priced = Fates & { readonly keeps?: string };

function noFates(): Fates {
  return { deleted: [], snapshotted: [], retained: [] };
}

async function fatesOf(cloud: Cloud, stackName: string, stackId: string, options: DestroyOptions): Promise<Priced> {
  const template = await templateOf(cloud, stackId);
  if (!isOurs(template)) throw foreign(stackName);
  const fates = noFates();
  const resources = await resourcesOf(cloud, stackId);
  const failed = resources.filter(({ ResourceStatus }) => ResourceStatus === "DELETE_FAILED");
  const undeletable = new Set(failed.map(({ LogicalResourceId: id = "" }) => id));
  const strange = options.retain?.filter((id) => !undeletable.has(id)) ?? [];
  if (strange.length > 0) throw notRetainable(strange, [...undeletable]);
  const kept = options.force ? undeletable : new Set(options.retain);
  for (const resource of resources) {
    const doomed = doomedResource(resource, template);
    fates[kept.has(doomed.logicalId) ? "retained" : bucketOf(doomed, template)].push(doomed);
  }
  const keeps = keptCost(template, fates, cloud.identity.region);
  return { ...fates, ...(keeps === undefined ? {} : { keeps }) };
}

async function resourcesOf(cloud: Cloud, stackId: string): Promise<readonly StackResourceSummary[]> {
  const resources: StackResourceSummary[] = [];
  for await (const page of paginateListStackResources({ client: cloud.cloudFormation }, { StackName: stackId })) {
    resources.push(...(page.StackResourceSummaries ?? []));
  }
  return resources.filter(({ ResourceStatus }) => ResourceStatus !== "DELETE_COMPLETE");
}

function doomedResource(resource: StackResourceSummary, template: StackTemplate): DoomedResource {
  const logicalId = resource.LogicalResourceId ?? "";
  const resourceType = resource.ResourceType ?? "";
  const origin = resourceIn(template, logicalId);
  return {
    logicalId,
    ...(resource.PhysicalResourceId ? { physicalId: resource.PhysicalResourceId } : {}),
    resourceType,
    label: kindOf(resourceType).label,
    ...originIn(origin),
    stateful: holdingOf(resourceType, origin) !== undefined,
  };
}

function bucketOf({ logicalId, resourceType }: DoomedResource, template: StackTemplate): keyof Fates {
  const policy = resourceIn(template, logicalId)?.DeletionPolicy ?? kindOf(resourceType).defaultDeletion;
  const fate = fateOf(policy);
  return fate === "retained" ? "retained" : fate === "snapshot" ? "snapshotted" : "deleted";
}

function risksOf(fates: Fates): readonly string[] {
  const name = ({ label, logicalId, component }: DoomedResource) =>
    t`The ${label} ${logicalId}${component ? t` of ${component}` : ""}`;
  const lost = fates.deleted.filter(({ stateful }) => stateful);
  return [
    ...lost.map((r) => t`${name(r)} is deleted, and ${kindOf(r.resourceType).holds} with it. This cannot be undone.`),
    ...fates.snapshotted.map(
      (r) => t`${name(r)} is deleted. A snapshot of its data is kept, which costs storage until you delete it.`,
    ),
    ...keptWords(fates.retained),
  ];
}

/** One sentence for each component: there may be many, and none of them is lost. */
function keptWords(retained: readonly DoomedResource[]): readonly string[] {
  const kept = new Map<string | undefined, DoomedResource[]>();
  for (const resource of retained.filter(({ stateful }) => stateful)) {
    kept.set(resource.component, [...(kept.get(resource.component) ?? []), resource]);
  }
  const others = retained.filter(({ stateful }) => !stateful);
  return [
    ...[...kept].map(
      ([component, resources]) =>
        t`Not deleted${component ? t` of ${component}` : ""}: ${counted(resources)}. They stay in the account with what is in them, and go on costing.`,
    ),
    ...(others.length === 0 || kept.size === 0 ? [] : [t`What that depends on stays with it: ${counted(others)}.`]),
  ];
}

function notRetainable(strange: readonly string[], undeletable: readonly string[]): DeployError {
  return new DeployError({
    code: "wrong-status",
    message:
      strange.length === 1
        ? t`Only what could not be deleted can be left out, and ${strange.join("")} is none of that.`
        : t`Only what could not be deleted can be left out, and ${listed(strange)} are none of that.`,
    fix: t`Nothing was changed. What could not be deleted: ${listed(undeletable)}.`,
  });
}

function foreign(stackName: string): DeployError {
  return new DeployError({
    code: "foreign-stack",
    message: t`The stack ${stackName} was not made by Stackwright.`,
    fix: t`Destroy it with the tool that made it.`,
  });
}

function missing(stackName: string, identity: Identity): DeployError {
  return new DeployError({
    code: "missing-stack",
    message: t`There is no stack ${stackName} in ${whereOf(identity)}.`,
    fix: t`There is nothing to destroy; check the environment and the target if you expected one.`,
  });
}

function busy(stack: Stack): DeployError {
  const since = stack.LastUpdatedTime ?? stack.CreationTime;
  return new DeployError(refusal(stack.StackName ?? "", stack.StackStatus ?? "", since));
}
