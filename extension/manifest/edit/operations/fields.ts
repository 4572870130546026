import { t } from "../../l10n";
import { type Manifest, toJson } from "../../manifest";
import { whole } from "../../model/values";
import type { Path } from "../../problem";
import { alternatives, type Schema, schemaAt } from "../../schema";
import type { Change } from "../change";
import { erase, requireOwn } from "../erase";
import type { Json, Operation } from "../operation";
import { refuse } from "../refusal";
import { nodeAt } from "../slot";
import { within, write } from "../write";
import { componentOf } from "./names";

type Field = { readonly component: string; readonly path: Path; readonly environment?: string };

export function setField(manifest: Manifest, operation: Operation & { readonly kind: "setField" }): readonly Change[] {
  componentOf(manifest, operation.component);
  return setValue(manifest, pathOf(operation), operation.value);
}

/** How much of a path is never left out: `components.<name>` and `environments.<name>`. */
const stays = 2;

/** In an environment, the empty parents go up to the environment itself: it stays, since it is a stack of its own. */
export function removeField(
  manifest: Manifest,
  operation: Operation & { readonly kind: "removeField" },
): readonly Change[] {
  componentOf(manifest, operation.component);
  const path = shortened(manifest, pathOf(operation));
  requireOwn(manifest, path);
  return erase(manifest, [path], { prune: (parent) => parent.length > stays });
}

export function setValue(manifest: Manifest, path: Path, value: Json): readonly Change[] {
  if (value === null) return refuse(t`A field is removed rather than set to nothing.`);
  if (path.length === 0) return refuse(t`The manifest as a whole cannot be replaced.`);
  return [...expanded(manifest, path, value), ...giveWay(manifest, path)];
}

/** Below a text that stands for a map, the map is written. */
function expanded(manifest: Manifest, path: Path, value: Json): readonly Change[] {
  const field = fieldIn(path);
  const node = nodeAt(manifest.root, field);
  const schema = schemaFor(manifest, field);
  if (schema?.["x-short"] === undefined || field.length === path.length || node?.kind !== "scalar") {
    return write(manifest, path, value);
  }
  const map = whole(toJson(manifest, node), schema);
  return write(manifest, field, within(map, path.slice(field.length), value));
}

/** What stands in a text for a map goes with the text. */
function shortened(manifest: Manifest, path: Path): Path {
  const field = fieldIn(path);
  const isShort = schemaFor(manifest, field)?.["x-short"] === path.at(-1) && path.length === field.length + 1;
  return isShort && nodeAt(manifest.root, field)?.kind === "scalar" ? field : path;
}

/** Of keys that exclude each other, the one that is written takes the place of the one that stands there. */
function giveWay(manifest: Manifest, path: Path): readonly Change[] {
  const field = fieldIn(path);
  const owner = field.slice(0, -1);
  const choices = alternatives(schemaFor(manifest, owner));
  if (!choices.includes(String(field.at(-1)))) return [];
  const others = choices.filter((key) => key !== field.at(-1)).map((key) => [...owner, key]);
  const there = others.filter((other) => nodeAt(manifest.root, other) !== undefined);
  return there.length === 0 ? [] : [{ kind: "remove", paths: there }];
}

/** The component's field that a path leads to or into. */
const fieldIn = (path: Path): Path => path.slice(0, path[0] === "environments" ? 5 : 3);

function schemaFor(manifest: Manifest, path: Path): Schema | undefined {
  return schemaAt(path, (name) => manifest.components.find((component) => component.name === name)?.type);
}

/** What is empty afterwards stays, but for what the canvas alone has written. */
export function removeValue(manifest: Manifest, path: Path): readonly Change[] {
  if (path.length === 0) return refuse(t`The manifest as a whole cannot be removed.`);
  requireOwn(manifest, path);
  return erase(manifest, [path], { prune: (parent) => parent[0] === "canvas" });
}

function pathOf({ component, path, environment }: Field): Path {
  if (path.length === 0) return refuse(t`A field needs a name.`);
  if (environment === undefined) return ["components", component, ...path];
  return ["environments", environment, "components", component, ...path];
}
