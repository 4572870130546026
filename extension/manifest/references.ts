import { t } from "./l10n";
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
      const message = t`This reference is never closed. Write \`}}\` behind it.`;
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
      ? t`This reference is empty. Write \`\${{ component.attribute }}\`.`
      : t`This is no reference. Write \`\${{ component.attribute }}\` or \`\${{ urlencode(component.attribute) }}\`.`;
  }
  if (name !== undefined && name !== "urlencode")
    return t`There is no function \`${name}\`. The only one is \`urlencode\`.`;
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
 * Translates between places in a scalar's value and in the text that the scalar's range counts in. Undefined where line
 * breaks make that unclear: in block scalars and those of several lines.
 */
export class ScalarMap {
  /** For each index of the value, its offset in the text. */
  readonly #offsets: Uint32Array;

  private constructor(offsets: Uint32Array) {
    this.#offsets = offsets;
  }

  static of(scalar: ScalarNode, text: string): ScalarMap | undefined {
    const { style, range } = scalar;
    const length = String(scalar.value ?? "").length;
    const offsets = new Uint32Array(length + 1);
    let offset = style === "plain" ? range.start : range.start + 1;
    if (style === "literal" || style === "folded") return undefined;
    for (let index = 0; index <= length; index++) {
      offsets[index] = offset;
      const character = text[offset];
      if (index < length && (character === "\n" || character === "\r")) return undefined;
      if (style === "single" && character === "'") offset += 2;
      else if (style === "double" && character === "\\") {
        const kind = text[offset + 1] ?? "";
        // `\U0001f600` is two code units of the value; a line break behind a backslash is none.
        if (kind === "U" || kind === "\n" || kind === "\r") return undefined;
        offset += 2 + (kind === "x" ? 2 : kind === "u" ? 4 : 0);
      } else offset++;
    }
    return new ScalarMap(offsets);
  }

  /** The stretch of the text for a stretch of the value. */
  range({ start, end }: Range): Range {
    return { start: this.#offsets[start] ?? 0, end: this.#offsets[end] ?? 0 };
  }

  /** The place in the value for an offset in the text. */
  index(offset: number): number {
    const found = this.#offsets.findIndex((place) => place >= offset);
    return found === -1 ? this.#offsets.length - 1 : found;
  }
}
