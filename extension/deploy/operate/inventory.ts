import { paginateListStackResources } from "@aws-sdk/client-cloudformation";
import { t } from "../../manifest/l10n";
import type { Path } from "../../manifest/problem";
import type { Cloud } from "../cloud";
import { DeployError } from "../errors";
import { findStack, templateOf } from "../findStack";
import { outputsOf } from "../outputs";
import { kindOf } from "../resourceKinds";
import { whereOf } from "../say";
import { originIn, resourceIn, type StackTemplate } from "../template";
import type { Output, StackDescription } from "../types";

/** A resource of a stack as it stands, led back to the manifest. */
export interface StackPart {
  readonly logicalId: string;
  /** The cloud's own name of it; absent while it has none. */
  readonly physicalId?: string;
  readonly resourceType: string;
  /** In words, without AWS's names. */
  readonly label: string;
  /** As CloudFormation calls it: `UPDATE_COMPLETE`. */
  readonly status: string;
  readonly component?: string;
  readonly path?: Path;
}

/** A stack with everything in it. */
export interface Inventory extends StackDescription {
  readonly parts: readonly StackPart[];
  /** As it was deployed. */
  readonly template: StackTemplate;
}

/** Reads a stack and what is in it. Throws a `DeployError` with the code `missing-stack` when there is none. */
export async function inventoryOf(
  cloud: Cloud,
  stackName: string,
  labels: readonly Omit<Output, "value">[] = [],
): Promise<Inventory> {
  const stack = await findStack(cloud, stackName);
  if (stack === undefined) throw missing(cloud, stackName);
  const stackId = stack.StackId ?? stackName;
  const template = await templateOf(cloud, stackId);
  const parts: StackPart[] = [];
  for await (const page of paginateListStackResources({ client: cloud.cloudFormation }, { StackName: stackId })) {
    for (const resource of page.StackResourceSummaries ?? []) {
      const { LogicalResourceId: logicalId = "", PhysicalResourceId: physicalId, ResourceType = "" } = resource;
      if (resource.ResourceStatus === "DELETE_COMPLETE") continue;
      parts.push({
        logicalId,
        ...(physicalId ? { physicalId } : {}),
        resourceType: ResourceType,
        label: kindOf(ResourceType).label,
        status: resource.ResourceStatus ?? "",
        ...originIn(resourceIn(template, logicalId)),
      });
    }
  }
  return {
    stackName: stack.StackName ?? stackName,
    stackId,
    status: stack.StackStatus ?? "",
    outputs: outputsOf(stack.Outputs ?? [], labels),
    updatedAt: (stack.LastUpdatedTime ?? stack.CreationTime ?? new Date(0)).toISOString(),
    protected: stack.EnableTerminationProtection ?? false,
    parts,
    template,
  };
}

export function partNamed(inventory: Inventory, logicalId: string): StackPart | undefined {
  return inventory.parts.find((part) => part.logicalId === logicalId);
}

/** A value of a template with the names that the stack's resources have; what else is computed is left out. */
export function resolved(inventory: Inventory, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(inventory, item)).filter((item) => item !== undefined);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === "Ref") return partNamed(inventory, String(first[1]))?.physicalId;
  if (entries.length === 1 && first?.[0].startsWith("Fn::")) return undefined;
  return Object.fromEntries(entries.map(([key, inner]) => [key, resolved(inventory, inner)]));
}

function missing(cloud: Cloud, stackName: string): DeployError {
  return new DeployError({
    code: "missing-stack",
    message: t`There is no stack ${stackName} in ${whereOf(cloud.identity)}.`,
    fix: t`Deploy first, or check the environment and the target.`,
  });
}
