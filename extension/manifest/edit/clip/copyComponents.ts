import { type Manifest, openManifest, toJson } from "../../manifest";
import type { Entry, Node } from "../../syntax/node";
import { sameJson } from "../difference";
import { keyOf } from "../model";
import { nodeAt } from "../slot";
import { shift, sourcesOf } from "./source";

/**
 * Components as a manifest of their own, for the clipboard: each as it is written, with what environments change of it
 * and where it stands. Names that do not exist are left out; none at all gives the empty text.
 */
export function copyComponents(manifest: Manifest, names: readonly string[]): string {
  const wanted = new Set(names);
  const components = entriesIn(manifest, nodeAt(manifest.root, ["components"]));
  return clipOf(
    manifest,
    components.filter(({ key }) => wanted.has(keyOf(key))),
  );
}

/** The entries as a manifest in one known layout, with the overrides and positions that `manifest` has for them. */
export function clipOf(manifest: Manifest, components: readonly Entry[]): string {
  const clip = write(manifest, components, false);
  const copy = openManifest(clip);
  const read = new Map(entriesIn(copy, nodeAt(copy.root, ["components"])).map((entry) => [keyOf(entry.key), entry]));
  const isSame = components.every(({ key, value }) =>
    sameJson(toJson(copy, read.get(keyOf(key))?.value) ?? null, toJson(manifest, value) ?? null),
  );
  return isSame ? clip : write(manifest, components, true);
}

function write(manifest: Manifest, components: readonly Entry[], alone: boolean): string {
  if (components.length === 0) return "";
  const names = new Set(components.map(({ key }) => keyOf(key)));
  const named = (map: Node | undefined): readonly Entry[] =>
    entriesIn(manifest, map).filter(({ key }) => names.has(keyOf(key)));
  const lines = (entries: readonly Entry[], column: number): readonly string[] =>
    sourcesOf(manifest, entries, alone).flatMap((source) => source.map((line) => shift(line, column)));
  const environments = entriesIn(manifest, nodeAt(manifest.root, ["environments"])).flatMap(({ key, value }) => {
    const environment = manifest.resolve(value);
    const overrides = named(entriesIn(manifest, environment).find((entry) => keyOf(entry.key) === "components")?.value);
    return overrides.length === 0 ? [] : [`  ${keyOf(key)}:`, "    components:", ...lines(overrides, 6)];
  });
  const positions = named(nodeAt(manifest.root, ["canvas"]));
  return [
    "components:",
    ...lines(components, 2),
    ...(environments.length > 0 ? ["environments:", ...environments] : []),
    ...(positions.length > 0 ? ["canvas:", ...lines(positions, 2)] : []),
    "",
  ].join("\n");
}

function entriesIn(manifest: Manifest, node: Node | undefined): readonly Entry[] {
  const map = manifest.resolve(node);
  return map?.kind === "map" ? manifest.entriesOf(map) : [];
}
