import type { Database, Web, Worker } from "../../manifest/app";
import { cacheClasses, classOf, databaseClasses } from "../aws/sizes";
import { type Becomes, count, size } from "../export/becomes";

const service = {
  of: ({ scale, ...rest }: Web | Worker) => `A service: ${count(scale, "process", "processes")} of ${size(rest)}`,
};

const database = {
  of: ({ type, size: wanted }: Database) => `A resource rds-${type}: ${classOf(wanted, databaseClasses)}`,
};

export const convoxBecomes: Becomes = {
  web: service,
  worker: service,
  cron: { of: () => "A timer" },
  postgres: database,
  mysql: database,
  redis: { of: ({ size: wanted }) => `A resource elasticache-redis: ${classOf(wanted, cacheClasses)}` },
  "load-balancer": { of: () => "The load balancer of the rack" },
};
