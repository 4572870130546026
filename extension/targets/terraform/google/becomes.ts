import type { Database } from "../../../manifest/app";
import { type Becomes, count, size } from "../../export/becomes";
import { memoryOf } from "./cache";
import { sizeOf } from "./container";
import { tierOf } from "./database";

const database = {
  of: (wanted: Database) => {
    const { type, version, highAvailability } = wanted;
    const name = type === "postgres" ? "PostgreSQL" : "MySQL";
    return `Cloud SQL for ${name} ${version}: ${tierOf(wanted)}${highAvailability ? ", with a standby" : ""}`;
  },
};

export const googleBecomes: Becomes = {
  web: {
    of: (web) =>
      `A service of Cloud Run: ${count({ ...web.scale, max: Math.max(web.scale.max, 1) }, "instance", "instances")} of ${size(sizeOf(web))}`,
  },
  worker: {
    of: (worker) => {
      const { min } = worker.scale;
      return `A worker pool of Cloud Run: ${count({ min, max: min }, "instance", "instances")} of ${size(sizeOf(worker))}`;
    },
  },
  cron: { of: (cron) => `Cloud Scheduler, which starts a job of Cloud Run of ${size(sizeOf(cron))}` },
  postgres: database,
  mysql: database,
  redis: {
    of: (redis) => `Memorystore for Redis: ${memoryOf(redis)} GiB${redis.replicas > 0 ? ", with a standby" : ""}`,
  },
  "load-balancer": { of: () => "A global external Application Load Balancer" },
};
