import type { Goal } from "../state/records";
import { validationError } from "../wire/cloudError";
import { evaluateConditions } from "./conditions";
import type { Scope } from "./evaluate";
import { parameterValue } from "./parameters";
import { parseTemplate } from "./parseTemplate";
import { prune } from "./prune";
import { references } from "./references";
import type { Template, TemplateResource } from "./template";
import type { Value } from "./value";

/** The stack that a template is deployed to. */
export interface Place {
  readonly account: string;
  readonly region: string;
  readonly stackId: string;
  readonly stackName: string;
  readonly notificationArns: readonly string[];
}

/** A goal made ready: conditions decided, resources that they leave out gone, dependencies known. */
export interface Deployment {
  readonly template: Template;
  readonly resources: ReadonlyMap<string, TemplateResource>;
  /** For each resource the ones it waits for. */
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
  readonly conditions: ReadonlyMap<string, boolean>;
  parameter(name: string): Value | undefined;
  scope(lookup: Pick<Scope, "resource" | "attribute">): Scope;
}

export const PSEUDO_PARAMETERS: ReadonlySet<string> = new Set([
  "AWS::AccountId",
  "AWS::NotificationARNs",
  "AWS::NoValue",
  "AWS::Partition",
  "AWS::Region",
  "AWS::StackId",
  "AWS::StackName",
  "AWS::URLSuffix",
]);

function names(goal: Goal, template: Template, place: Place): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>([
    ["AWS::AccountId", place.account],
    ["AWS::NotificationARNs", place.notificationArns],
    ["AWS::Partition", "aws"],
    ["AWS::Region", place.region],
    ["AWS::StackId", place.stackId],
    ["AWS::StackName", place.stackName],
    ["AWS::URLSuffix", "amazonaws.com"],
  ]);
  for (const { key, value } of goal.parameters) {
    values.set(key, parameterValue(template.parameters.get(key), value));
  }
  return values;
}

function activeResources(template: Template, conditions: ReadonlyMap<string, boolean>) {
  const active = new Map<string, TemplateResource>();
  for (const [id, resource] of template.resources) {
    if (resource.condition === undefined || conditions.get(resource.condition) === true) {
      const properties = prune(resource.properties, conditions) as TemplateResource["properties"];
      active.set(id, { ...resource, properties });
    }
  }
  return active;
}

function dependenciesOf(resource: TemplateResource, active: ReadonlyMap<string, TemplateResource>): readonly string[] {
  const referred = [...references(resource.properties), ...references(resource.metadata)].map(({ name }) => name);
  return [...new Set([...resource.dependsOn, ...referred])].filter((id) => active.has(id));
}

/** Makes a goal ready to be compared or executed. Throws what `parseTemplate` throws. */
export function prepare(goal: Goal, place: Place): Deployment {
  const template = parseTemplate(goal.template);
  const values = names(goal, template, place);
  const parameter = (name: string) => values.get(name);
  const conditions = evaluateConditions(template, place.region, parameter);
  for (const { logicalId, condition } of template.resources.values()) {
    if (condition !== undefined && !conditions.has(condition)) {
      throw validationError(
        `Template format error: Unresolved condition dependency ${condition} for resource ${logicalId} in the Resources block of the template`,
      );
    }
  }
  const resources = activeResources(template, conditions);
  const dependencies = new Map([...resources].map(([id, resource]) => [id, dependenciesOf(resource, resources)]));
  const { mappings } = template;
  const scope: Deployment["scope"] = (lookup) => ({ region: place.region, mappings, conditions, parameter, ...lookup });
  return { template, resources, dependencies, conditions, parameter, scope };
}
