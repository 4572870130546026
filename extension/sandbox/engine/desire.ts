import { checkProperties } from "../../targets/aws/specification/check";
import type { Desired } from "../changeSet/compare";
import { isMap, type JsonMap } from "../state/json";
import type { StackRecord } from "../state/records";
import { evaluate, type Scope } from "../template/evaluate";
import { isCustom } from "../template/isCustom";
import type { Deployment } from "../template/prepare";
import { toJson } from "../template/value";
import { CloudError, validationError } from "../wire/cloudError";
import { type Context, deploymentOf } from "./context";

/** Names as they stand in the stack right now. */
export function presentScope(stack: StackRecord, deployment: Deployment): Scope {
  const find = (id: string) => stack.resources.find(({ logicalId }) => logicalId === id);
  return deployment.scope({
    resource: (id) => find(id)?.physicalId,
    attribute: (id, name) => {
      const resource = find(id);
      const value = resource?.attributes[name];
      if (value !== undefined) {
        return value;
      }
      if (resource && isCustom(resource.type)) {
        return `${id}.${name}`;
      }
      throw validationError(`Attribute '${name}' does not exist`);
    },
  });
}

export interface EvaluatedResource extends Desired {
  readonly properties: JsonMap;
  readonly dependsOn: readonly string[];
}

/**
 * The resource as the operation's goal wants it, with everything it refers to in place. Throws a `CloudError` when a
 * function fails or the properties do not fit the type.
 */
export function desire(stack: StackRecord, logicalId: string, context: Context): EvaluatedResource {
  const goal = stack.operation?.goal ?? stack.goal;
  const deployment = deploymentOf(goal, stack, context);
  const definition = deployment.resources.get(logicalId);
  if (!definition) {
    throw new CloudError("InternalFailure", `Resource ${logicalId} is not in the template.`, 500);
  }
  const properties = toJson(evaluate(definition.properties, presentScope(stack, deployment)));
  const specification = isCustom(definition.type) ? undefined : context.specification.type(definition.type);
  const violations = specification ? checkProperties(context.specification, specification, properties) : [];
  if (violations.length > 0) {
    const list = violations.map(({ pointer, message }) => `${pointer}: ${message}`).join("\n");
    throw new CloudError(
      "InvalidRequest",
      `Properties validation failed for resource ${logicalId} with message:\n${list}`,
    );
  }
  const dependsOn = deployment.dependencies.get(logicalId) ?? [];
  return { ...definition, properties: isMap(properties) ? properties : {}, dependsOn, tags: goal.tags };
}
