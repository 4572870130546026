import { t } from "../../manifest/l10n";
import type { Variable } from "../draft";
import type { Notes } from "../notes";
import { mark } from "../unset";
import { entriesOf, get, itemsOf, type Place, textOf, type Value } from "../value";
import type { Context } from "./context";
import { readDotenv } from "./dotenv";

/** The variables of a service: those of its `env_file`s, then its own, which win. */
export function variablesOf(name: string, service: Value, context: Context, notes: Notes): readonly Variable[] {
  const variables = new Map<string, Variable>();
  const add = (key: string, text: string, place: Place): void => {
    if (/^[A-Za-z_][A-Za-z0-9_]{0,254}$/.test(key))
      variables.set(key, { name: key, value: { kind: "text", text }, place });
    else notes.left(place, "environment", t`${key} is no name that a variable can have here.`, name);
  };
  for (const entry of itemsOf(get(service, "env_file"))) {
    const path = entry.kind === "map" ? textOf(get(entry, "path")) : textOf(entry);
    if (path === undefined) continue;
    const text = context.readBeside(entry.place, path);
    if (text === undefined) {
      notes.ask(
        entry.place,
        "env_file",
        t`${path} is not here, so its variables are not in the manifest. Add them to env and secrets.`,
        name,
      );
      continue;
    }
    for (const [key, { value, line }] of readDotenv(text)) {
      add(key, context.interpolate(value ?? context.lookup(key) ?? mark(key)), { file: path, line });
    }
  }
  for (const [key, value, place] of ownVariables(get(service, "environment"))) {
    add(key, value ?? context.lookup(key) ?? mark(key), place);
  }
  return [...variables.values()];
}

/** A map, or a list of `NAME=value`. A name alone takes its value from whoever starts Compose. */
export function ownVariables(value: Value | undefined): readonly (readonly [string, string | undefined, Place])[] {
  if (value?.kind === "map") return entriesOf(value).map(([key, inner]) => [key, textOf(inner), inner.place]);
  return itemsOf(value).flatMap((item) => {
    const text = textOf(item);
    if (text === undefined) return [];
    const equals = text.indexOf("=");
    return [
      equals === -1 ? [text, undefined, item.place] : [text.slice(0, equals), text.slice(equals + 1), item.place],
    ];
  });
}
