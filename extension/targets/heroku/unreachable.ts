import type { App } from "../../manifest/app";
import { sortedComponents } from "../edges";
import type { Note } from "../export/exported";
import type { Process } from "./processes";

/** What only the router of an app reaches: its process `web`. Other services are started, and nobody gets to them. */
export function unreachable(app: App, processes: readonly Process[]): readonly Note[] {
  const hidden = processes.flatMap(({ type, service }): readonly Note[] =>
    service.type !== "web" || type === "web"
      ? []
      : [
          {
            component: service.name,
            path: app.source(["components", service.name]),
            text: "Visitors reach the process web alone, and dynos do not reach each other. Give this service an app of its own.",
          },
        ],
  );
  const front = processes.find(({ type }) => type === "web")?.service.name;
  const routes = sortedComponents(app).flatMap((component) =>
    component.type !== "load-balancer"
      ? []
      : component.routes.flatMap(({ to, path, host, port }, index): readonly Note[] => {
          const web = app.components.get(to);
          const own = web?.type === "web" ? web.port : port;
          if (to === front && path === "/" && host === undefined && port === own) return [];
          const place = app.source(["components", component.name, "routes", index]);
          return [
            {
              component: component.name,
              path: place,
              text: `An app has no routes: all visitors reach ${front ?? "no process"}.`,
            },
          ];
        }),
  );
  return [...hidden, ...routes];
}
