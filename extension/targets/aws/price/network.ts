import { hoursInMonth } from "../../estimate";
import { always, counted, type Priced } from "./line";
import { listAt, type Read, type Reading, refersTo, textAt } from "./reading";
import { address } from "./tasks";

/** A load balancer has a public address in each of its zones when the world can reach it. */
export function priceLoadBalancer({ properties }: Read): Priced {
  const type = textAt(properties, "Type") ?? "application";
  const key = { application: "alb", network: "nlb", gateway: "gwlb" }[type] ?? type;
  const zones = listAt(properties, "Subnets").length || listAt(properties, "SubnetMappings").length;
  const isPublic = textAt(properties, "Scheme") !== "internal";
  return {
    lines: [
      {
        kind: `balancer ${key}`,
        text: counted("Load balancer", "load balancers"),
        count: always(1),
        keys: [`${key}_hour`],
        unit: "hour",
        units: hoursInMonth,
      },
      ...(isPublic
        ? [address(zones > 0 ? always(zones) : undefined, "of the load balancer", "of the load balancer")]
        : []),
    ],
    usage: [{ text: "Capacity units (LCU) of the load balancer", unit: "LCU-hour", keys: [`${key}_lcu_hour`] }],
  };
}

export function priceNatGateway({ properties }: Read): Priced {
  // A regional gateway is as many as there are zones with traffic, which the template does not say.
  const regional = textAt(properties, "AvailabilityMode") === "regional";
  return {
    lines: [
      {
        kind: "nat",
        text: counted("NAT gateway", "NAT gateways"),
        ...(!regional && { count: always(1) }),
        keys: ["nat_gateway_hour"],
        unit: "hour",
        units: hoursInMonth,
      },
    ],
    usage: [{ text: "Traffic through a NAT gateway", unit: "GB", keys: ["nat_gateway_gb"] }],
  };
}

export function priceAddress({ id }: Read, { resources }: Reading): Priced {
  const nat = [...resources.values()].some(
    ({ type, properties }) => type === "AWS::EC2::NatGateway" && refersTo(properties["AllocationId"], id),
  );
  return {
    lines: [
      nat
        ? address(always(1), "of the NAT gateway", "of NAT gateways")
        : address(always(1), "(Elastic IP)", "(Elastic IP)"),
    ],
  };
}

/** Gateways to S3 and DynamoDB cost nothing; interfaces are paid for in each zone. */
export function priceEndpoint({ properties }: Read): Priced {
  const type = textAt(properties, "VpcEndpointType") ?? "Gateway";
  if (type === "Gateway") return {};
  const zones = listAt(properties, "SubnetIds").length;
  return {
    lines: [
      {
        kind: `endpoint ${type}`,
        text: counted("Endpoint of an AWS service in one zone", "endpoints of AWS services, counted in each zone"),
        ...(zones > 0 && { count: always(zones) }),
        keys: [`${type.toLowerCase()}_endpoint_hour`],
        unit: "hour",
        units: hoursInMonth,
      },
    ],
    usage: [{ text: "Traffic through endpoints", unit: "GB", keys: [`${type.toLowerCase()}_endpoint_gb`] }],
  };
}

/** A zone of Route 53, public or private. */
export function priceZone(): Priced {
  return {
    lines: [
      {
        kind: "zone",
        text: counted("Hosted zone of private names", "hosted zones"),
        count: always(1),
        keys: ["hosted_zone_month"],
        unit: "zone-month",
        units: 1,
      },
    ],
    usage: [{ text: "Questions to the DNS", unit: "query", keys: ["dns_query"] }],
  };
}

export function priceFlowLog({ properties }: Read): Priced {
  const toBucket = textAt(properties, "LogDestinationType") === "s3";
  return {
    usage: [
      { text: "Flow logs of the network", unit: "GB", keys: [toBucket ? "vended_logs_s3_gb" : "vended_logs_gb"] },
    ],
  };
}
