import type { Json } from "../../state/json";
import { arn, digits, generatedName, hex, letters, property, type Subject } from "../subject";
import { type Identify, prefixed } from "./identity";

const subnetZone = (subject: Subject): Readonly<Record<string, Json>> => ({
  AvailabilityZone: property(subject, "AvailabilityZone") ?? `${subject.region}a`,
  CidrBlock: property(subject, "CidrBlock") ?? "",
  VpcId: property(subject, "VpcId") ?? "",
  Ipv6CidrBlocks: [],
});

const vpc = prefixed("vpc", "VpcId", (subject) => ({
  CidrBlock: property(subject, "CidrBlock") ?? "",
  DefaultNetworkAcl: `acl-${hex(subject, 17, "acl")}`,
  DefaultSecurityGroup: `sg-${hex(subject, 17, "sg")}`,
  CidrBlockAssociations: [`vpc-cidr-assoc-${hex(subject, 17, "cidr")}`],
  Ipv6CidrBlocks: [],
}));

const elasticIp: Identify = (subject) => {
  const physicalId = `203.0.113.${Number.parseInt(hex(subject, 2), 16)}`;
  return { physicalId, attributes: { PublicIp: physicalId, AllocationId: `eipalloc-${hex(subject, 17)}` } };
};

const gatewayAttachment: Identify = (subject) => {
  const kind = property(subject, "VpnGatewayId") ? "VGW" : "IGW";
  return { physicalId: `${kind}|${property(subject, "VpcId") ?? ""}`, attributes: { AttachmentType: kind } };
};

const loadBalancer: Identify = (subject) => {
  const name = property(subject, "Name") ?? generatedName(subject, 32);
  const type = property(subject, "Type") === "network" ? "net" : "app";
  const full = `${type}/${name}/${hex(subject, 16)}`;
  const internal = property(subject, "Scheme") === "internal" ? "internal-" : "";
  const physicalId = arn(subject, "elasticloadbalancing", `loadbalancer/${full}`);
  return {
    physicalId,
    attributes: {
      LoadBalancerArn: physicalId,
      LoadBalancerFullName: full,
      LoadBalancerName: name,
      DNSName: `${internal}${name}-${digits(subject, 10)}.${subject.region}.elb.amazonaws.com`,
      CanonicalHostedZoneID: `Z${letters(subject, 13)}`,
      SecurityGroups: subject.properties["SecurityGroups"] ?? [],
    },
  };
};

const targetGroup: Identify = (subject) => {
  const name = property(subject, "Name") ?? generatedName(subject, 32);
  const full = `targetgroup/${name}/${hex(subject, 16)}`;
  const physicalId = arn(subject, "elasticloadbalancing", full);
  return {
    physicalId,
    attributes: { TargetGroupArn: physicalId, TargetGroupFullName: full, TargetGroupName: name, LoadBalancerArns: [] },
  };
};

/** Listeners and rules are named after what they belong to. */
function listenerOf(parentProperty: string, from: string, to: string, attribute: string): Identify {
  return (subject) => {
    const parent = property(subject, parentProperty) ?? arn(subject, "elasticloadbalancing", `${from}/app/unknown/0`);
    const physicalId = `${parent.replace(`:${from}/`, `:${to}/`)}/${hex(subject, 16)}`;
    return { physicalId, attributes: { [attribute]: physicalId } };
  };
}

/** Networks and load balancers. */
export const network: readonly (readonly [string, Identify])[] = [
  ["AWS::EC2::EIP", elasticIp],
  ["AWS::EC2::FlowLog", prefixed("fl", "Id")],
  ["AWS::EC2::InternetGateway", prefixed("igw", "InternetGatewayId")],
  ["AWS::EC2::NatGateway", prefixed("nat", "NatGatewayId")],
  ["AWS::EC2::RouteTable", prefixed("rtb", "RouteTableId")],
  [
    "AWS::EC2::Route",
    (subject) => ({
      physicalId: `${property(subject, "RouteTableId") ?? ""}|${property(subject, "DestinationCidrBlock") ?? ""}`,
    }),
  ],
  [
    "AWS::EC2::SecurityGroup",
    prefixed("sg", "GroupId", (subject) => ({ Id: `sg-${hex(subject, 17)}`, VpcId: property(subject, "VpcId") ?? "" })),
  ],
  ["AWS::EC2::SecurityGroupIngress", prefixed("sgr", "Id")],
  ["AWS::EC2::SecurityGroupEgress", prefixed("sgr", "Id")],
  ["AWS::EC2::Subnet", prefixed("subnet", "SubnetId", subnetZone)],
  ["AWS::EC2::SubnetRouteTableAssociation", prefixed("rtbassoc", "Id")],
  ["AWS::EC2::VPC", vpc],
  ["AWS::EC2::VPCEndpoint", prefixed("vpce", "Id", () => ({ DnsEntries: [], NetworkInterfaceIds: [] }))],
  ["AWS::EC2::VPCGatewayAttachment", gatewayAttachment],
  ["AWS::ElasticLoadBalancingV2::Listener", listenerOf("LoadBalancerArn", "loadbalancer", "listener", "ListenerArn")],
  ["AWS::ElasticLoadBalancingV2::ListenerRule", listenerOf("ListenerArn", "listener", "listener-rule", "RuleArn")],
  ["AWS::ElasticLoadBalancingV2::LoadBalancer", loadBalancer],
  ["AWS::ElasticLoadBalancingV2::TargetGroup", targetGroup],
];
