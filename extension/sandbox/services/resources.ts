import { isGone } from "../engine/remove";
import type { Service } from "../service";
import { isMap, type Json, type JsonMap } from "../state/json";
import type { ResourceRecord, StackRecord } from "../state/records";

/** A resource that a stack has made, and that is there. */
export interface Made {
  readonly stack: StackRecord;
  readonly resource: ResourceRecord;
}

/** Every resource of a type that the stacks of a Region have made and not deleted. */
export function madeResources(service: Service, region: string, type: string): readonly Made[] {
  return service.store
    .inRegion(region)
    .flatMap((stack) =>
      stack.resources
        .filter((resource) => resource.type === type && resource.physicalId !== "" && !isGone(resource))
        .map((resource) => ({ stack, resource })),
    );
}

/** As it is being made now, or else as it is. */
export function wantedProperties({ stack, resource }: Made): JsonMap {
  const step = stack.operation?.steps.find(
    ({ logicalId, state, next }) => logicalId === resource.logicalId && state === "running" && next,
  );
  return step?.next?.properties ?? resource.properties;
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

export function mapsOf(value: Json | undefined): readonly JsonMap[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isMap) : [];
}

export function mapOf(value: Json | undefined): JsonMap {
  return isMap(value) ? value : {};
}

export function textsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).flatMap((item) => textOf(item) ?? []) : [];
}

/** The last part of an ARN or a path; the whole of a name. */
export function lastPart(arnOrName: string): string {
  return arnOrName.split("/").at(-1) ?? arnOrName;
}
