import { divide } from "../../aws/network/cidr";
import { sortedComponents } from "../../edges";
import { type Block, block, code, resource } from "../hcl";
import { needsNat } from "./container";
import { type GoogleContext, network } from "./context";

/** The network: a subnet for what runs, a range for managed stores, and a way out where one is needed. */
export function networkBlocks(context: GoogleContext): readonly Block[] {
  const { app } = context;
  const stores = sortedComponents(app).some(({ type }) => type === "postgres" || type === "mysql" || type === "redis");
  return [
    resource("google_compute_network", "main", { name: context.named(63), auto_create_subnetworks: false }),
    resource("google_compute_subnetwork", "main", {
      name: context.named(63),
      region: context.region,
      network,
      ip_cidr_range: divide(app.network.cidr, 2).vpc,
      // Services of Cloud Run are reached within the network by this.
      private_ip_google_access: true,
      ...(app.protected && { log_config: block({ aggregation_interval: "INTERVAL_10_MIN" }) }),
    }),
    ...(stores ? peering(context) : []),
    ...(needsNat(context) ? nat(context) : []),
  ];
}

/** Where Google puts its managed stores, in a range beside the subnet. */
const peering = (context: GoogleContext): readonly Block[] => [
  resource("google_compute_global_address", context.block("private", "services"), {
    name: context.named(63, "private", "services"),
    purpose: "VPC_PEERING",
    address_type: "INTERNAL",
    prefix_length: 20,
    network,
  }),
  resource("google_service_networking_connection", "main", {
    network,
    service: "servicenetworking.googleapis.com",
    reserved_peering_ranges: [code(`google_compute_global_address.${context.block("private", "services")}.name`)],
  }),
];

const nat = (context: GoogleContext): readonly Block[] => [
  resource("google_compute_router", "main", { name: context.named(63), region: context.region, network }),
  resource("google_compute_router_nat", "main", {
    name: context.named(63),
    router: code("google_compute_router.main.name"),
    region: context.region,
    nat_ip_allocate_option: "AUTO_ONLY",
    source_subnetwork_ip_ranges_to_nat: "ALL_SUBNETWORKS_ALL_IP_RANGES",
  }),
];
