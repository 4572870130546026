import { Composer, type Document, Lexer, Parser, Schema } from "yaml";
import { t } from "../l10n";
import { type Problem, shortened } from "../problem";
import type { Chunk } from "./chunk";
import { convert } from "./convert";
import { countTokens, limits } from "./limits";
import { tooDeepAt } from "./nesting";
import type { Node } from "./node";
import { readPlain } from "./plain/readPlain";
import { syntaxProblems } from "./syntaxProblems";

/**
 * Parses a stretch of text by itself. Never throws: what cannot be read is a problem, and the rest is kept.
 * @param entry it is one entry of a map, so that a lone word is a key that waits for its colon
 * @param allowance how many tokens may be given to the `yaml` package, which is for what is not plain
 */
export function parseChunk(text: string, entry: boolean, allowance: number): Chunk {
  const plain = readPlain(text);
  if (typeof plain !== "number" && !(entry && isSeveral(plain.root))) {
    return { text, ...plain, bare: false, effort: 0 };
  }
  const effort = overhead + countTokens(text);
  if (effort > allowance)
    return refused(text, tooMuch(typeof plain === "number" ? plain : 0), Number.POSITIVE_INFINITY);
  return parseWhole(text, entry, effort);
}

/** What beginning with a text costs the package, in tokens. */
const overhead = 10;

const isSeveral = (root: Node): boolean =>
  root.kind !== "map" || root.entries.length !== 1 || root.anchor !== undefined;

/** The same with the `yaml` package. */
export function parseWhole(text: string, entry: boolean, effort: number): Chunk {
  const tokens = [...new Lexer().lex(text)];
  const deep = tooDeepAt(tokens, limits.depth);
  if (deep !== undefined) return refused(text, tooDeep(deep), effort);
  const document = compose(tokens, text.length);
  const converted = convert(document.contents, text);
  const problems = syntaxProblems(document, converted.unclosed, text);
  problems.push(...converted.problems);
  const { anchors, aliases } = converted;
  let root = converted.root;
  const bare = entry && root?.kind === "scalar";
  if (entry && root !== undefined) {
    const first = firstEntry(root, text);
    const excess = root.kind === "map" && first !== root;
    if (problems.length === 0 && (excess || root.kind !== "map")) {
      problems.push(excess ? misplaced(root) : missingColon(root));
    }
    root = first;
  }
  return { text, root, problems, anchors, aliases, bare, effort };
}

let known: Schema | undefined;

/** It never changes: only with known tags resolved would the package add those it meets. Made when it is first used. */
function coreSchema(): Schema {
  known ??= new Schema({ schema: "core", merge: false, resolveKnownTags: false });
  return known;
}

function compose(tokens: readonly string[], length: number): Document.Parsed {
  const parser = new Parser();
  const composer = new Composer({
    schema: coreSchema(),
    keepSourceTokens: false,
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
    logLevel: "silent",
  });
  function* cst() {
    for (const token of tokens) yield* parser.next(token);
    yield* parser.end();
  }
  const [first] = composer.compose(cst(), true, length);
  if (first === undefined) throw new Error("a forced composer always gives a document");
  return first as Document.Parsed;
}

function refused(text: string, problem: Problem, effort: number): Chunk {
  return { text, root: undefined, problems: [problem], anchors: [], aliases: [], bare: false, effort };
}

function tooDeep(offset: number): Problem {
  return {
    code: "too-deep",
    severity: "error",
    message: t`Maps and lists are more than ${limits.depth} levels deep here. A manifest needs about ten.`,
    range: { start: offset, end: offset + 1 },
  };
}

function tooMuch(offset: number): Problem {
  return {
    code: "too-large",
    severity: "error",
    message: t`Something unusual begins here, or a mistake, and too much stands around it to be looked at as a whole: of what is not plain YAML, a manifest can have about ${limits.effort} keys, values and marks.`,
    range: { start: offset, end: offset + 1 },
  };
}

function missingColon(node: Node): Problem {
  return {
    code: "yaml-syntax",
    severity: "error",
    message:
      node.kind === "scalar"
        ? t`\`${shortened(String(node.value))}\` needs a colon and a value.`
        : t`Expected \`key: value\`.`,
    range: node.range,
    data: { reason: "MISSING_CHAR" },
  };
}

/** The chunk's one entry: what stands beside it came there by a property or a tab where the key should begin. */
function firstEntry(node: Node, text: string): Node | undefined {
  if (node.kind === "map") {
    const [entry, ...others] = node.entries;
    if (node.anchor !== undefined || entry === undefined) return undefined;
    return others.length === 0 ? node : { ...node, entries: [entry], range: entry.range };
  }
  if (node.kind !== "scalar" || text.slice(node.range.start, node.range.end).includes("\n")) return undefined;
  const key = { ...node, value: String(node.value) };
  return { kind: "map", flow: false, range: node.range, entries: [{ key, value: undefined, range: node.range }] };
}

function misplaced(map: Node): Problem {
  const range = map.kind === "map" ? (map.entries[0]?.key.range ?? map.range) : map.range;
  return {
    code: "yaml-syntax",
    severity: "error",
    message: t`A key is missing in front of this. Anchors and tags stand between a key's colon and its value.`,
    range,
    data: { reason: "BAD_PROP_ORDER" },
  };
}
