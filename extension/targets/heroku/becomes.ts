import type { App, Service } from "../../manifest/app";
import type { Becomes } from "../export/becomes";
import { dynoOf, mysqlAddOn, postgresPlan, redisPlan } from "./plans";
import { processesOf } from "./processes";

const dynoIn = (service: Service, app: App): string =>
  dynoOf(
    service,
    processesOf(app).map((each) => each.service),
  );

const running = {
  of: (service: Service, app: App) => {
    const processes = processesOf(app);
    const type = processes.find((each) => each.service.name === service.name)?.type ?? service.name;
    const dynos = service.type === "cron" ? 0 : service.scale.min;
    return `The process ${type}: ${dynos} × ${dynoIn(service, app)}`;
  },
};

export const herokuBecomes: Becomes = {
  web: running,
  worker: running,
  cron: { of: (cron, app) => `A process on ${dynoIn(cron, app)}, which Heroku Scheduler starts` },
  postgres: { of: (database) => `The add-on ${postgresPlan(database)}` },
  mysql: { of: () => `The add-on ${mysqlAddOn}` },
  redis: { of: (redis) => `The add-on ${redisPlan(redis)}` },
  "load-balancer": { of: () => "Heroku's own router, which leads to the process web" },
};
