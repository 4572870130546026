import type { Json } from "../../extension/manifest/edit/operation";
import type { PictureComponent } from "../../extension/protocol/messages";
import { infoOf } from "../components/componentInfo";
import { isMap, type JsonMap, merge, show, valueAt } from "./values";

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

/** A variable that a connection gives a service. */
export interface Injected {
  readonly name: string;
  readonly isSecret: boolean;
  /** What sets it already: the variables, the secrets, or the connection to a component of that name. */
  readonly conflict?: { readonly kind: "env" | "secrets" | "connection"; readonly with: string };
}

/** What `from` would get for a connection to `to`. A prefix of `""` is the one that the name gives. */
export function injectedBy(
  from: Pick<PictureComponent, "fields" | "override">,
  to: Pick<PictureComponent, "name" | "type">,
  prefix: string,
  typeOf: (name: string) => string | undefined,
): readonly Injected[] {
  const taken = takenBy(from, to.name, typeOf);
  return variablesOf(to.type, prefix || defaultPrefix(to.name)).map(({ name, isSecret }) => {
    const conflict = taken.get(name);
    return { name, isSecret, ...(conflict && { conflict }) };
  });
}

/** The port that a connection opens the way to. */
export function portOf({ type, fields }: Pick<PictureComponent, "type" | "fields">): string {
  const fixed = { postgres: "5432", mysql: "3306", redis: "6379" }[type];
  return fixed ?? show(fields["port"]);
}

function variablesOf(type: string, prefix: string): readonly Omit<Injected, "conflict">[] {
  const attributes = [...(infoOf(type)?.attributes ?? [])];
  return attributes.map(([name, { secret }]) => ({ name: `${prefix}_${name.toUpperCase()}`, isSecret: secret }));
}

function takenBy(
  { fields, override }: Pick<PictureComponent, "fields" | "override">,
  except: string,
  typeOf: (name: string) => string | undefined,
): ReadonlyMap<string, NonNullable<Injected["conflict"]>> {
  const all = merge(fields, override);
  const taken = new Map<string, NonNullable<Injected["conflict"]>>();
  for (const kind of ["env", "secrets"] as const) {
    const map = valueAt(all, [kind]);
    for (const name of Object.keys(isMap(map) ? map : {})) taken.set(name, { kind, with: name });
  }
  for (const [name, prefix] of connectionsOf(valueAt(all, ["connections"]))) {
    if (name === except) continue;
    for (const variable of variablesOf(typeOf(name) ?? "", prefix ?? defaultPrefix(name))) {
      taken.set(variable.name, { kind: "connection", with: name });
    }
  }
  return taken;
}
