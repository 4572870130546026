import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";
import type { Entry, Node } from "../manifest/syntax/node";

export type OutlineKind = "section" | "component" | "environment" | "field";

export interface OutlineItem {
  readonly name: string;
  /** Beside the name: a component's type, a field's value. */
  readonly detail?: string;
  readonly kind: OutlineKind;
  readonly range: Range;
  /** Within `range`. */
  readonly selection: Range;
  readonly children: readonly OutlineItem[];
}

/** Enough for every field of a component; what lies deeper is found in the text. */
const deepest = 3;
const longest = 60;

/** The manifest's sections, components and their fields, in the text's order. */
export function outline(manifest: Manifest): readonly OutlineItem[] {
  const types = new Map(manifest.components.map(({ name, type }) => [name, type]));
  const visit = (entry: Entry, above: readonly string[]): OutlineItem => {
    const name = String(entry.key.value);
    const path = [...above, name];
    const kind = kindOf(path);
    const detail = kind === "component" ? types.get(name) : detailOf(entry.value);
    const inner = path.length < deepest && entry.value?.kind === "map" ? entry.value.entries : [];
    return {
      // The editor refuses an item without a name.
      name: name === "" ? '""' : name,
      ...(detail !== undefined && { detail }),
      kind,
      range: entry.range,
      selection: entry.key.range,
      children: inner.map((child) => visit(child, path)),
    };
  };
  return manifest.root?.kind === "map" ? manifest.root.entries.map((entry) => visit(entry, [])) : [];
}

function kindOf([first, ...rest]: readonly string[]): OutlineKind {
  if (rest.length === 0) return "section";
  if (rest.length > 1) return "field";
  return first === "components" ? "component" : first === "environments" ? "environment" : "field";
}

function detailOf(node: Node | undefined): string | undefined {
  if (node?.kind === "alias") return `*${node.name}`;
  if (node?.kind !== "scalar" || node.value === null) return undefined;
  const [line = ""] = String(node.value)
    .slice(0, longest + 1)
    .split("\n");
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
