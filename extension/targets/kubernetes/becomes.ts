import type { Service } from "../../manifest/app";
import { type Becomes, count, size } from "../export/becomes";

const running = {
  of: (service: Extract<Service, { type: "web" | "worker" }>) =>
    `A Deployment of ${count(service.scale, "pod", "pods")} of ${size(service)}`,
};
const store = (engine: string) => ({
  of: ({ version }: { readonly version: string }) => `A StatefulSet of ${engine} ${version}`,
});

export const kubernetesBecomes: Becomes = {
  web: running,
  worker: running,
  cron: { of: (cron) => `A CronJob of ${size(cron)}` },
  postgres: store("PostgreSQL"),
  mysql: store("MySQL"),
  redis: store("Redis"),
  "load-balancer": { of: () => "An Ingress" },
};
