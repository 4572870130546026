import type { ComponentEntry, Manifest } from "../manifest/manifest";
import type { Path, Range } from "../manifest/problem";
import { parseTemplate } from "../manifest/references";
import { schemaAt } from "../manifest/schema";
import type { Entry, Node, ScalarNode } from "../manifest/syntax/node";

/** What stands at a place in the text. */
export interface Spot {
  readonly path: Path;
  readonly entry: Entry | undefined;
  readonly node: Node | undefined;
  readonly onKey: boolean;
}

/** The name of a component, where it is mentioned or defined. */
export interface Mention {
  readonly name: string;
  readonly range: Range;
  /** In `${{ }}`: what it is asked for. */
  readonly attribute?: { readonly name: string; readonly range: Range };
}

export function spotAt(manifest: Manifest, offset: number): Spot | undefined {
  const path = manifest.pathAt(offset);
  const found = manifest.find(path);
  if (path.length === 0 || found === undefined) return undefined;
  const { entry, node } = found;
  const onKey = entry !== undefined && within(entry.key.range, offset);
  if (!onKey && (node === undefined || !within(node.range, offset))) return undefined;
  return { path, entry, node, onKey };
}

/** The component that is named at the spot: by a key, a connection, a route or a reference. */
export function mentionAt(manifest: Manifest, { path, entry, node, onKey }: Spot, offset: number): Mention | undefined {
  if (onKey)
    return entry && isNameKey(manifest, path) ? { name: String(path.at(-1)), range: inside(entry.key) } : undefined;
  if (node?.kind !== "scalar" || typeof node.value !== "string") return undefined;
  if (schemaOf(manifest, path)?.["x-reference"] !== undefined) return { name: node.value, range: inside(node) };
  return referenceAt(manifest, node, offset);
}

export function componentNamed(manifest: Manifest, name: string): ComponentEntry | undefined {
  return manifest.components.find((component) => component.name === name);
}

export function schemaOf(manifest: Manifest, path: Path): ReturnType<typeof schemaAt> {
  return schemaAt(path, (name) => componentNamed(manifest, name)?.type);
}

/** References read the same in a string's source as in its value, so that every style of string is alike here. */
function referenceAt({ text }: Manifest, { range }: ScalarNode, offset: number): Mention | undefined {
  const source = text.slice(range.start, range.end);
  if (!source.includes("${{")) return undefined;
  for (const part of parseTemplate(source).parts) {
    if (part.kind !== "reference" || !within(part.range, offset - range.start)) continue;
    return {
      name: part.component,
      range: moved(part.componentRange, range.start),
      attribute: { name: part.attribute, range: moved(part.attributeRange, range.start) },
    };
  }
  return undefined;
}

function moved({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

function isNameKey(manifest: Manifest, path: Path): boolean {
  const [first, , third] = path;
  if (path.length === 2) return first === "components" || (first === "canvas" && !String(path[1]).startsWith("$"));
  if (path.length === 4 && first === "environments" && third === "components") return true;
  return schemaOf(manifest, path.slice(0, -1))?.propertyNames?.["x-reference"] !== undefined;
}

/** A scalar without its quotes. */
function inside({ range, style }: ScalarNode): Range {
  const inset = style === "single" || style === "double" ? 1 : 0;
  return { start: range.start + inset, end: range.end - inset };
}

function within({ start, end }: Range, offset: number): boolean {
  return offset >= start && offset <= end;
}
