import { levels, list, type Need, type Parameter } from "./parameter";

type Kinds = Parameters<typeof levels>[0];

/** What a web service has besides the common fields, what a worker has, and what a cron job has. */
export const running: readonly Parameter[] = [
  field("web", "web", "port", { low: 80, high: 65535 }),
  {
    ...field("web", "web", "scale", {}),
    covers: ["web.scale", "web.scale.min", "web.scale.max", "web.scale.cpu", "web.scale.memory", "web.scale.requests"],
    levels: [
      ...levels({
        unset: undefined,
        none: 0,
        several: 3,
        fixed: { min: 2, max: 2 },
        free: { min: 0, max: 3 },
        cpu: { min: 1, max: 4, cpu: 60 },
        memory: { min: 1, max: 4, memory: 75 },
      }),
      ...levels({
        requests: { min: 1, max: 4, requests: 300 },
        all: { min: 2, max: 6, cpu: 60, memory: 70, requests: 500 },
      }).map((level) => ({ ...level, needs: [["has load-balancer", "yes"]] as const })),
    ],
  },
  field("web", "web", "healthCheck.path", { unset: undefined, set: "/srv/status?full=1" }),
  field("web", "web", "healthCheck.interval", { unset: undefined, short: "10s", long: "5m" }),
  field("web", "web", "healthCheck.timeout", { unset: undefined, short: "2s", long: "9s" }),
  field("web", "web", "healthCheck.gracePeriod", { unset: undefined, short: "1s", long: "1h" }),
  field("web", "web", "sticky", { unset: undefined, short: "1s", long: "168h" }),
  field("web", "web", "preDeploy", { unset: undefined, text: "rake db:migrate && true", list: list("bin/migrate") }),
  {
    ...field("worker", "jobs", "scale", {
      unset: undefined,
      none: 0,
      several: 3,
      fixed: { min: 2, max: 2 },
      free: { min: 0, max: 3 },
      cpu: { min: 1, max: 4, cpu: 60 },
      memory: { min: 1, max: 4, memory: 75 },
      both: { min: 2, max: 6, cpu: 60, memory: 70 },
    }),
    covers: ["worker.scale", "worker.scale.min", "worker.scale.max", "worker.scale.cpu", "worker.scale.memory"],
  },
  field("worker", "jobs", "preDeploy", {
    unset: undefined,
    text: "rake db:migrate && true",
    list: list("bin/migrate"),
  }),
  field("cron", "nightly", "schedule", {
    daily: "0 3 * * *",
    often: "*/15 * * * *",
    weekdays: "30 3 * * 1-5",
    // A day of the month or a day of the week: two schedules on AWS.
    either: "*/5 4 13 * 5",
  }),
  field("cron", "nightly", "timezone", { unset: undefined, set: ["Europe/Berlin", "Asia/Tokyo"] }),
  field("cron", "nightly", "retries", { unset: undefined, none: 0, most: 185 }),
];

function field(type: "web" | "worker" | "cron", name: string, key: string, kinds: Kinds): Parameter {
  const needs: readonly Need[] = [[`has ${type}`, "yes"]];
  const at = ["components", name, ...key.split(".")];
  return { name: `${type}.${key}`, covers: [`${type}.${key}`], at, levels: levels(kinds), needs };
}
