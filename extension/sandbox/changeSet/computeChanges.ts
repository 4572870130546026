import type { Specification } from "../../targets/aws/specification/read";
import { canonical, type Json } from "../state/json";
import type {
  ChangeRecord,
  DetailRecord,
  Goal,
  OutputRecord,
  Policy,
  ResourceRecord,
  StackRecord,
} from "../state/records";
import { evaluate, type Scope } from "../template/evaluate";
import { sortByDependencies } from "../template/order";
import type { Deployment } from "../template/prepare";
import { references } from "../template/references";
import type { Template, TemplateResource } from "../template/template";
import { causesOf, isObject, toJson, Unknown, type Value } from "../template/value";
import { compareResource, type Desired, type Difference, isDynamic, replacementOf, shown } from "./compare";
import { mask } from "./mask";

export interface Comparison {
  readonly changes: readonly ChangeRecord[];
  readonly outputsChange: boolean;
  readonly tagsChange: boolean;
}

const RECREATION = { mutable: "Never", conditional: "Conditionally", immutable: "Always" } as const;

/** Compares a deployment with the stack as it is; nothing is changed. */
class ChangeComputer {
  private readonly changes: ChangeRecord[] = [];
  /** Resources whose physical id is not known before the deployment. */
  private readonly unknown = new Set<string>();
  private readonly scope: Scope;

  constructor(
    private readonly stack: StackRecord,
    private readonly goal: Goal,
    private readonly deployment: Deployment,
    private readonly before: Template | undefined,
    private readonly specification: Specification,
  ) {
    this.scope = deployment.scope({
      resource: (id) => this.refer(id, undefined),
      attribute: (id, name) =>
        this.refer(id, name) ?? new Unknown([{ source: "ResourceAttribute", entity: `${id}.${name}` }]),
    });
  }

  compute(): Comparison {
    for (const id of sortByDependencies(this.deployment.dependencies)) {
      const resource = this.deployment.resources.get(id);
      if (resource) {
        this.compare(resource);
      }
    }
    for (const resource of this.stack.resources) {
      if (!this.deployment.resources.has(resource.logicalId)) {
        this.changes.push(this.removal(resource));
      }
    }
    const tagsChange = canonical(this.goal.tags) !== canonical(this.stack.goal.tags);
    return { changes: this.changes, outputsChange: this.outputsChange(), tagsChange };
  }

  private current(id: string): ResourceRecord | undefined {
    return this.stack.resources.find(({ logicalId, physicalId }) => logicalId === id && physicalId !== "");
  }

  private refer(id: string, attribute: string | undefined): Value | undefined {
    if (!this.deployment.resources.has(id)) {
      return undefined;
    }
    const current = this.unknown.has(id) ? undefined : this.current(id);
    if (current) {
      return attribute === undefined ? current.physicalId : current.attributes[attribute];
    }
    return attribute === undefined
      ? new Unknown([{ source: "ResourceReference", entity: id }])
      : new Unknown([{ source: "ResourceAttribute", entity: `${id}.${attribute}` }]);
  }

  private desired(resource: TemplateResource): Desired {
    const properties = evaluate(resource.properties, this.scope);
    return { ...resource, properties: isObject(properties) ? properties : {}, tags: this.goal.tags };
  }

  private compare(resource: TemplateResource): void {
    const { logicalId, type } = resource;
    const current = this.current(logicalId);
    const desired = this.desired(resource);
    if (!current) {
      this.unknown.add(logicalId);
      this.changes.push({ action: "Add", logicalId, type, scope: [], details: [], after: this.context(desired) });
      return;
    }
    const differences = compareResource(current, desired, this.specification);
    const replacement = replacementOf(differences);
    if (replacement === undefined) {
      return;
    }
    const isReplaced = replacement !== "False";
    if (isReplaced) {
      this.unknown.add(logicalId);
    }
    this.changes.push({
      action: "Modify",
      logicalId,
      physicalId: current.physicalId,
      type,
      replacement,
      ...(isReplaced ? { policyAction: `ReplaceAnd${resource.updateReplacePolicy}` } : {}),
      scope: [...new Set(differences.map(({ attribute }) => attribute))],
      details: differences.flatMap((difference) => this.details(difference, logicalId)),
      before: this.context(current),
      after: this.context(desired),
    });
  }

