import type { Range } from "./problem";
import type { ScalarNode } from "./syntax/node";

/** A stretch of a string, with offsets in that string. */
export type TemplatePartAt = { readonly kind: "text"; readonly text: string; readonly range: Range } | ReferenceAt;

export interface ReferenceAt {
  readonly kind: "reference";
  readonly component: string;
  readonly attribute: string;
  /** Wrapped in `urlencode(...)`. */
  readonly urlencode: boolean;
  /** From `${{` to `}}`. */
  readonly range: Range;
  readonly componentRange: Range;
  readonly attributeRange: Range;
}

export interface TemplateProblem {
  readonly message: string;
  readonly range: Range;
}

export interface ParsedTemplate {
  readonly parts: readonly TemplatePartAt[];
  readonly problems: readonly TemplateProblem[];
}

const inside = /^\s*(?:([A-Za-z]\w*)\s*\(\s*)?([A-Za-z_][\w-]*)\s*\.\s*([A-Za-z_][\w-]*)\s*(\))?\s*$/d;

/**
 * Reads the references in a string: `${{ component.attribute }}` and `${{ urlencode(component.attribute) }}`.
 * Whether these exist is not asked here. What cannot be read is a problem, and left out of the parts.
 */
export function parseTemplate(text: string): ParsedTemplate {
  const parts: TemplatePartAt[] = [];
  const problems: TemplateProblem[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("${{", at);
    const end = open === -1 ? text.length : open;
    if (end > at) parts.push({ kind: "text", text: text.slice(at, end), range: { start: at, end } });
    if (open === -1) break;
    const close = text.indexOf("}}", open + 3);
    if (close === -1) {
      const message = "This reference is never closed. Write `}}` behind it.";
      problems.push({ message, range: { start: open, end: text.length } });
      break;
    }
    at = close + 2;
    const range = { start: open, end: at };
    const read = readReference(text.slice(open + 3, close), open + 3, range);
    if (typeof read === "string") problems.push({ message: read, range });
    else parts.push(read);
  }
  return { parts, problems };
}

function readReference(content: string, offset: number, range: Range): ReferenceAt | string {
  const match = inside.exec(content);
  const [, name, component, attribute, closing] = match ?? [];
  const at = (index: number): Range => {
    const [start, end] = match?.indices?.[index] ?? [0, 0];
    return { start: offset + start, end: offset + end };
  };
  if (component === undefined || attribute === undefined || (name === undefined) !== (closing === undefined)) {
    return content.trim() === ""
      ? "This reference is empty. Write `${{ component.attribute }}`."
      : "This is no reference. Write `${{ component.attribute }}` or `${{ urlencode(component.attribute) }}`.";
  }
  if (name !== undefined && name !== "urlencode")
    return `There is no function \`${name}\`. The only one is \`urlencode\`.`;
  return {
    kind: "reference",
    component,
    attribute,
    urlencode: name !== undefined,
    range,
    componentRange: at(2),
    attributeRange: at(3),
  };
}

/**
 * Where a stretch of a scalar's value stands in the text that the scalar's range counts in. Where a line break or an
 * escape of several characters makes that unclear, it is the whole scalar.
 */
export function rangeInScalar(scalar: ScalarNode, text: string, inner: Range): Range {
  const source = text.slice(scalar.range.start, scalar.range.end);
  const start = sourceOffset(source, scalar.style, inner.start);
  const end = sourceOffset(source, scalar.style, inner.end);
  if (start === undefined || end === undefined) return scalar.range;
  return { start: scalar.range.start + start, end: scalar.range.start + end };
}

/** The place in a scalar's value that an offset in the text means; undefined where that is unclear. */
export function indexInScalar(scalar: ScalarNode, text: string, offset: number): number | undefined {
  const source = text.slice(scalar.range.start, scalar.range.end);
  const length = String(scalar.value ?? "").length;
  const wanted = offset - scalar.range.start;
  for (let index = 0; index <= length; index++) {
    const place = sourceOffset(source, scalar.style, index);
    if (place === undefined) return undefined;
    if (place >= wanted) return index;
  }
  return length;
}

function sourceOffset(source: string, style: ScalarNode["style"], index: number): number | undefined {
  if (style === "literal" || style === "folded" || source.includes("\n")) return undefined;
  if (style === "plain") return index;
  let offset = 1;
  for (let passed = 0; passed < index; passed++) {
    const character = source[offset];
    if (style === "single") offset += character === "'" ? 2 : 1;
    else if (character === "\\") {
      // `\x41`, `é` and `\U0001f600`; the last can be two code units.
      const digits = { x: 2, u: 4, U: 8 }[source[offset + 1] ?? ""] ?? 0;
      if (digits === 8) return undefined;
      offset += 2 + digits;
    } else offset++;
  }
  return offset;
}
