import type { Service, Web } from "../../manifest/app";
import type { Becomes } from "../export/becomes";
import { Fronts } from "../export/fronts";
import { keyValuePlan, largestPlan, postgresPlan, servicePlan } from "./plans";

const planOf = (service: Service): string => servicePlan(service) ?? largestPlan;

export const renderBecomes: Becomes = {
  web: {
    of: (web: Web, app) => `A ${new Fronts(app).isVisited(web.name) ? "web" : "private"} service, plan ${planOf(web)}`,
  },
  worker: { of: (worker) => `A background worker, plan ${planOf(worker)}` },
  cron: { of: (cron) => `A cron job, plan ${planOf(cron)}` },
  postgres: { of: (database) => `Render Postgres, plan ${postgresPlan(database)}` },
  mysql: { of: () => "Nothing: Render has no managed MySQL" },
  redis: { of: (redis) => `A key value instance, plan ${keyValuePlan(redis)}` },
  "load-balancer": { of: () => "Render's own addresses of the services" },
};
