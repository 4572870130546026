import type { ResourceRecord, StackRecord } from "../state/records";
import { missing, validationError } from "../wire/cloudError";
import type { Output } from "../wire/encodeXml";
import { showResourceDrift } from "./detectDrift";
import { findStack, lookUpStack } from "./find";
import type { Call, Operation } from "./operation";
import { page } from "./page";

function show(stack: StackRecord, resource: ResourceRecord, now: number): { readonly [name: string]: Output } {
  return {
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId === "" ? undefined : resource.physicalId,
    ResourceType: resource.type,
    ResourceStatus: resource.status,
    ResourceStatusReason: resource.statusReason,
    DriftInformation: showResourceDrift(stack, resource.logicalId, now),
  };
}

function inStack(stack: StackRecord): { readonly [name: string]: Output } {
  return { StackName: stack.name, StackId: stack.id };
}

export const listStackResources: Operation = (call) => {
  const stack = findStack(call);
  const { items, nextToken } = page(call, stack.resources, `${stack.id} resources`);
  return {
    StackResourceSummaries: items.map((resource) => ({
      ...show(stack, resource, call.service.now()),
      LastUpdatedTimestamp: new Date(resource.updatedAt),
    })),
    NextToken: nextToken,
  };
};

function byPhysicalId(call: Call, physicalId: string): StackRecord {
  const stacks = call.service.store.inRegion(call.region);
  const stack = stacks.find(({ resources }) => resources.some((resource) => resource.physicalId === physicalId));
  if (!stack) {
    throw validationError(`Stack for ${physicalId} does not exist`);
  }
  return stack;
}

export const describeStackResources: Operation = (call) => {
  const physicalId = call.input.text("PhysicalResourceId");
  const stack = physicalId && !call.input.text("StackName") ? byPhysicalId(call, physicalId) : findStack(call);
  const logicalId = call.input.text("LogicalResourceId");
  const wanted = stack.resources.filter((resource) => !logicalId || resource.logicalId === logicalId);
  return {
    StackResources: wanted.map((resource) => ({
      ...inStack(stack),
      ...show(stack, resource, call.service.now()),
      Timestamp: new Date(resource.updatedAt),
    })),
  };
};

export const describeStackResource: Operation = (call) => {
  const logicalId = call.input.text("LogicalResourceId");
  if (!logicalId) {
    throw missing("logicalResourceId");
  }
  const name = call.input.text("StackName") ?? "";
  const stack = lookUpStack(call, name);
  const resource = stack?.resources.find((candidate) => candidate.logicalId === logicalId);
  if (!stack) {
    throw validationError(`Stack '${name}' does not exist`);
  }
  if (!resource) {
    throw validationError(`Resource ${logicalId} does not exist for stack ${stack.name}`);
  }
  return {
    StackResourceDetail: {
      ...inStack(stack),
      ...show(stack, resource, call.service.now()),
      LastUpdatedTimestamp: new Date(resource.updatedAt),
      Metadata: JSON.stringify(resource.metadata ?? {}),
    },
  };
};
