import { t } from "../../manifest/l10n";
import type { Notes } from "../notes";
import { readValue } from "../readValue";
import { entriesOf, get, mapTexts, type Place, textAt, textOf, type Value } from "../value";
import type { Context } from "./context";
import { mergeServices } from "./merge";

export interface Loaded {
  /** With variables filled in and `extends` followed. */
  readonly services: ReadonlyMap<string, Value>;
  /** The project's own name, where it has one. */
  readonly name?: string;
}

export type LoadResult = Loaded | { readonly problem: string; readonly place: Place };

/** How many files and services `extends` may lead through. */
const deepest = 16;
/** Each is compared with the others. */
const most = 500;
const topLevel = new Set(["services", "volumes", "networks", "version", "name"]);

export function loadCompose(file: string, text: string, context: Context, notes: Notes): LoadResult {
  const read = readValue(file, text);
  if ("problem" in read) return read;
  const root = mapTexts(read.value, (each) => context.interpolate(each));
  return loadServices(root, context, notes);
}

/** @param root a Compose file with its variables filled in; in the oldest form, its services are all there is */
export function loadServices(root: Value, context: Context, notes: Notes): LoadResult {
  const services = new Map<string, Value>();
  const written = get(root, "services") ?? oldForm(root);
  if (written?.kind !== "map") return { problem: t`It has no services.`, place: root.place };
  if (written.entries.size > most) {
    return { problem: t`It has ${written.entries.size} services; up to ${most} are imported.`, place: written.place };
  }
  for (const [name, value] of entriesOf(written)) {
    const extended = extend(name, value, written, context, notes, 0);
    if (extended !== undefined) services.set(name, extended);
  }
  if (get(root, "services") !== undefined) {
    for (const [key, value] of entriesOf(root)) {
      if (topLevel.has(key) || key.startsWith("x-")) continue;
      notes.left(value.place, key, t`Only services and what they use are imported; ${key} is not.`);
    }
  }
  const name = textAt(root, "name");
  return name === undefined ? { services } : { services, name };
}

const oldForm = (root: Value): Value | undefined =>
  entriesOf(root).some(([, value]) => get(value, "image") ?? get(value, "build")) ? root : undefined;

function extend(
  name: string,
  value: Value,
  siblings: Value,
  context: Context,
  notes: Notes,
  depth: number,
): Value | undefined {
  if (value.kind !== "map") {
    notes.left(value.place, name, t`It is no service.`);
    return undefined;
  }
  const extending = get(value, "extends");
  if (extending === undefined) return value;
  if (depth > deepest) {
    notes.left(extending.place, "extends", t`It leads through too many services, or in a circle.`, name);
    return value;
  }
  const other = textOf(extending) ?? textAt(extending, "service") ?? "";
  const file = textAt(extending, "file");
  const place = file === undefined ? siblings : fileOf(file, extending, context);
  const base = place === undefined ? undefined : get(place, other);
  if (place === undefined || base === undefined) {
    const where = file ?? extending.place.file;
    notes.ask(
      extending.place,
      "extends",
      t`${other} in ${where} is not here, so what it says is not in the manifest.`,
      name,
    );
    return value;
  }
  const resolved = extend(other, base, place, context, notes, depth + 1);
  return resolved === undefined ? value : mergeServices(resolved, value);
}

function fileOf(path: string, from: Value, context: Context): Value | undefined {
  const text = context.readBeside(from.place, path);
  const read = text === undefined ? undefined : readValue(context.beside(from.place.file, path), text);
  if (read === undefined || "problem" in read) return undefined;
  const root = mapTexts(read.value, (each) => context.interpolate(each));
  return get(root, "services") ?? root;
}
