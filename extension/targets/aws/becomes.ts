import type { Database, Web, Worker } from "../../manifest/app";
import { type Becomes, count, size } from "../export/becomes";
import { isScaled } from "./scaling";
import { cacheClasses, classOf, databaseClasses } from "./sizes";

const names = { postgres: "PostgreSQL", mysql: "MySQL" };

const service = {
  of: ({ scale, spot, ...rest }: Web | Worker) => {
    const { min, max } = scale;
    const tasks = count(isScaled(scale) ? { min: Math.max(min, 1), max } : { min, max: min }, "task", "tasks");
    return `Amazon ECS on Fargate${spot ? " Spot" : ""}: ${tasks} of ${size(rest)}`;
  },
};

const database = {
  of: ({ type, version, size: wanted, storage, highAvailability }: Database) =>
    `Amazon RDS for ${names[type]} ${version}: ${classOf(wanted, databaseClasses)}, ${storage} GiB${highAvailability ? ", with a standby" : ""}`,
};

/** What each component is, as Stackwright deploys it. */
export const awsBecomes: Becomes = {
  web: service,
  worker: service,
  cron: { of: (cron) => `EventBridge Scheduler, which starts a task of ${size(cron)}` },
  postgres: database,
  mysql: database,
  redis: {
    of: ({ size: wanted, replicas }) =>
      `Amazon ElastiCache for Valkey: ${count({ min: replicas + 1, max: replicas + 1 }, "node", "nodes")} of ${classOf(wanted, cacheClasses)}`,
  },
  "load-balancer": { of: () => "Application Load Balancer" },
};
