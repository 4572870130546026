import { type Manifest, toJson } from "../manifest";
import type { Path } from "../problem";
import type { MapNode, Node } from "../syntax/node";
import type { Change } from "./change";
import { difference } from "./difference";
import { fromJson, keyOf, type Model } from "./model";
import type { Json } from "./operation";
import { refuse } from "./refusal";

/**
 * The changes that put `value` at a path from the root, missing parents made. What comes from elsewhere is never changed
 * there: a field that `<<` brings is written here as well, and a collection behind an alias is extended or copied.
 */
export function write(manifest: Manifest, path: Path, value: Json): readonly Change[] {
  let node = manifest.root;
  for (const [depth, step] of path.entries()) {
    const here = path.slice(0, depth);
    const rest = path.slice(depth);
    if (node === undefined || isNull(node)) return [replacing(here, nested(rest, value))];
    if (node.kind === "alias") return [replacing(here, behindAlias(manifest, node, rest, value))];
    if (node.kind === "scalar") return [replacing(here, nested(rest, value))];
    if (node.kind === "sequence") {
      if (typeof step !== "number") return refuse(`${nameOf(here)} is a list; \`${step}\` cannot be written in it.`);
      if (step > node.items.length) return refuse(`${nameOf(here)} has only ${node.items.length} entries.`);
      if (step === node.items.length) {
        const item = nested(rest.slice(1), value);
        if (step === 0) return [replacing(here, { kind: "sequence", items: [item] })];
        return [{ kind: "insert", path: here, index: step, items: [item] }];
      }
      node = node.items[step];
      continue;
    }
    const key = String(step);
    const own: MapNode["entries"][number] | undefined = node.entries.find((entry) => keyOf(entry.key) === key);
    if (own === undefined) {
      const inherited = manifest.entriesOf(node).find((entry) => keyOf(entry.key) === key);
      const json = inherited === undefined ? undefined : toJson(manifest, inherited.value);
      const entries = [{ key, value: fromJson(within(json, rest.slice(1), value)) }];
      if (node.entries.length === 0) return [replacing(here, { kind: "map", entries })];
      return [{ kind: "append", path: here, entries }];
    }
    node = own.value;
  }
  return difference(manifest, path, node, value);
}

/** JSON with `value` put at a path in it; parents are made, and plain values on the way give way. */
export function within(json: Json | undefined, path: Path, value: Json): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(json) && typeof step === "number" && step <= json.length) {
    const items: Json[] = [...json];
    items[step] = within(items[step], rest, value);
    return items;
  }
  const isMap = typeof json === "object" && json !== null && !Array.isArray(json);
  const entries = isMap ? Object.entries(json) : [];
  const key = String(step);
  const index = entries.findIndex(([name]) => name === key);
  const entry: [string, Json] = [key, within(entries[index]?.[1], rest, value)];
  return Object.fromEntries(index < 0 ? [...entries, entry] : entries.with(index, entry));
}

/** What to write instead of an alias. A map keeps following its source for all but the one field. */
function behindAlias(manifest: Manifest, alias: Node & { kind: "alias" }, rest: Path, value: Json): Model {
  const [step, ...deeper] = rest;
  const target = manifest.resolve(alias);
  if (target?.kind !== "map" || typeof step !== "string") {
    return fromJson(within(toJson(manifest, alias), rest, value));
  }
  const inherited = manifest.entriesOf(target).find((entry) => keyOf(entry.key) === step);
  const json = inherited === undefined ? undefined : toJson(manifest, inherited.value);
  return {
    kind: "map",
    entries: [
      { key: "<<", value: { kind: "alias", name: alias.name } },
      { key: step, value: fromJson(within(json, deeper, value)) },
    ],
  };
}

function nested(path: Path, value: Json): Model {
  return fromJson(within(undefined, path, value));
}

function replacing(path: Path, value: Model): Change {
  return { kind: "replace", values: [{ path, value }] };
}

function isNull(node: Node): boolean {
  return node.kind === "scalar" && node.value === null;
}

/** A path as a person would point at it. */
export function nameOf(path: Path): string {
  return path.length === 0 ? "The manifest" : `\`${path.join(".")}\``;
}
