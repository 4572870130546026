import type { ScalarStyle } from "../syntax/node";
import type { Layout } from "./layout";
import type { MapModel, Model } from "./model";
import { writeLiteral, writeScalar } from "./scalar";

/** A value as text: what stands behind the colon or dash, and the lines below, indented. One of them can be absent. */
export interface Rendered {
  readonly first?: string | undefined;
  readonly lines: readonly string[];
}

export interface RenderPlace {
  readonly layout: Layout;
  /** The column of the key or dash that the value belongs to. */
  readonly column: number;
  readonly key?: string | undefined;
  /** In a list, a small map stays on its line. */
  readonly inList: boolean;
  /** The style of the value that it takes the place of. */
  readonly flow?: boolean | undefined;
  readonly prefer?: ScalarStyle | undefined;
}

const widest = 80;

/** A value for a block map or list. */
export function renderBlock(value: Model, place: RenderPlace): Rendered {
  const { layout, column } = place;
  const literal = literalOf(value, place);
  if (literal !== undefined) {
    const pad = " ".repeat(column + layout.step);
    return { first: literal[0], lines: literal.slice(1).map((line) => (line === "" ? "" : pad + line)) };
  }
  const inline = inlineOf(value, place);
  if (inline !== undefined) return { first: inline, lines: [] };
  if (value.kind === "sequence") {
    const dash = place.inList ? column + 2 : column + layout.listStep;
    return { lines: value.items.flatMap((item) => renderItem(item, layout, dash)) };
  }
  if (value.kind !== "map") return { first: renderFlow(value, layout), lines: [] };
  const inner = place.inList ? column + 2 : column + layout.step;
  return { lines: value.entries.flatMap((entry) => renderEntry(entry, layout, inner)) };
}

/** The lines of an entry of a block map whose keys stand at `column`. */
export function renderEntry(
  { key, value, source }: MapModel["entries"][number],
  layout: Layout,
  column: number,
  keyStyle?: ScalarStyle,
): readonly string[] {
  if (source !== undefined) return source.map((line) => (line === "" ? "" : " ".repeat(column) + line));
  const { first, lines } = renderBlock(value, { layout, column, key, inList: false });
  const head = `${" ".repeat(column)}${renderKey(key, false, keyStyle)}:`;
  return [first === undefined ? head : `${head} ${first}`, ...lines];
}

/** The lines of an item of a block list whose dashes stand at `column`. */
export function renderItem(value: Model, layout: Layout, column: number, flow?: boolean): readonly string[] {
  const { first, lines } = renderBlock(value, { layout, column, inList: true, flow });
  const head = `${" ".repeat(column)}- `;
  if (first !== undefined) return [head + first, ...lines];
  const [start = "", ...rest] = lines;
  return [head + start.trimStart(), ...rest];
}

/** A value on one line, as it stands inside `{}` or `[]` or behind a key. */
export function renderFlow(value: Model, layout: Layout, quoted = false): string {
  switch (value.kind) {
    case "alias":
      return `*${value.name}`;
    case "scalar":
      return writeScalar(value.value, { flow: true, prefer: quoted ? "double" : undefined });
    case "sequence":
      return wrap(
        "[]",
        value.items.map((item) => renderFlow(item, layout, quoted)),
        layout.spacedBrackets,
      );
    case "map":
      return wrap(
        "{}",
        value.entries.map((entry) => renderFlowEntry(entry, layout, quoted)),
        layout.spacedBraces,
      );
  }
}

/** An entry inside `{}`; `quoted` as in a file that is JSON. */
export function renderFlowEntry(entry: MapModel["entries"][number], layout: Layout, quoted = false): string {
  // Without the space, `*name:` would be read as an alias with a colon in its name.
  return `${renderKey(entry.key, true, quoted ? "double" : undefined)}: ${renderFlow(entry.value, layout, quoted)}`;
}

function renderKey(key: string, flow: boolean, prefer?: ScalarStyle): string {
  return key === "<<" ? key : writeScalar(key, { flow, prefer });
}

function wrap(
  [open = "", close = ""]: Iterable<string> & { [index: number]: string },
  items: string[],
  spaced: boolean,
): string {
  const space = spaced && items.length > 0 ? " " : "";
  return open + space + items.join(", ") + space + close;
}

function literalOf(value: Model, { prefer }: RenderPlace): readonly string[] | undefined {
  if (value.kind !== "scalar" || typeof value.value !== "string") return undefined;
  return prefer === "double" || prefer === "single" ? undefined : writeLiteral(value.value);
}

/** On one line where people would write it so: scalars, short lists of them, small maps in lists. */
function inlineOf(value: Model, place: RenderPlace): string | undefined {
  const { layout, column, key = "" } = place;
  if (value.kind === "scalar") return writeScalar(value.value, { flow: false, prefer: place.prefer });
  if (value.kind === "alias") return `*${value.name}`;
  const children = value.kind === "map" ? value.entries.map((entry) => entry.value) : value.items;
  if (children.length === 0) return value.kind === "map" ? "{}" : "[]";
  const text = renderFlow(value, layout);
  const wanted = place.flow ?? layout.flowOf(key);
  if (wanted !== undefined) return wanted ? text : undefined;
  const flat = children.every(({ kind }) => kind === "scalar") && column + key.length + text.length + 2 <= widest;
  return flat && (value.kind === "sequence" || place.inList) ? text : undefined;
}
