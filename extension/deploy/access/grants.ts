import type { StackTemplate } from "../template";
import { type Json, listOf, mapOf, targetOf } from "./json";

/** One thing that somebody may do. */
export interface Grant {
  /** Id of the resource that says so. */
  readonly logicalId: string;
  /** Who: ids of roles, or `*` for anybody. */
  readonly who: string;
  /** `s3:GetObject`; with `managed:` before the name of a policy of AWS; `assume` to become the role. */
  readonly action: string;
  /** What it is done to. */
  readonly resource: string;
  readonly condition: string;
}

/** Everything that the template allows. */
export function grantsIn(template: StackTemplate): readonly Grant[] {
  return Object.entries(template.Resources).flatMap(([logicalId, { Type, Properties = {} }]) => {
    if (Type === "AWS::IAM::Role") return ofRole(logicalId, Properties);
    if (Type === "AWS::IAM::Policy" || Type === "AWS::IAM::ManagedPolicy") {
      const who = listOf(Properties["Roles"]).map(targetOf);
      return who.flatMap((role) => ofPolicy(logicalId, role, Properties["PolicyDocument"]));
    }
    const policy = Properties["PolicyDocument"] ?? Properties["KeyPolicy"] ?? Properties["RepositoryPolicyText"];
    return policy === undefined ? [] : ofOthers(logicalId, policy);
  });
}

function ofRole(logicalId: string, properties: Json): readonly Grant[] {
  const managed = listOf(properties["ManagedPolicyArns"]).map((arn) => ({
    logicalId,
    who: logicalId,
    action: `managed:${targetOf(arn).split("/").at(-1) ?? ""}`,
    resource: "*",
    condition: "",
  }));
  const inline = listOf(properties["Policies"]).flatMap((policy) =>
    ofPolicy(logicalId, logicalId, mapOf(policy)["PolicyDocument"]),
  );
  const assumed = statementsOf(properties["AssumeRolePolicyDocument"]).flatMap((statement) =>
    principalsOf(statement).map((who) => ({
      logicalId,
      who,
      action: "assume",
      resource: logicalId,
      condition: JSON.stringify(statement["Condition"] ?? ""),
    })),
  );
  return [...managed, ...inline, ...assumed];
}

function ofPolicy(logicalId: string, who: string, document: unknown): readonly Grant[] {
  return statementsOf(document).flatMap((statement) => {
    // Everything but some is everything, for who asks what became wider.
    const actions = statement["NotAction"] === undefined ? listOf(statement["Action"]).map(String) : ["*"];
    const resources =
      statement["NotResource"] === undefined ? listOf(statement["Resource"] ?? "*").map(targetOf) : ["*"];
    const condition = JSON.stringify(statement["Condition"] ?? "");
    return actions.flatMap((action) => resources.map((resource) => ({ logicalId, who, action, resource, condition })));
  });
}

/** The policy of a bucket, a queue, a key: who may do what to it. */
function ofOthers(logicalId: string, document: unknown): readonly Grant[] {
  return statementsOf(document).flatMap((statement) =>
    principalsOf(statement).flatMap((who) =>
      listOf(statement["Action"] ?? "*").map((action) => ({
        logicalId,
        who,
        action: String(action),
        resource: logicalId,
        condition: JSON.stringify(statement["Condition"] ?? ""),
      })),
    ),
  );
}

function statementsOf(document: unknown): readonly Json[] {
  return listOf(mapOf(document)["Statement"])
    .map(mapOf)
    .filter((statement) => statement["Effect"] === "Allow");
}

function principalsOf(statement: Json): readonly string[] {
  const principal = statement["Principal"];
  if (typeof principal === "string") return [principal];
  return Object.values(mapOf(principal)).flatMap((value) => listOf(value).map(targetOf));
}

/** Whether one grant allows all that another does. A condition narrows; only the same one is known to be no narrower. */
export function includes(wide: Grant, narrow: Grant): boolean {
  return (
    (wide.who === narrow.who || wide.who === "*") &&
    matches(wide.action, narrow.action) &&
    matches(wide.resource, narrow.resource) &&
    (wide.condition === narrow.condition || wide.condition === '""')
  );
}

/** As IAM reads `*` and `?`. Actions do not care for case, and neither do we. */
function matches(pattern: string, text: string): boolean {
  if (pattern.toLowerCase() === text.toLowerCase()) return true;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "is").test(text);
}

/** A whole service, or all of them: what nobody gives without a thought. */
export const isSweeping = ({ action, who }: Grant): boolean =>
  who === "*" ||
  action === "*" ||
  action.endsWith(":*") ||
  /^managed:(AdministratorAccess|PowerUserAccess|.*FullAccess)$/.test(action);
