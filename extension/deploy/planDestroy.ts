import { paginateListStackResources, type Stack, type StackResourceSummary } from "@aws-sdk/client-cloudformation";
import type { Cloud } from "./cloud";
import { fateOf } from "./dataFate";
import { DeployError } from "./errors";
import { failing } from "./failing";
import { findStack, templateOf } from "./findStack";
import type { Host } from "./messages";
import { holdingOf, kindOf } from "./resourceKinds";
import { say, whereOf } from "./say";
import { readinessOf, refusal } from "./stackStatus";
import { isOurs, originIn, resourceIn, type StackTemplate } from "./template";
import type { DestroyPlan, DoomedResource, Identity } from "./types";
import { counted } from "./words";

/**
 * What destroying a stack would do, resource by resource; nothing is changed. Throws a `DeployError` when there is no
 * such stack, when something is going on in it, or when Stackwright did not make it.
 */
export function planDestroy(cloud: Cloud, stackName: string, host: Host): Promise<DestroyPlan> {
  return failing(cloud, host, async () => {
    say(host, "identified", { identity: cloud.identity });
    const stack = await findStack(cloud, stackName);
    if (stack === undefined || stack.StackStatus === "DELETE_COMPLETE") throw missing(stackName, cloud.identity);
    const status = stack.StackStatus ?? "";
    const readiness = readinessOf(status);
    if (readiness === "busy") throw busy(stack);
    const stackId = stack.StackId ?? stackName;
    const fates = readiness === "shell" ? noFates() : await fatesOf(cloud, stackName, stackId);
    return {
      stackName,
      stackId,
      identity: cloud.identity,
      protected: stack.EnableTerminationProtection ?? false,
      ...fates,
      dataRisks: risksOf(fates),
    };
  });
}

type Fates = Record<"deleted" | "snapshotted" | "retained", DoomedResource[]>;

function noFates(): Fates {
  return { deleted: [], snapshotted: [], retained: [] };
}

async function fatesOf(cloud: Cloud, stackName: string, stackId: string): Promise<Fates> {
  const template = await templateOf(cloud, stackId);
  if (!isOurs(template)) throw foreign(stackName);
  const fates = noFates();
  for (const resource of await resourcesOf(cloud, stackId)) {
    const doomed = doomedResource(resource, template);
    fates[bucketOf(doomed, template)].push(doomed);
  }
  return fates;
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
    `The ${label} ${logicalId}${component ? ` of ${component}` : ""}`;
  const lost = fates.deleted.filter(({ stateful }) => stateful);
  return [
    ...lost.map((r) => `${name(r)} is deleted, and ${kindOf(r.resourceType).holds} with it. This cannot be undone.`),
    ...fates.snapshotted.map(
      (r) => `${name(r)} is deleted. A snapshot of its data is kept, which costs storage until you delete it.`,
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
        `Not deleted${component ? ` of ${component}` : ""}: ${counted(resources)}. They stay in the account with what is in them, and go on costing.`,
    ),
    ...(others.length === 0 || kept.size === 0 ? [] : [`What that depends on stays with it: ${counted(others)}.`]),
  ];
}

function foreign(stackName: string): DeployError {
  return new DeployError({
    code: "foreign-stack",
    message: `The stack ${stackName} was not made by Stackwright.`,
    fix: "Destroy it with the tool that made it.",
  });
}

function missing(stackName: string, identity: Identity): DeployError {
  return new DeployError({
    code: "missing-stack",
    message: `There is no stack ${stackName} in ${whereOf(identity)}.`,
    fix: "There is nothing to destroy; check the environment and the target if you expected one.",
  });
}

function busy(stack: Stack): DeployError {
  const since = stack.LastUpdatedTime ?? stack.CreationTime;
  return new DeployError(refusal(stack.StackName ?? "", stack.StackStatus ?? "", since));
}
