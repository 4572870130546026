import type { Draft, Options } from "../draft";
import { ref } from "../intrinsic";
import { keepsDatabase } from "../keep";
import { networkPlace as place } from "../place";
import type { Value } from "../template";
import { divide } from "./cidr";
import { addEndpoints } from "./endpoints";
import type { Network } from "./network";

/** A network of the application's own, over two or three zones. */
export function ownNetwork(draft: Draft): Network {
  const { azs, egress, cidr } = draft.app.network;
  const ranges = divide(cidr, azs);
  const name = `${draft.app.name}-${draft.app.environment}`;
  // A database that outlives the stack needs the ground it stands on; without this the stack could not be deleted.
  const keep: Pick<Options, "keep"> = keepsDatabase(draft.app)
    ? { keep: { onDelete: "RetainExceptOnCreate", onReplace: "Retain" } }
    : {};

  draft.add(
    place,
    "Vpc",
    "AWS::EC2::VPC",
    { CidrBlock: ranges.vpc, EnableDnsHostnames: true, EnableDnsSupport: true },
    { name, ...keep },
  );
  draft.add(place, "InternetGateway", "AWS::EC2::InternetGateway", {}, { name });
  const gateway = draft.add(place, "GatewayAttachment", "AWS::EC2::VPCGatewayAttachment", {
    VpcId: ref("Vpc"),
    InternetGatewayId: ref("InternetGateway"),
  });

  const subnets = (kind: "Public" | "Private" | "Data", options: Pick<Options, "keep"> = {}): Value[] =>
    ranges.zones.map((zone, index) => {
      const id = `${kind}Subnet${index + 1}`;
      const lower = kind.toLowerCase() as "public" | "private" | "data";
      draft.add(
        place,
        id,
        "AWS::EC2::Subnet",
        {
          VpcId: ref("Vpc"),
          CidrBlock: zone[lower],
          AvailabilityZone: { "Fn::Select": [index, { "Fn::GetAZs": "" }] },
          MapPublicIpOnLaunch: false,
        },
        { name: `${name}-${lower}-${index + 1}`, ...options },
      );
      return ref(id);
    });
  const table = (id: string, subnetIds: readonly string[], options: Pick<Options, "keep"> = {}) => {
    const label = id.replace("RouteTable", "").toLowerCase();
    draft.add(place, id, "AWS::EC2::RouteTable", { VpcId: ref("Vpc") }, { name: `${name}-${label}`, ...options });
    for (const subnet of subnetIds) {
      draft.add(
        place,
        `${subnet}Routes`,
        "AWS::EC2::SubnetRouteTableAssociation",
        { SubnetId: ref(subnet), RouteTableId: ref(id) },
        options,
      );
    }
  };
  const numbers = ranges.zones.map((_, index) => index + 1);

  const publicSubnets = subnets("Public");
  table(
    "PublicRouteTable",
    numbers.map((n) => `PublicSubnet${n}`),
  );
  const publicRoute = draft.add(
    place,
    "PublicDefaultRoute",
    "AWS::EC2::Route",
    { RouteTableId: ref("PublicRouteTable"), DestinationCidrBlock: "0.0.0.0/0", GatewayId: ref("InternetGateway") },
    { dependsOn: [gateway] },
  );

  const isPublic = egress === "public";
  const privateSubnets = isPublic ? publicSubnets : subnets("Private");
  if (!isPublic) for (const n of numbers) table(`PrivateRouteTable${n}`, [`PrivateSubnet${n}`]);
  const dataSubnets = subnets("Data", keep);
  table(
    "DataRouteTable",
    numbers.map((n) => `DataSubnet${n}`),
    keep,
  );

  const nat = egress === "nat" ? addNatRoutes(draft, name, numbers, 1) : [];
  const natPerAz = egress === "natPerAz" ? addNatRoutes(draft, name, numbers, azs) : [];
  const endpoints = addEndpoints(draft, {
    name,
    cidr: ranges.vpc,
    interfaces: egress === "endpoints",
    subnets: privateSubnets,
    routeTables: isPublic ? ["PublicRouteTable"] : numbers.map((n) => `PrivateRouteTable${n}`),
  });
  return {
    vpc: ref("Vpc"),
    publicSubnets,
    taskSubnets: privateSubnets,
    taskPublicIp: isPublic,
    dataSubnets,
    toolSubnets: egress === "endpoints" ? publicSubnets : privateSubnets,
    toolPublicIp: isPublic || egress === "endpoints",
    gateway: [gateway, publicRoute],
    wayOut: [...(isPublic || egress === "endpoints" ? [publicRoute] : []), ...nat, ...natPerAz, ...endpoints],
  };
}

/** @returns the default routes of the private subnets; with fewer gateways than zones the first serves the rest */
function addNatRoutes(draft: Draft, name: string, zones: readonly number[], gateways: number): string[] {
  for (const n of zones.slice(0, gateways)) {
    const dependsOn = ["GatewayAttachment"];
    draft.add(place, `NatAddress${n}`, "AWS::EC2::EIP", { Domain: "vpc" }, { name: `${name}-nat-${n}`, dependsOn });
    draft.add(
      place,
      `NatGateway${n}`,
      "AWS::EC2::NatGateway",
      {
        AllocationId: { "Fn::GetAtt": [`NatAddress${n}`, "AllocationId"] },
        SubnetId: ref(`PublicSubnet${n}`),
      },
      { name: `${name}-nat-${n}`, dependsOn: ["PublicDefaultRoute"] },
    );
  }
  return zones.map((n) =>
    draft.add(place, `PrivateDefaultRoute${n}`, "AWS::EC2::Route", {
      RouteTableId: ref(`PrivateRouteTable${n}`),
      DestinationCidrBlock: "0.0.0.0/0",
      NatGatewayId: ref(`NatGateway${n <= gateways ? n : 1}`),
    }),
  );
}
