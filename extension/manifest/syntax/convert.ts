import { type Alias, isAlias, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import type { Problem, Range } from "../problem";
import { duplicateKeys } from "./duplicateKeys";
import type { AliasNode, Entry, Node, ScalarNode, ScalarStyle } from "./node";

/** The parts of a tree that was converted, in the text's order. */
export interface Converted {
  readonly root: Node | undefined;
  readonly anchors: readonly Node[];
  readonly aliases: readonly AliasNode[];
  /** Quotes and brackets that nothing closes: from the opening one to the end of its line. */
  readonly unclosed: readonly Range[];
  readonly problems: readonly Problem[];
}

/** Turns what the `yaml` package composed into our nodes. It recurses; the depth is limited before. */
export function convert(contents: unknown, text: string): Converted {
  const anchors: Node[] = [];
  const aliases: AliasNode[] = [];
  const unclosed: Range[] = [];
  const problems: Problem[] = [];

  function node(value: unknown): Node | undefined {
    // The place in `anchors` is taken before what is inside the node takes one.
    const anchored = hasAnchor(value) ? anchors.push(nothing) - 1 : undefined;
    const result = convertNode(value);
    if (anchored !== undefined && result !== undefined) anchors[anchored] = result;
    return result;
  }

  function convertNode(value: unknown): Node | undefined {
    if (isAlias(value)) return alias(value);
    if (isScalar(value)) return scalar(value);
    if (isSeq(value)) return sequence(value);
    return isMap(value) ? map(value) : undefined;
  }

  function alias(value: Alias): Node {
    const result: AliasNode = { kind: "alias", name: value.source, range: rangeOf(value, text) };
    aliases.push(result);
    return result;
  }

  function scalar(value: Scalar): ScalarNode {
    const range = rangeOf(value, text);
    const style = styleOf(value);
    const quote = style === "double" ? '"' : style === "single" ? "'" : undefined;
    if (quote !== undefined && (range.end - range.start < 2 || text[range.end - 1] !== quote)) {
      unclosed.push(toLineEnd(range.start, text));
    }
    return { kind: "scalar", value: plainValue(value.value), style, range, ...anchorOf(value) };
  }

  function sequence(value: YAMLSeq): Node {
    const range = rangeOf(value, text);
    const flow = value.flow === true;
    if (flow) checkClosed(range, "]");
    const items = value.items.map((item) => (isPair(item) ? pairMap(item) : (node(item) ?? emptyAt(range.end))));
    return { kind: "sequence", flow, items, range: shrunk(range, flow, items.at(-1)?.range), ...anchorOf(value) };
  }

  function map(value: YAMLMap): Node {
    const range = rangeOf(value, text);
    const flow = value.flow === true;
    if (flow && text[range.start] === "{") checkClosed(range, "}");
    const entries = value.items.flatMap((pair) => entry(pair) ?? []);
    problems.push(...duplicateKeys(entries));
    return { kind: "map", flow, entries, range: shrunk(range, flow, entries.at(-1)?.range), ...anchorOf(value) };
  }

  /** `[a: 1]`, where the package does not make a map of it. */
  function pairMap(pair: Pair): Node {
    const found = entry(pair);
    const range = found?.range ?? { start: 0, end: 0 };
    return { kind: "map", flow: true, entries: found ? [found] : [], range };
  }

  function entry(pair: Pair): Entry | undefined {
    const found = node(pair.key);
    if (found === undefined) return undefined;
    const key = found.kind === "scalar" ? { ...found, value: String(found.value ?? "") } : sourceKey(found);
    if (found.anchor !== undefined) anchors[anchors.lastIndexOf(found)] = key;
    const value = isUnwritten(pair.value) ? undefined : node(pair.value);
    const end = Math.max(value?.range.end ?? 0, behindColon(key.range.end, text));
    return { key, value, range: { start: key.range.start, end } };
  }

  /** A list, a map or an alias as a key, which the package has complained of. */
  function sourceKey({ range }: Node): ScalarNode {
    return { kind: "scalar", style: "plain", range, value: text.slice(range.start, range.end) };
  }

  function checkClosed(range: Range, bracket: string): void {
    if (range.end - range.start < 2 || text[range.end - 1] !== bracket) unclosed.push(toLineEnd(range.start, text));
  }

  const root = isUnwritten(contents) ? undefined : node(contents);
  return { root, anchors: anchors.filter((found) => found !== nothing), aliases, unclosed, problems };
}

const nothing: Node = { kind: "scalar", style: "plain", value: null, range: { start: 0, end: 0 } };

const emptyAt = (offset: number): Node => ({ ...nothing, range: { start: offset, end: offset } }) as Node;

const isPair = (item: unknown): item is Pair => typeof item === "object" && item !== null && "key" in item;

const hasAnchor = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "anchor" in value && Boolean(value.anchor) && !isAlias(value);

const anchorOf = (value: { anchor?: string }): { anchor?: string } => (value.anchor ? { anchor: value.anchor } : {});

/** Nothing stands behind the colon: no value, no anchor, no tag. */
function isUnwritten(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return isScalar(value) && value.range?.[0] === value.range?.[1] && !value.anchor && !value.tag;
}

function rangeOf(value: { range?: readonly [number, number, number] | null | undefined }, text: string): Range {
  const [start = 0, valueEnd = start] = value.range ?? [];
  let end = Math.min(valueEnd, text.length);
  while (end > start && " \t\r\n".includes(text[end - 1] ?? "")) end--;
  return { start, end };
}

/** A block collection ends where its last part does; what follows it are comments. */
function shrunk(range: Range, flow: boolean, last: Range | undefined): Range {
  if (flow || last === undefined) return range;
  return { start: range.start, end: Math.max(last.end, Math.min(range.start + 1, range.end)) };
}

function toLineEnd(start: number, text: string): Range {
  const feed = text.indexOf("\n", start);
  let end = feed === -1 ? text.length : feed;
  if (text[end - 1] === "\r") end--;
  return { start, end: Math.max(end, start + 1) };
}

function behindColon(from: number, text: string): number {
  let index = from;
  while (text[index] === " " || text[index] === "\t") index++;
  return text[index] === ":" ? index + 1 : from;
}

const styles: { readonly [type: string]: ScalarStyle } = {
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

const styleOf = (value: Scalar): ScalarStyle => styles[value.type ?? ""] ?? "plain";

function plainValue(value: unknown): string | number | boolean | null {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? null : String(value);
}
