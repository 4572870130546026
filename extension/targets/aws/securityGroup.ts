import type { Component } from "../../manifest/app";
import type { Draft, Options } from "./draft";
import { ref } from "./intrinsic";
import { idOf, partId } from "./logicalId";
import type { Network } from "./network/network";
import { at, type Place } from "./place";
import type { Value } from "./template";

/** A group without rules would get one that lets everything out; this one leads nowhere. */
export const noOutbound: Value = [
  { IpProtocol: "-1", CidrIp: "127.0.0.1/32", Description: "Nothing leaves; the default would be everything" },
];
/** For containers: what they call is their own affair. */
export const anyOutbound: Value = [
  { IpProtocol: "-1", CidrIp: "0.0.0.0/0", Description: "Images, AWS services and what the application calls" },
];

interface Rules {
  readonly outbound: Value;
  readonly inbound?: Value;
  readonly keep?: Options["keep"];
}

/** One group for each component; rules between components are resources of their own, so that no cycle can arise. */
export function addSecurityGroup(draft: Draft, network: Network, component: Component, rules: Rules): string {
  const { app } = draft;
  return draft.add(
    at(component.name),
    idOf(component.name, "SecurityGroup"),
    "AWS::EC2::SecurityGroup",
    {
      GroupDescription: `${component.name} of ${app.name} in ${app.environment}`,
      VpcId: network.vpc,
      ...(rules.inbound !== undefined && { SecurityGroupIngress: rules.inbound }),
      SecurityGroupEgress: rules.outbound,
    },
    { name: `${app.name}-${app.environment}-${component.name}`, ...(rules.keep && { keep: rules.keep }) },
  );
}

/** Lets one component reach a port of another. @returns the id of the rule */
export function allow(draft: Draft, place: Place, from: string, to: string, port: number): string {
  const id = partId(to, "From", `${from}-port${port}`);
  if (Object.hasOwn(draft.resources, id)) return id;
  return draft.add(place, id, "AWS::EC2::SecurityGroupIngress", {
    GroupId: ref(idOf(to, "SecurityGroup")),
    SourceSecurityGroupId: ref(idOf(from, "SecurityGroup")),
    IpProtocol: "tcp",
    FromPort: port,
    ToPort: port,
    Description: `${from} to ${to}`,
  });
}

/** The other end of `allow`, for a component that may not call just anybody. */
export function allowOut(draft: Draft, place: Place, from: string, to: string, port: number): string {
  const id = partId(from, "Egress", `${to}-port${port}`);
  if (Object.hasOwn(draft.resources, id)) return id;
  return draft.add(place, id, "AWS::EC2::SecurityGroupEgress", {
    GroupId: ref(idOf(from, "SecurityGroup")),
    DestinationSecurityGroupId: ref(idOf(to, "SecurityGroup")),
    IpProtocol: "tcp",
    FromPort: port,
    ToPort: port,
    Description: `${from} to ${to}`,
  });
}
