import { checkProperties } from "../../targets/aws/specification/check";
import type { Specification } from "../../targets/aws/specification/read";
import { isMap } from "../state/json";
import type { Finding } from "../state/records";
import { isCustom } from "../template/isCustom";
import type { Deployment } from "../template/prepare";

/** A value that is decided only when it is deployed fits every type. */
function isComputed(value: unknown): boolean {
  if (typeof value === "string") {
    return value.includes("{{resolve:");
  }
  const [key, ...rest] = isMap(value) ? Object.keys(value) : [];
  return key !== undefined && rest.length === 0 && (key === "Ref" || key.startsWith("Fn::"));
}

/** CloudFormation's early validation of properties: what does not fit the resource types, before anything is made. */
export function findProblems(deployment: Deployment, specification: Specification): readonly Finding[] {
  return [...deployment.resources.values()].flatMap(({ logicalId, type, properties }) => {
    const resource = isCustom(type) ? undefined : specification.type(type);
    const violations = resource ? checkProperties(specification, resource, properties, isComputed) : [];
    return violations.map(({ pointer, message }) => ({
      logicalId,
      type,
      path: `/Resources/${logicalId}/Properties${pointer.slice(1)}`,
      message: `${pointer}: ${message}`,
    }));
  });
}
