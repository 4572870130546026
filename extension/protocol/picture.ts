import type { Json } from "../manifest/edit/operation";
import { jsonAt } from "../manifest/jsonAt";
import { type Manifest, toJson } from "../manifest/manifest";
import { unreadable } from "../manifest/problem";
import { manifestSchema } from "../manifest/schema";
import { type Drawn, edgesOf } from "./edges";
import type { Picture, PictureComponent, PictureEdited } from "./messages";
import { onCanvas, positionOf } from "./onCanvas";
import { problemsOf } from "./pictureProblems";
import { type PriceOptions, priceOfAll, priceOfComponent } from "./price";
import { isMap, type JsonMap, summarize } from "./summary";

export interface DrawOptions {
  /** The text document's version. */
  readonly version: number;
  /** The chosen one; when the manifest has no such environment, its first. */
  readonly environment?: string | undefined;
  readonly editable: boolean;
  readonly deploy: Picture["deploy"];
  /** What differs from the last deployment of the chosen environment, when there was one. */
  readonly edited?: PictureEdited | undefined;
  /** What it costs, as far as that is known. */
  readonly price?: PriceOptions | undefined;
  /** The picture before this one: its components and edges stay while the text cannot be read. */
  readonly previous?: Picture | undefined;
}

/** What the canvas shows of a manifest, in one of its environments. Never throws. */
export function draw(manifest: Manifest, options: DrawOptions): Picture {
  const { version, editable, deploy, previous } = options;
  const readable = manifest.readable || isBlank(manifest, previous);
  const state = { version, editable, deploy, readable, problems: problemsOf(manifest) };
  if (!readable && previous !== undefined) return { ...previous, ...state };
  const { environments } = manifest;
  const environment = environments.find((name) => name === options.environment) ?? environments[0] ?? "default";
  const overrides = mapAt(manifest, ["environments", environment, "components"]);
  const canvas = mapAt(manifest, ["canvas"]);
  const drawn: Drawn[] = [];
  const components = manifest.components.map(({ name, type, value }): PictureComponent => {
    const fields = mapOf(toJson(manifest, value));
    const override = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
    const merged = isMap(override) ? merge(fields, override) : fields;
    const position = Object.hasOwn(canvas, name) ? positionOf(canvas[name]) : undefined;
    drawn.push({ name, fields: merged });
    const price = options.price && priceOfComponent(options.price, { name });
    return {
      name,
      type: type ?? "",
      summary: summarize(type ?? "", merged),
      ...(position && { position }),
      fields,
      ...(isMap(override) && { override }),
      ...(price && { price }),
    };
  });
  const region = regionOf(manifest, environment);
  return {
    ...state,
    name: textAt(manifest, ["name"]) ?? "",
    ...(region !== undefined && { region }),
    environments,
    environment,
    settings: settingsOf(manifest),
    components,
    edges: edgesOf(drawn),
    ...onCanvas(canvas, new Set(components.map(({ name }) => name))),
    ...(options.price && { price: priceOfAll(options.price) }),
    ...(options.edited && { edited: options.edited }),
  };
}

/**
 * Nobody has written components yet. Settings alone count only when there were no components a moment ago: somebody may
 * be in the middle of typing. An empty text has nothing that a picture could keep.
 */
function isBlank(manifest: Manifest, previous: Picture | undefined): boolean {
  if (manifest.problems.some(({ code }) => unreadable.has(code))) return false;
  const root = manifest.resolve(manifest.root);
  if (isEmpty(root)) return true;
  if (root?.kind !== "map" || (previous?.components.length ?? 0) > 0) return false;
  return isEmpty(manifest.resolve(manifest.find(["components"])?.node));
}

function isEmpty(node: ReturnType<Manifest["resolve"]>): boolean {
  return node === undefined || (node.kind === "scalar" && node.value === null);
}

/** An environment's override laid over the base: maps key by key, all else replaced. */
function merge(base: JsonMap, override: JsonMap): JsonMap {
  const merged: { [key: string]: Json } = Object.assign(Object.create(null), base);
  for (const [key, value] of Object.entries(override)) {
    const old = base[key];
    merged[key] = isMap(old) && isMap(value) ? merge(old, value) : value;
  }
  return merged;
}

function settingsOf(manifest: Manifest): JsonMap {
  const root = manifest.resolve(manifest.root);
  const settings = (root?.kind === "map" ? manifest.entriesOf(root) : []).flatMap(
    ({ key, value }): [string, Json][] => {
      const name = String(key.value);
      if (name === "components" || name === "canvas") return [];
      const json = toJson(manifest, value) ?? null;
      return [[name, name === "environments" && isMap(json) ? withoutOverrides(json) : json]];
    },
  );
  return Object.fromEntries(settings);
}

function withoutOverrides(environments: JsonMap): JsonMap {
  const entries = Object.entries(environments).map(([name, environment]): [string, Json] => {
    if (!isMap(environment)) return [name, {}];
    const { components: _, ...own } = environment;
    return [name, own];
  });
  return Object.fromEntries(entries);
}

function regionOf(manifest: Manifest, environment: string): string | undefined {
  const own = jsonAt(manifest, ["environments", environment, "region"]);
  const written = own ?? jsonAt(manifest, ["region"]) ?? manifestSchema.properties?.["region"]?.default;
  return typeof written === "string" ? written : undefined;
}

function textAt(manifest: Manifest, path: readonly string[]): string | undefined {
  const json = jsonAt(manifest, path);
  return typeof json === "string" || typeof json === "number" ? String(json) : undefined;
}

function mapAt(manifest: Manifest, path: readonly string[]): JsonMap {
  return mapOf(jsonAt(manifest, path));
}

function mapOf(json: Json | undefined): JsonMap {
  return isMap(json) ? json : Object.create(null);
}
