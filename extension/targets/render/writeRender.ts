import type { App, Component } from "../../manifest/app";
import { databaseName, databaseUser } from "../databaseNames";
import { isService, sortedComponents } from "../edges";
import { atRoot } from "../export/atRoot";
import type { Exported, Note } from "../export/exported";
import { leftOut } from "../export/notes";
import { defined, yamlText } from "../export/yamlText";
import { RenderContext } from "./context";
import { renderFates } from "./fates";
import { keyValuePlan, postgresPlan, regionOf } from "./plans";
import { limitsOf, serviceOf } from "./service";
import { envVarsOf } from "./variables";

/** A Blueprint, `render.yaml`. What is built is taken to lie in the repository whose root has the manifest. */
export function writeRender(app: App): Exported {
  const context = new RenderContext(app);
  const components = sortedComponents(app);
  const services = components.filter(isService).map((service) => {
    const envVars = envVarsOf(context, service);
    return { fields: serviceOf(context, service, envVars), envVars, notes: limitsOf(context, service) };
  });
  const keyValues = components.flatMap((component) =>
    component.type === "redis"
      ? [
          {
            type: "keyvalue",
            name: context.nameOf(component.name),
            plan: keyValuePlan(component),
            region: regionOf(app.region),
            maxmemoryPolicy: component.eviction,
            // No address of the internet; the services of the region reach it all the same.
            ipAllowList: [],
          },
        ]
      : [],
  );
  const databases = components.flatMap((component) => databaseOf(context, component));
  const all = [...services.map(({ fields }) => fields), ...keyValues];
  const document = defined({
    services: all.length > 0 ? all : undefined,
    databases: databases.length > 0 ? databases : undefined,
  });
  return {
    files: new Map([
      ["render.yaml", yamlText([`Made by Stackwright for ${app.name}, environment ${app.environment}.`], document)],
    ]),
    notes: [
      ...leftOut(app, renderFates),
      ...services.flatMap(({ envVars, notes }) => [...envVars.notes, ...notes]),
      ...differences(context, components),
    ],
    variables: services.flatMap(({ envVars }) => envVars.asked),
    next: [
      atRoot,
      "git add render.yaml",
      "git commit -m 'Describe the services on Render'",
      "git push",
      "# Then choose New, Blueprint in Render's dashboard, and this repository.",
    ],
  };
}

function databaseOf({ app, nameOf }: RenderContext, database: Component): readonly unknown[] {
  if (database.type !== "postgres") return [];
  const diskSizeGB = Math.ceil(database.storage / 5) * 5;
  return [
    defined({
      name: nameOf(database.name),
      plan: postgresPlan(database),
      region: regionOf(app.region),
      postgresMajorVersion: database.version.split(".")[0],
      databaseName: databaseName(app.name),
      user: databaseUser,
      diskSizeGB,
      highAvailability: database.highAvailability ? { enabled: true } : undefined,
      ipAllowList: [],
    }),
  ];
}

/** What is carried, and yet is not as it is on AWS. */
function differences(context: RenderContext, components: readonly Component[]): readonly Note[] {
  const { app } = context;
  const stores = components.flatMap(({ name, type }): readonly Note[] => {
    const path = app.source(["components", name]);
    if (type === "mysql")
      return [{ component: name, path, text: "Render has no managed MySQL. Nothing stands in its place." }];
    if (type !== "redis") return [];
    const text = "Within a region Render speaks plain Redis without a password, where AWS has TLS and one.";
    return [{ component: name, path, text }];
  });
  return [...stores, ...context.routesByPath("Render")];
}
