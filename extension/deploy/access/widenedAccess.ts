import { t } from "../../manifest/l10n";
import { kindOf } from "../resourceKinds";
import { originIn, resourceIn, type StackTemplate } from "../template";
import type { WidenedAccess } from "../types";
import { listed } from "../words";
import { type Grant, grantsIn, includes, isSweeping } from "./grants";
import { covers, isPublic, isWorld, type Rule, rulesIn } from "./rules";

/**
 * Who reaches or may do more than before. Of what is new altogether, only what opens it to the internet or allows a
 * whole service: that a new service may read its own secrets is nothing that anybody has to be told.
 * What the internet reaches stands first.
 */
export function widenedAccess(before: StackTemplate, after: StackTemplate): readonly WidenedAccess[] {
  return [...newDoors(before, after), ...newRules(before, after), ...newGrants(before, after)].sort(
    (a, b) => Number(isOfInternet(b)) - Number(isOfInternet(a)),
  );
}

const isOfInternet = ({ text }: WidenedAccess): boolean => /^(The internet|Anybody) /.test(text);

function newDoors(before: StackTemplate, after: StackTemplate): readonly WidenedAccess[] {
  return Object.entries(after.Resources).flatMap(([logicalId, resource]) => {
    const old = resourceIn(before, logicalId);
    if (!isPublic(resource) || (old && isPublic(old))) return [];
    // A load balancer is there to be reached; its rules say by whom.
    if (old === undefined && resource.Type !== "AWS::RDS::DBInstance") return [];
    return [found("network", t`The internet can find ${nameOf(logicalId, after)}.`, logicalId, after)];
  });
}

function newRules(before: StackTemplate, after: StackTemplate): readonly WidenedAccess[] {
  const old = rulesIn(before);
  const added = rulesIn(after).filter((rule) => !old.some((earlier) => covers(earlier, rule)));
  const told = added.filter(({ group, source }) => isWorld(source) || resourceIn(before, group) !== undefined);
  const texts = new Map<string, WidenedAccess>();
  for (const rule of told) {
    const text = t`${sourceOf(rule, after)} can reach ${portsOf(rule)} of ${nameOf(rule.group, after)}.`;
    // IPv4 and IPv6 are one internet.
    if (!texts.has(text)) texts.set(text, found("network", text, rule.logicalId, after));
  }
  return [...texts.values()];
}

const sourceOf = ({ source }: Rule, template: StackTemplate): string =>
  isWorld(source) ? t`The internet` : nameOf(source, template);

function portsOf({ protocol, from, to }: Rule): string {
  if (protocol === "-1" || (from <= 0 && to >= 65_535)) return t`every port`;
  const kind = protocol === "udp" || protocol === "17" ? "UDP " : "";
  return from === to ? t`${kind}port ${from}` : t`${kind}ports ${from} to ${to}`;
}

function newGrants(before: StackTemplate, after: StackTemplate): readonly WidenedAccess[] {
  const old = grantsIn(before);
  const added = grantsIn(after).filter((grant) => !old.some((earlier) => includes(earlier, grant)));
  const told = added.filter((grant) => isSweeping(grant) || resourceIn(before, grant.logicalId) !== undefined);
  const groups = new Map<string, Grant[]>();
  for (const grant of told) {
    const key = JSON.stringify([grant.who, grant.resource, grant.logicalId]);
    groups.set(key, [...(groups.get(key) ?? []), grant]);
  }
  return [...groups.values()].flatMap((grants) => {
    const [first] = grants;
    return first ? [found("permission", grantText(first, grants, after), first.logicalId, after)] : [];
  });
}

function grantText({ who, resource }: Grant, grants: readonly Grant[], template: StackTemplate): string {
  const subject = who === "*" ? "Anybody" : upper(nameOf(who, template));
  const actions = grants.map(({ action }) => action);
  if (actions.includes("assume")) return t`${subject} can take on ${nameOf(resource, template)}.`;
  const managed = actions.filter((action) => action.startsWith("managed:")).map((action) => action.slice(8));
  if (managed.length > 0) return t`${subject} gets AWS's policy ${listed(managed)}.`;
  const shown = actions.includes("*") ? ["everything"] : shortened(actions.map(actionWords));
  const where = resource === "*" ? t`anything in the account` : nameOf(resource, template);
  return t`${subject} may do ${listed(shown)} on ${where}.`;
}

const actionWords = (action: string): string => action.replace(/^([\w-]+):\*$/, "everything of $1");

/** A list that a person reads. */
function shortened(actions: readonly string[]): readonly string[] {
  return actions.length <= 4 ? actions : [...actions.slice(0, 3), t`${actions.length - 3} more`];
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "the database of db", or what is not in the template, as it is written. */
function nameOf(id: string, template: StackTemplate): string {
  const resource = resourceIn(template, id);
  if (resource === undefined) return id;
  if (resource.Type === "AWS::EC2::SecurityGroup") return ownerOf(id, template);
  const { component } = originIn(resource);
  return t`the ${kindOf(resource.Type).label} ${component === undefined ? id : t`of ${component}`}`;
}

function ownerOf(id: string, template: StackTemplate): string {
  return originIn(resourceIn(template, id)).component ?? id;
}

function found(kind: WidenedAccess["kind"], text: string, logicalId: string, template: StackTemplate): WidenedAccess {
  return { kind, text, logicalId, ...originIn(resourceIn(template, logicalId)) };
}
