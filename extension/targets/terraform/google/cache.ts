import type { Redis } from "../../../manifest/app";
import { sizeRank } from "../../export/sizeRank";
import { type Block, block, code, object, resource } from "../hcl";
import { nameOf } from "../names";
import { type GoogleContext, network } from "./context";

/** GiB from nano to xlarge, about those of AWS. */
const memory = [1, 1, 2, 4, 7, 13];

/** GiB. */
export const memoryOf = ({ size }: Redis): number => memory[sizeRank(size)] ?? 1;

/** A cache: Memorystore for Redis with a password and a private address. */
export function cacheBlock(context: GoogleContext, redis: Redis): Block {
  if (redis.version !== "7")
    context.tell(redis.name, "version", "Memorystore for Redis has 7.2 as its newest; that is what is taken.");
  if (redis.replicas > 1) context.tell(redis.name, "replicas", "There is one standby, whatever the number.");
  return resource("google_redis_instance", nameOf(redis.name), {
    name: context.named(40, redis.name),
    region: context.region,
    tier: redis.replicas > 0 ? "STANDARD_HA" : "BASIC",
    memory_size_gb: memoryOf(redis),
    redis_version: "REDIS_7_2",
    redis_configs: object({ "maxmemory-policy": redis.eviction }),
    auth_enabled: true,
    authorized_network: network,
    connect_mode: "PRIVATE_SERVICE_ACCESS",
    depends_on: [code("google_service_networking_connection.main")],
    persistence_config: block({ persistence_mode: "RDB", rdb_snapshot_period: "TWENTY_FOUR_HOURS" }),
  });
}
