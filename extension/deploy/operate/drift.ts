import {
  DescribeStackDriftDetectionStatusCommand,
  DetectStackDriftCommand,
  paginateDescribeStackResourceDrifts,
  type StackResourceDrift,
} from "@aws-sdk/client-cloudformation";
import { t } from "../../manifest/l10n";
import type { Path } from "../../manifest/problem";
import { type Cloud, isLoopback } from "../cloud";
import { DeployError } from "../errors";
import { backOff } from "../pace";
import { pause } from "../pause";
import { redactValue } from "../redact";
import { kindOf } from "../resourceKinds";
import { originIn, resourceIn } from "../template";
import type { Inventory } from "./inventory";

/** One property that is in the cloud what the stack does not say. */
export interface DriftedProperty {
  /** `MultiAZ`, `Tags.0.Value`. */
  readonly path: string;
  readonly kind: "changed" | "added" | "removed";
  /** What the stack says, and what is there; masked where it looks like a secret. */
  readonly expected?: string;
  readonly actual?: string;
}

export interface DriftedResource {
  readonly logicalId: string;
  readonly physicalId?: string;
  readonly resourceType: string;
  readonly label: string;
  readonly component?: string;
  readonly path?: Path;
  /** `deleted`: somebody has taken it away. */
  readonly state: "modified" | "deleted";
  readonly properties: readonly DriftedProperty[];
}

export interface Drift {
  /** ISO 8601, by the cloud's clock. */
  readonly at: string;
  readonly drifted: readonly DriftedResource[];
  /** How many are as the stack says. */
  readonly same: number;
  /** Resources that CloudFormation does not check. */
  readonly unchecked: readonly { readonly logicalId: string; readonly label: string; readonly component?: string }[];
}

/**
 * Compares what is in the cloud with what the stack says. Nothing is changed. Takes seconds to minutes.
 * Throws a `DeployError` with the code `drift-failed` when CloudFormation could not look at everything.
 */
export async function detectDrift(cloud: Cloud, inventory: Inventory, signal?: AbortSignal): Promise<Drift> {
  const { stackId, stackName } = inventory;
  const begun = await cloud.cloudFormation.send(new DetectStackDriftCommand({ StackName: stackId }));
  const at = await settled(cloud, begun.StackDriftDetectionId ?? "", stackName, signal);
  const drifted: DriftedResource[] = [];
  const checked = new Set<string>();
  const pages = paginateDescribeStackResourceDrifts({ client: cloud.cloudFormation }, { StackName: stackId });
  for await (const page of pages) {
    for (const drift of page.StackResourceDrifts ?? []) {
      if (drift.StackResourceDriftStatus === "NOT_CHECKED") continue;
      checked.add(drift.LogicalResourceId ?? "");
      const found = driftedResource(drift, inventory);
      if (found) drifted.push(found);
    }
  }
  return {
    at,
    drifted,
    same: checked.size - drifted.length,
    unchecked: inventory.parts.filter(({ logicalId }) => !checked.has(logicalId)),
  };
}

async function settled(cloud: Cloud, id: string, stackName: string, signal: AbortSignal | undefined): Promise<string> {
  for (let looks = 0; ; looks++) {
    const answer = await cloud.cloudFormation.send(
      new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: id }),
    );
    if (answer.DetectionStatus === "DETECTION_COMPLETE") return (answer.Timestamp ?? new Date()).toISOString();
    if (answer.DetectionStatus === "DETECTION_FAILED" || signal?.aborted) {
      throw new DeployError({
        code: "drift-failed",
        message: signal?.aborted
          ? t`The look at ${stackName} was stopped.`
          : t`CloudFormation could not compare everything in ${stackName} with what is there.`,
        fix: signal?.aborted ? t`Nothing was changed.` : t`Its words say what; often it is a permission to read.`,
        ...(answer.DetectionStatusReason ? { raw: answer.DetectionStatusReason } : {}),
      });
    }
    await pause(isLoopback(cloud.endpoint) ? 100 : Math.min(backOff(1_000, looks), 5_000), signal);
  }
}

function driftedResource(drift: StackResourceDrift, inventory: Inventory): DriftedResource | undefined {
  const { StackResourceDriftStatus: status, LogicalResourceId: logicalId = "", ResourceType = "" } = drift;
  if (status !== "MODIFIED" && status !== "DELETED") return undefined;
  return {
    logicalId,
    ...(drift.PhysicalResourceId ? { physicalId: drift.PhysicalResourceId } : {}),
    resourceType: ResourceType,
    label: kindOf(ResourceType).label,
    ...originIn(resourceIn(inventory.template, logicalId)),
    state: status === "DELETED" ? "deleted" : "modified",
    properties: (drift.PropertyDifferences ?? []).map(
      ({ PropertyPath, ExpectedValue, ActualValue, DifferenceType }) => {
        const path = (PropertyPath ?? "").split("/").filter(Boolean).join(".");
        return {
          path,
          kind: DifferenceType === "ADD" ? "added" : DifferenceType === "REMOVE" ? "removed" : "changed",
          ...(ExpectedValue === undefined ? {} : { expected: redactValue(path, ExpectedValue) }),
          ...(ActualValue === undefined ? {} : { actual: redactValue(path, ActualValue) }),
        };
      },
    ),
  };
}
