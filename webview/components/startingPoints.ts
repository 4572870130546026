import type { ComponentType } from "../../extension/manifest/app";
import type { Operation } from "../../extension/manifest/edit/operation";
import { strings } from "../strings";
import { infoOf } from "./componentInfo";

/** A way to begin: components that are connected already, put in with one edit. */
export interface StartingPoint {
  readonly id: string;
  readonly icon: string;
  readonly title: string;
  readonly description: string;
  readonly operations: readonly Operation[];
}

export const startingPoints: readonly StartingPoint[] = [
  {
    id: "web",
    icon: "globe",
    ...strings.start.web,
    operations: [add("edge", "load-balancer", { routes: [{ to: "web" }] }), add("web", "web")],
  },
  {
    id: "web-postgres",
    icon: "database",
    ...strings.start.webPostgres,
    operations: [
      add("edge", "load-balancer", { routes: [{ to: "web" }] }),
      add("web", "web", { connections: ["db"] }),
      add("db", "postgres"),
    ],
  },
  {
    id: "web-worker",
    icon: "server-process",
    ...strings.start.webWorker,
    operations: [
      add("edge", "load-balancer", { routes: [{ to: "web" }] }),
      add("web", "web", { connections: ["db", "cache"] }),
      add("worker", "worker", { connections: ["db", "cache"] }),
      add("db", "postgres"),
      add("cache", "redis"),
    ],
  },
];

type Fields = Extract<Operation, { kind: "addComponent" }>["fields"];

function add(name: string, type: ComponentType, fields: Fields = {}): Operation {
  return { kind: "addComponent", name, fields: { type, ...infoOf(type)?.new, ...fields } };
}
