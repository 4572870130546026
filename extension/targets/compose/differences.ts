import type { App, Component } from "../../manifest/app";
import { sortedComponents } from "../edges";
import type { Note } from "../export/exported";

/** What is carried, and yet is not as it is on AWS. */
export function differences(app: App): readonly Note[] {
  return sortedComponents(app).flatMap((component) => notesOf(app, component));
}

function notesOf(app: App, component: Component): readonly Note[] {
  const { name } = component;
  if (component.type === "redis") {
    const text =
      "The cache speaks plain Redis here, and TLS on AWS. Its URL begins with redis://; switch off what tells an image to use TLS.";
    return [{ component: name, path: app.source(["components", name]), text }];
  }
  if (component.type !== "load-balancer") return [];
  return component.routes.flatMap(({ host }, index): readonly Note[] => {
    if (host === undefined) return [];
    const path = app.source(["components", name, "routes", index, "host"]);
    return [
      { component: name, path, text: `Only requests for ${host} take this route. Let that name lead to 127.0.0.1.` },
    ];
  });
}
