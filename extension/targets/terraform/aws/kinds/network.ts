import type { Value } from "../../../aws/template";
import { type Block, type Body, resource } from "../../hcl";
import { bodyOf } from "../bodyOf";
import { elsewhere, type Fields, isObject, type Kinds, list, type Source } from "../source";
import { tags } from "../tags";

const topic = "network.tf";
const Tags = tags;

const rule: Fields = {
  CidrIp: "cidr_ipv4",
  Description: "description",
  DestinationSecurityGroupId: "referenced_security_group_id",
  FromPort: "from_port",
  GroupId: "security_group_id",
  IpProtocol: "ip_protocol",
  SourceSecurityGroupId: "referenced_security_group_id",
  ToPort: "to_port",
};

/** The network, and who may speak to whom in it. */
export const networkKinds: Kinds = {
  "AWS::EC2::VPC": {
    topic,
    type: "aws_vpc",
    ref: "id",
    fields: {
      CidrBlock: "cidr_block",
      EnableDnsHostnames: "enable_dns_hostnames",
      EnableDnsSupport: "enable_dns_support",
      Tags,
    },
  },
  "AWS::EC2::InternetGateway": { topic, type: "aws_internet_gateway", ref: "id", fields: { Tags } },
  "AWS::EC2::VPCGatewayAttachment": {
    topic,
    type: "aws_internet_gateway_attachment",
    fields: { InternetGatewayId: "internet_gateway_id", VpcId: "vpc_id" },
  },
  "AWS::EC2::Subnet": {
    topic,
    type: "aws_subnet",
    ref: "id",
    fields: {
      AvailabilityZone: "availability_zone",
      CidrBlock: "cidr_block",
      MapPublicIpOnLaunch: "map_public_ip_on_launch",
      Tags,
      VpcId: "vpc_id",
    },
  },
  "AWS::EC2::RouteTable": { topic, type: "aws_route_table", ref: "id", fields: { VpcId: "vpc_id", Tags } },
  "AWS::EC2::Route": {
    topic,
    type: "aws_route",
    fields: {
      DestinationCidrBlock: "destination_cidr_block",
      GatewayId: "gateway_id",
      NatGatewayId: "nat_gateway_id",
      RouteTableId: "route_table_id",
    },
  },
  "AWS::EC2::SubnetRouteTableAssociation": {
    topic,
    type: "aws_route_table_association",
    fields: { RouteTableId: "route_table_id", SubnetId: "subnet_id" },
  },
  "AWS::EC2::EIP": {
    topic,
    type: "aws_eip",
    attributes: { AllocationId: "allocation_id" },
    fields: { Domain: "domain", Tags },
  },
  "AWS::EC2::NatGateway": {
    topic,
    type: "aws_nat_gateway",
    ref: "id",
    fields: { AllocationId: "allocation_id", SubnetId: "subnet_id", Tags },
  },
  "AWS::EC2::VPCEndpoint": {
    topic,
    type: "aws_vpc_endpoint",
    ref: "id",
    fields: {
      PrivateDnsEnabled: "private_dns_enabled",
      RouteTableIds: "route_table_ids",
      SecurityGroupIds: "security_group_ids",
      ServiceName: "service_name",
      SubnetIds: "subnet_ids",
      Tags,
      VpcEndpointType: "vpc_endpoint_type",
      VpcId: "vpc_id",
    },
  },
  "AWS::EC2::FlowLog": {
    topic,
    type: "aws_flow_log",
    fields: {
      LogDestination: "log_destination",
      LogDestinationType: "log_destination_type",
      MaxAggregationInterval: "max_aggregation_interval",
      // A flow log of a VPC, as the type beside it says.
      ResourceId: "vpc_id",
      ResourceType: elsewhere,
      Tags,
      TrafficType: "traffic_type",
    },
  },
  "AWS::EC2::SecurityGroup": {
    topic: "security_groups.tf",
    type: "aws_security_group",
    ref: "id",
    attributes: { GroupId: "id" },
    fields: {
      GroupDescription: "description",
      SecurityGroupEgress: elsewhere,
      SecurityGroupIngress: elsewhere,
      Tags,
      VpcId: "vpc_id",
    },
    also: (source) => ({ name_prefix: `${source.named(90)}-` }),
    beside: (source) => [
      ...rules(source, "SecurityGroupIngress", "aws_vpc_security_group_ingress_rule"),
      ...rules(source, "SecurityGroupEgress", "aws_vpc_security_group_egress_rule"),
    ],
  },
  "AWS::EC2::SecurityGroupIngress": {
    topic: "security_groups.tf",
    type: "aws_vpc_security_group_ingress_rule",
    fields: rule,
  },
  "AWS::EC2::SecurityGroupEgress": {
    topic: "security_groups.tf",
    type: "aws_vpc_security_group_egress_rule",
    fields: rule,
  },
};

/** Terraform takes AWS's own rule for all that leaves away, so what only stands in its place is left out. */
const isPlaceholder = (each: Value): boolean => isObject(each) && each["CidrIp"] === "127.0.0.1/32";

function rules(source: Source, property: string, type: string): readonly Block[] {
  return list(source.properties[property] ?? [])
    .filter((each) => !isPlaceholder(each))
    .map((each, index) => {
      const group: Body = { security_group_id: source.own("aws_security_group", "id") };
      const body = isObject(each) ? bodyOf(rule, each, source, `${property}.`) : {};
      return resource(type, index === 0 ? source.name : `${source.name}_${index + 1}`, { ...group, ...body });
    });
}