  private removal(resource: ResourceRecord): ChangeRecord {
    const { logicalId, physicalId, type } = resource;
    const policyAction: Policy =
      resource.deletionPolicy === "RetainExceptOnCreate" ? "Retain" : resource.deletionPolicy;
    const before = this.context(resource);
    return { action: "Remove", logicalId, physicalId, type, policyAction, scope: [], details: [], before };
  }

  private details(difference: Difference, logicalId: string): readonly DetailRecord[] {
    const { attribute, path, before, after, behaviour } = difference;
    const steps = attribute === "Tags" && path.length > 0 ? ["Properties", ...path] : [attribute, ...path];
    const target = {
      attribute,
      ...(path[0] === undefined ? {} : { name: path[0] }),
      path: `/${steps.map((step) => step.replace(/~/g, "~0").replace(/\//g, "~1")).join("/")}`,
      recreation: RECREATION[behaviour],
      ...this.texts(before, after),
      changeType:
        before === undefined ? ("Add" as const) : after === undefined ? ("Remove" as const) : ("Modify" as const),
    };
    if (isDynamic(difference) && after !== undefined) {
      const causes = new Map(causesOf(after).map((cause) => [cause.entity, cause]));
      return [...causes.values()].map(({ source, entity }) => ({
        ...target,
        evaluation: "Dynamic",
        source,
        cause: entity,
      }));
    }
    const parameter = attribute === "Properties" ? this.changedParameter(logicalId, path[0]) : undefined;
    return parameter === undefined
      ? [{ ...target, evaluation: "Static", source: "DirectModification" }]
      : [{ ...target, evaluation: "Static", source: "ParameterReference", cause: parameter }];
  }

  private texts(before: Value | undefined, after: Value | undefined): { before?: string; after?: string } {
    const [old, next] = [shown(before), shown(after)].map((text) => text && mask(text, this.stack.goal, this.goal));
    return { ...(old === undefined ? {} : { before: old }), ...(next === undefined ? {} : { after: next }) };
  }

  /** The parameter that changed a property whose definition is as it was. */
  private changedParameter(logicalId: string, name: string | undefined): string | undefined {
    const old = this.before?.resources.get(logicalId)?.properties[name ?? ""];
    const next = this.deployment.template.resources.get(logicalId)?.properties[name ?? ""];
    if (old === undefined || next === undefined || canonical(old) !== canonical(next)) {
      return undefined;
    }
    const value = (goal: Goal, key: string) => goal.parameters.find((parameter) => parameter.key === key)?.value;
    const referred = references(next).map((reference) => reference.name);
    return referred.find((key) => value(this.stack.goal, key) !== value(this.goal, key));
  }

  private context(resource: Desired | ResourceRecord): string {
    const context: Record<string, Json> = { Properties: toJson(resource.properties) };
    if (resource.metadata !== null) {
      context["Metadata"] = resource.metadata;
    }
    context["DeletionPolicy"] = resource.deletionPolicy;
    context["UpdateReplacePolicy"] = resource.updateReplacePolicy;
    return mask(JSON.stringify(context), this.stack.goal, this.goal);
  }

  private outputsChange(): boolean {
    const before = this.stack.outputs.map(({ key, value, description, exportName }) => [
      key,
      value,
      description,
      exportName,
    ]);
    const after = evaluateOutputs(this.deployment, this.scope).map((output) =>
      output ? [output.key, output.value, output.description, output.exportName] : "unknown",
    );
    return canonical(before) !== canonical(after);
  }
}

/** The outputs' values; undefined for one that is not known before the deployment. */
export function evaluateOutputs(deployment: Deployment, scope: Scope): readonly (OutputRecord | undefined)[] {
  const outputs = [...deployment.template.outputs.values()];
  const active = outputs.filter(({ condition }) => condition === undefined || deployment.conditions.get(condition));
  return active.map(({ key, value, description, exportName }) => {
    const result = evaluate(value, scope);
    const name = exportName === undefined ? undefined : evaluate(exportName, scope);
    if (causesOf(result).length > 0) {
      return undefined;
    }
    return {
      key,
      value: shown(result) ?? "",
      ...(description === undefined ? {} : { description }),
      ...(name === undefined ? {} : { exportName: shown(name) ?? "" }),
    };
  });
}

/** What deploying a goal would change in a stack. `before` is the stack's present template, when it has one. */
export function computeChanges(
  stack: StackRecord,
  goal: Goal,
  deployment: Deployment,
  before: Template | undefined,
  specification: Specification,
): Comparison {
  return new ChangeComputer(stack, goal, deployment, before, specification).compute();
}
