import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";
import { componentTypes } from "../manifest/schema";
import { occurrences } from "./occurrences";
import type { TokenKind } from "./tokenKinds";
import { entryOf } from "./walk";

export interface Token {
  readonly range: Range;
  readonly kind: TokenKind;
  readonly declaration: boolean;
}

/** Components, their types, and what references ask for; only names that exist. In the text's order, none overlapping. */
export function tokens(manifest: Manifest): readonly Token[] {
  const types = new Map(manifest.components.map(({ name, type }) => [name, type]));
  const found: Token[] = [];
  for (const { name, range, role, attribute } of occurrences(manifest)) {
    if (!types.has(name)) continue;
    found.push({ range, kind: "class", declaration: role === "definition" });
    const known = attribute && componentTypes.get(types.get(name) ?? "")?.attributes.has(attribute.name);
    if (attribute && known) found.push({ range: attribute.range, kind: "property", declaration: false });
  }
  const components = entryOf(manifest.root, "components")?.value;
  if (components?.kind === "map") {
    for (const { value } of components.entries) {
      const type = entryOf(value, "type")?.value;
      if (type?.kind === "scalar" && componentTypes.has(String(type.value)))
        found.push({ range: type.range, kind: "type", declaration: false });
    }
  }
  return found.filter(({ range }) => range.end > range.start).sort((a, b) => a.range.start - b.range.start);
}
