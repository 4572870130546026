import type { Json } from "../../extension/manifest/edit/operation";
import { isMap, type JsonMap, show, valueAt } from "./values";

/** Name and prefix, from either way to write connections. */
export function connectionsOf(value: Json | undefined): ReadonlyMap<string, string | undefined> {
  if (Array.isArray(value)) return new Map(value.map((name) => [show(name), undefined]));
  if (!isMap(value)) return new Map();
  return new Map(
    Object.entries(value).map(([name, entry]) => {
      const prefix = valueAt(entry, ["as"]);
      return [name, prefix === undefined ? undefined : show(prefix)];
    }),
  );
}

/** A prefix needs the map form; the other connections keep their own. */
export function toMap(connected: ReadonlyMap<string, string | undefined>, to: string, prefix: string): JsonMap {
  return Object.fromEntries(
    [...connected].map(([name, before]) => {
      const as = name === to ? prefix : before;
      return [name, as === undefined ? {} : { as }];
    }),
  );
}

/** As the manifest's rule has it: `main-db` gives `MAIN_DB`. */
export function defaultPrefix(name: string): string {
  return name.toUpperCase().replaceAll("-", "_");
}
