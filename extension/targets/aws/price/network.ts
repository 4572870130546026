import { t } from "../../../manifest/l10n";
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
        text: counted(t`Load balancer`, t`load balancers`),
        count: always(1),
        keys: [`${key}_hour`],
        unit: t`hour`,
        units: hoursInMonth,
      },
      ...(isPublic
        ? [address(zones > 0 ? always(zones) : undefined, t`of the load balancer`, t`of the load balancer`)]
        : []),
    ],
    usage: [{ text: t`Capacity units (LCU) of the load balancer`, unit: t`LCU-hour`, keys: [`${key}_lcu_hour`] }],
  };
}

export function priceNatGateway({ properties }: Read): Priced {
  // A regional gateway is as many as there are zones with traffic, which the template does not say.
  const regional = textAt(properties, "AvailabilityMode") === "regional";
  return {
    lines: [
      {
        kind: "nat",
        text: counted(t`NAT gateway`, t`NAT gateways`),
        ...(!regional && { count: always(1) }),
        keys: ["nat_gateway_hour"],
        unit: t`hour`,
        units: hoursInMonth,
      },
    ],
    usage: [{ text: t`Traffic through a NAT gateway`, unit: t`GB`, keys: ["nat_gateway_gb"] }],
  };
}

export function priceAddress({ id }: Read, { resources }: Reading): Priced {
  const nat = [...resources.values()].some(
    ({ type, properties }) => type === "AWS::EC2::NatGateway" && refersTo(properties["AllocationId"], id),
  );
  return {
    lines: [
      nat
        ? address(always(1), t`of the NAT gateway`, t`of NAT gateways`)
        : address(always(1), t`(Elastic IP)`, t`(Elastic IP)`),
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
        text: counted(t`Endpoint of an AWS service in one zone`, t`endpoints of AWS services, counted in each zone`),
        ...(zones > 0 && { count: always(zones) }),
        keys: [`${type.toLowerCase()}_endpoint_hour`],
        unit: t`hour`,
        units: hoursInMonth,
      },
    ],
    usage: [{ text: t`Traffic through endpoints`, unit: t`GB`, keys: [`${type.toLowerCase()}_endpoint_gb`] }],
  };
}

/** A zone of Route 53, public or private. */
export function priceZone(): Priced {
  return {
    lines: [
      {
        kind: "zone",
        text: counted(t`Hosted zone of private names`, t`hosted zones`),
        count: always(1),
        keys: ["hosted_zone_month"],
        unit: t`zone-month`,
        units: 1,
      },
    ],
    usage: [{ text: t`Questions to the DNS`, unit: t`query`, keys: ["dns_query"] }],
  };
}

export function priceFlowLog({ properties }: Read): Priced {
  const toBucket = textAt(properties, "LogDestinationType") === "s3";
  return {
    usage: [
      { text: t`Flow logs of the network`, unit: t`GB`, keys: [toBucket ? "vended_logs_s3_gb" : "vended_logs_gb"] },
    ],
  };
}
