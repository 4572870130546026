import type { Service } from "../../manifest/app";
import type { Becomes } from "../export/becomes";
import { onlyRoute } from "./router";

const container = {
  of: ({ image }: Service) =>
    typeof image === "string" ? `A container of ${image}` : `A container, built from ${image.context}`,
};

export const composeBecomes: Becomes = {
  web: container,
  worker: container,
  cron: { of: (cron) => `${container.of(cron)}, which somebody has to start` },
  postgres: { of: ({ version }) => `A container of PostgreSQL ${version}` },
  mysql: { of: ({ version }) => `A container of MySQL ${version}` },
  redis: { of: ({ version }) => `A container of Redis ${version}` },
  "load-balancer": {
    of: (balancer) => (onlyRoute(balancer) === undefined ? "A container of Caddy" : "A published port of its service"),
  },
};
