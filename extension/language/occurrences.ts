import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";
import { parseTemplate } from "../manifest/references";
import type { Node, ScalarNode } from "../manifest/syntax/node";
import type { Mention } from "./mention";
import { entryOf, walk } from "./walk";

export interface Occurrence extends Mention {
  readonly role: "definition" | "override" | "position" | "member" | "connection" | "route" | "reference";
}

/** Every place that names a component, whether it exists or not; in the text's order. */
export function occurrences(manifest: Manifest): readonly Occurrence[] {
  const { root, text } = manifest;
  const found: Occurrence[] = [];
  const add = (role: Occurrence["role"], node: ScalarNode): void => {
    found.push({ role, name: String(node.value), range: unquoted(node) });
  };
  const keys = (role: Occurrence["role"], map: Node | undefined, inner?: (value: Node | undefined) => void): void => {
    if (map?.kind !== "map") return;
    for (const { key, value } of map.entries) {
      if (key.value !== "<<") add(role, key);
      inner?.(value);
    }
  };
  const component = (node: Node | undefined): void => {
    const connections = entryOf(node, "connections")?.value;
    keys("connection", connections);
    if (connections?.kind === "sequence") for (const item of connections.items) addName(item, "connection", add);
    const routes = entryOf(node, "routes")?.value;
    if (routes?.kind !== "sequence") return;
    for (const route of routes.items) addName(entryOf(route, "to")?.value, "route", add);
  };
  keys("definition", entryOf(root, "components")?.value, component);
  const environments = entryOf(root, "environments")?.value;
  if (environments?.kind === "map")
    for (const { value } of environments.entries) keys("override", entryOf(value, "components")?.value, component);
  const canvas = entryOf(root, "canvas")?.value;
  if (canvas?.kind === "map")
    for (const { key } of canvas.entries) if (!ownKeys.test(String(key.value))) add("position", key);
  const groups = entryOf(canvas, "$groups")?.value;
  if (groups?.kind === "map") {
    for (const { value } of groups.entries) {
      const members = entryOf(value, "components")?.value;
      if (members?.kind === "sequence") for (const item of members.items) addName(item, "member", add);
    }
  }
  if (text.includes("${{")) {
    walk(root, (node) => {
      if (node.kind === "scalar") found.push(...referencesIn(text, node));
    });
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** What is no component's position: merges, and the canvas's own. */
const ownKeys = /^(?:<<$|\$)/;

/** The whole of a string counts, its escapes too: no name has a character that needs one. */
function referencesIn(text: string, node: Node): readonly Occurrence[] {
  if (node.kind !== "scalar" || typeof node.value !== "string" || !node.value.includes("${{")) return [];
  const { start } = node.range;
  const moved = (range: Range): Range => ({ start: start + range.start, end: start + range.end });
  return parseTemplate(text.slice(start, node.range.end)).parts.flatMap((part) =>
    part.kind === "reference"
      ? [
          {
            role: "reference",
            name: part.component,
            range: moved(part.componentRange),
            attribute: { name: part.attribute, range: moved(part.attributeRange) },
          },
        ]
      : [],
  );
}

function addName(
  node: Node | undefined,
  role: Occurrence["role"],
  add: (role: Occurrence["role"], node: ScalarNode) => void,
): void {
  if (node?.kind === "scalar" && typeof node.value === "string" && node.value !== "") add(role, node);
}

/** A scalar without its quotes. */
export function unquoted({ range, style }: ScalarNode): Range {
  const inset = style === "single" || style === "double" ? 1 : 0;
  return { start: range.start + inset, end: range.end - inset };
}

/** An anchor and every alias that stands for it. */
export interface AnchorUse {
  readonly name: string;
  /** Behind the `&`. */
  readonly definition: Range;
  /** Behind each `*`. */
  readonly uses: readonly Range[];
}

/** The anchor that the cursor is in, at `&name` or at a `*name`. */
export function anchorAt(manifest: Manifest, offset: number): AnchorUse | undefined {
  const { text } = manifest;
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const word = /[&*]([^\s,[\]{}]*)$/.exec(text.slice(lineStart, offset));
  const ahead = /^[&*]?[^\s,[\]{}]*/.exec(text.slice(offset, offset + 200))?.[0] ?? "";
  if (word === null && !/^[&*]/.test(ahead)) return undefined;
  const start = word === null ? offset : lineStart + word.index;
  return anchors(manifest).find(
    ({ definition, uses }) => definition.start === start + 1 || uses.some((use) => use.start === start + 1),
  );
}

function anchors(manifest: Manifest): readonly AnchorUse[] {
  const found: { name: string; definition: Range; uses: Range[] }[] = [];
  walk(manifest.root, (node) => {
    if (node.kind === "alias") {
      // Each alias stands for the last anchor of its name before it.
      const target = found.findLast(({ name }) => name === node.name);
      target?.uses.push({ start: node.range.start + 1, end: node.range.end });
    } else if (node.anchor !== undefined) {
      const start = manifest.text.lastIndexOf(`&${node.anchor}`, node.range.start) + 1;
      if (start > 0)
        found.push({ name: node.anchor, definition: { start, end: start + node.anchor.length }, uses: [] });
    }
  });
  return found;
}
