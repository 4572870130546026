import type { App, Component, Database, OnDelete } from "../../manifest/app";
import type { Options } from "./draft";

type Keep = NonNullable<Options["keep"]>;

/** `RetainExceptOnCreate`: what a first deployment made before it failed is not worth keeping. */
export const retain: Keep = { onDelete: "RetainExceptOnCreate", onReplace: "Retain" };
export const discard: Keep = { onDelete: "Delete", onReplace: "Delete" };
export const snapshot: Keep = { onDelete: "Snapshot", onReplace: "Snapshot" };

/** What becomes of a database's data when the database is removed or replaced. */
export const keepOf: Readonly<Record<OnDelete, Keep>> = { snapshot, retain, delete: discard };

/** Some database outlives the stack. */
export function keepsDatabase(app: App): boolean {
  return databases(app).some((database) => database.onDelete === "retain");
}

/**
 * What becomes of a generated secret. It may have encrypted what is in a database or on a volume, so it is kept for as
 * long as any of those leaves something behind.
 */
export function keepSecrets(app: App): Keep {
  const volumes = [...app.components.values()].some(
    (component) => "volumes" in component && component.volumes.length > 0,
  );
  return volumes || databases(app).some((database) => database.onDelete !== "delete") ? retain : discard;
}

/** Logs are evidence in a protected environment, and clutter in another. */
export const keepLogs = (app: App): Keep => (app.protected ? retain : discard);

const isDatabase = (component: Component): component is Database =>
  component.type === "postgres" || component.type === "mysql";

function databases(app: App): Database[] {
  return [...app.components.values()].filter(isDatabase);
}
