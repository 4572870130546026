import type { App } from "../../manifest/app";
import type { Path } from "../../manifest/problem";
import { sortedComponents } from "../edges";
import type { Note } from "./exported";
import type { Fates } from "./fates";

/** Fields that stand in an environment alone. */
const ofEnvironment = "environments.*.";

/** A note for each field that is written, in the base or for this environment, and that the platform leaves out. */
export function leftOut(app: App, fates: Fates): readonly Note[] {
  const left = Object.entries(fates).filter(([, { kind }]) => kind === "left");
  const whole = left.flatMap(([field, { words }]): Note[] => {
    const path = wholePath(app, field);
    return path === undefined ? [] : [{ path, text: words }];
  });
  const own = sortedComponents(app).flatMap(({ name, type }) =>
    left.flatMap(([field, { words }]): Note[] => {
      if (!field.startsWith(`${type}.`)) return [];
      const path = written(app, ["components", name, ...field.slice(type.length + 1).split(".")]);
      return path === undefined ? [] : [{ component: name, path, text: words }];
    }),
  );
  return [...whole, ...own];
}

function wholePath(app: App, field: string): Path | undefined {
  if (!field.startsWith(ofEnvironment)) return written(app, field.split("."));
  const path = ["environments", app.environment, ...field.slice(ofEnvironment.length).split(".")];
  return written(app, path);
}

/** Where a value stands, if it is written at all and not a default. */
export function written(app: App, path: Path): Path | undefined {
  const source = app.source(path);
  const from = source.length - path.length;
  return from >= 0 && path.every((step, index) => source[from + index] === step) ? source : undefined;
}
