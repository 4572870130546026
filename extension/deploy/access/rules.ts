import type { StackTemplate, TemplateResource } from "../template";
import { type Json, listOf, mapOf, targetOf } from "./json";

/** Who may come in, where, and to which ports. */
export interface Rule {
  /** Id of the resource that says so: the security group, or the rule of its own. */
  readonly logicalId: string;
  /** Of the security group: its id in the template, or its name. */
  readonly group: string;
  /** A range of addresses, or the id of another security group. */
  readonly source: string;
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
}

/** Every rule that lets somebody in. */
export function rulesIn({ Resources }: StackTemplate): readonly Rule[] {
  return Object.entries(Resources).flatMap(([logicalId, resource]) => {
    const properties: Json = resource.Properties ?? {};
    if (resource.Type === "AWS::EC2::SecurityGroupIngress") {
      return ruleOf(logicalId, targetOf(properties["GroupId"]), properties);
    }
    if (resource.Type !== "AWS::EC2::SecurityGroup") return [];
    return listOf(properties["SecurityGroupIngress"]).flatMap((item) => ruleOf(logicalId, logicalId, mapOf(item)));
  });
}

function ruleOf(logicalId: string, group: string, rule: Json): readonly Rule[] {
  const protocol = String(rule["IpProtocol"] ?? "-1");
  const [from, to] =
    protocol === "-1" ? [0, 65_535] : [Number(rule["FromPort"] ?? 0), Number(rule["ToPort"] ?? 65_535)];
  const sources = ["CidrIp", "CidrIpv6", "SourceSecurityGroupId", "SourcePrefixListId", "SourceSecurityGroupName"];
  return sources.flatMap((key) =>
    rule[key] === undefined ? [] : [{ logicalId, group, source: targetOf(rule[key]), protocol, from, to }],
  );
}

/** Whether one rule lets in all that another does. */
export function covers(wide: Rule, narrow: Rule): boolean {
  return (
    wide.group === narrow.group &&
    (wide.protocol === "-1" || wide.protocol === narrow.protocol) &&
    wide.from <= narrow.from &&
    wide.to >= narrow.to &&
    (wide.source === narrow.source || holds(wide.source, narrow.source))
  );
}

/** Whether a range of IPv4 addresses has another within it. Of other sources, only the same one is known to be within. */
function holds(wide: string, narrow: string): boolean {
  const [outer, inner] = [rangeOf(wide), rangeOf(narrow)];
  return outer !== undefined && inner !== undefined && outer.first <= inner.first && outer.last >= inner.last;
}

function rangeOf(cidr: string): { readonly first: number; readonly last: number } | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, length = 32] = parts;
  const size = 2 ** (32 - length);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = address - (address % size);
  return { first, last: first + size - 1 };
}

export const isWorld = (source: string): boolean => source === "0.0.0.0/0" || source === "::/0";

/** What else puts something on the internet: by type, the property and the value that does. */
const doors: Readonly<Record<string, readonly [property: string, value: unknown]>> = {
  "AWS::RDS::DBInstance": ["PubliclyAccessible", true],
  "AWS::ElasticLoadBalancingV2::LoadBalancer": ["Scheme", "internet-facing"],
};

/** Whether a resource has an address on the internet. */
export function isPublic({ Type, Properties }: TemplateResource): boolean {
  const [property, value] = doors[Type] ?? [];
  return (
    property !== undefined && (Properties?.[property] === value || String(Properties?.[property]) === String(value))
  );
}
