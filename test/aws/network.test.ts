import { describe, expect, it } from "vitest";
import type { Network } from "../../extension/manifest/app";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { app, balancer, database, network, route, web } from "./fixture";

const stack = (rest: Partial<Network> = {}) =>
  synthesize(
    app([balancer("edge", { routes: [route("web")] }), web("web"), database("db")], { network: network(rest) }),
  ).template.Resources;
const count = (rest: Partial<Network>, type: string) =>
  Object.values(stack(rest)).filter(({ Type }) => Type === `AWS::EC2::${type}`).length;

describe("the way out", () => {
  it.each([
    ["public", 0, 0, 4],
    ["nat", 1, 0, 6],
    ["natPerAz", 2, 0, 6],
    ["endpoints", 0, 4, 6],
  ] as const)("%s has %i NAT gateways and %i endpoints that cost money", (egress, gateways, interfaces, subnets) => {
    const endpoints = Object.values(stack({ egress })).filter(({ Type }) => Type === "AWS::EC2::VPCEndpoint");
    expect(count({ egress }, "NatGateway")).toBe(gateways);
    expect(endpoints.filter(({ Properties }) => Properties?.["VpcEndpointType"] === "Interface")).toHaveLength(
      interfaces,
    );
    expect(endpoints.filter(({ Properties }) => Properties?.["VpcEndpointType"] === "Gateway")).toHaveLength(1);
    expect(count({ egress }, "Subnet")).toBe(subnets);
  });

  it("leads through the only NAT gateway from every zone, or through the zone's own", () => {
    const gateway = (rest: Partial<Network>) => {
      const all = stack(rest);
      return [1, 2, 3].map((n) => all[`PrivateDefaultRoute${n}`]?.Properties?.["NatGatewayId"]);
    };
    expect(gateway({ azs: 3, egress: "nat" })).toEqual([1, 1, 1].map((n) => ({ Ref: `NatGateway${n}` })));
    expect(gateway({ azs: 3, egress: "natPerAz" })).toEqual([1, 2, 3].map((n) => ({ Ref: `NatGateway${n}` })));
  });

  it("changes between one NAT gateway and one for each zone without a new subnet or table", () => {
    const ids = (egress: Network["egress"]) =>
      Object.keys(stack({ egress })).filter((id) => !/^Nat(Gateway|Address)2/.test(id));
    expect(ids("natPerAz")).toEqual(ids("nat"));
  });

  it("is none for data", () => {
    const routes = Object.entries(stack()).filter(([, { Type }]) => Type === "AWS::EC2::Route");
    expect(JSON.stringify(routes)).not.toContain("DataRouteTable");
  });
});

describe("a network of its own", () => {
  it("has a public, a private and a data subnet in each zone, of ranges that are computed here", () => {
    const all = stack({ azs: 3 });
    const subnets = Object.values(all).filter(({ Type }) => Type === "AWS::EC2::Subnet");
    expect(subnets).toHaveLength(9);
    for (const { Properties } of subnets) {
      expect(Properties?.["CidrBlock"]).toMatch(/^10\.0\.\d+\.0\/(19|20)$/);
      expect(Properties?.["MapPublicIpOnLaunch"]).toBe(false);
    }
    expect(JSON.stringify(all)).not.toContain("Fn::Cidr");
  });

  it("names no zone and no region", () => {
    expect(JSON.stringify(stack())).not.toMatch(/eu-west-1|us-east-1/);
  });
});

describe("a network that exists", () => {
  const vpc = {
    id: "vpc-0123456789abcdef0",
    publicSubnets: ["subnet-aaaaaaaa", "subnet-bbbbbbbb"],
    privateSubnets: ["subnet-cccccccc", "subnet-dddddddd"],
  };
  const all = stack({ vpc });

  it("is left as it is", () => {
    expect(Object.values(all).filter(({ Type }) => /EC2::(VPC|Subnet|Route|Nat|Internet)/.test(Type))).toEqual([]);
  });

  it("takes the load balancer in its public subnets, and everything else in its private ones", () => {
    expect(all["EdgeLoadBalancer"]?.Properties?.["Subnets"]).toEqual(vpc.publicSubnets);
    expect(all["DbSubnetGroup"]?.Properties?.["SubnetIds"]).toEqual(vpc.privateSubnets);
    expect(JSON.stringify(all["WebService"]?.Properties?.["NetworkConfiguration"])).toContain("subnet-cccccccc");
    expect(all["WebSecurityGroup"]?.Properties?.["VpcId"]).toBe(vpc.id);
  });
});
