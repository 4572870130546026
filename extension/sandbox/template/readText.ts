import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Json } from "../state/json";
import { validationError } from "../wire/cloudError";

const MAXIMUM_DEPTH = 100;
/** A template of 51,200 bytes has fewer; more come only from aliases of aliases. */
const MAXIMUM_NODES = 50_000;

function tooDeep(): Error {
  return validationError("Template format error: the template is nested too deeply.");
}

/** `!Ref` and `!Condition` keep their names; every other short form is a function. */
function longForm(tag: string): string {
  const name = tag.slice(1);
  return name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
}

class Converter {
  private nodes = 0;
  /** Anchors met so far. Looking one up in the document instead would walk all of it, for each alias. */
  private readonly anchors = new Map<string, unknown>();

  convert(node: unknown, depth: number): Json {
    this.nodes += 1;
    if (depth > MAXIMUM_DEPTH || this.nodes > MAXIMUM_NODES) {
      throw tooDeep();
    }
    if (!isAlias(node) && isNode(node) && node.anchor) {
      this.anchors.set(node.anchor, node);
    }
    const value = this.plain(node, depth);
    const tag = (node as Node | null)?.tag;
    if (!tag?.startsWith("!") || tag === "!") {
      return value;
    }
    const getAtt = tag === "!GetAtt" && typeof value === "string";
    return { [longForm(tag)]: getAtt ? splitAttribute(value) : value };
  }

  private plain(node: unknown, depth: number): Json {
    if (isAlias(node)) {
      return this.convert(this.anchors.get(node.source), depth + 1);
    }
    if (isMap(node)) {
      const entries = node.items.map((pair): [string, Json] => [
        isScalar(pair.key) ? String(pair.key.value) : String(pair.key),
        this.convert(pair.value, depth + 1),
      ]);
      return Object.fromEntries(entries);
    }
    if (isSeq(node)) {
      return node.items.map((item) => this.convert(item, depth + 1));
    }
    return isScalar(node) ? scalar(node.value) : null;
  }
}

function scalar(value: unknown): Json {
  return typeof value === "string" || typeof value === "boolean" || typeof value === "number" || value === null
    ? value
    : String(value);
}

/** `Logical.Endpoint.Address` is the resource and everything after the first dot. */
export function splitAttribute(text: string): readonly string[] {
  const dot = text.indexOf(".");
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

function readYaml(text: string): Json {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: "silent" });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw validationError(`Template format error: YAML not well-formed. (line ${line}, column ${col})`);
  }
  return new Converter().convert(document.contents, 0);
}

function checkDepth(value: Json, depth = 0): void {
  if (depth > MAXIMUM_DEPTH) {
    throw tooDeep();
  }
  if (typeof value === "object" && value !== null) {
    for (const child of Object.values(value)) {
      checkDepth(child, depth + 1);
    }
  }
}

function readJson(text: string): Json {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    const before = text.slice(0, position === undefined ? text.length : Number(position)).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw validationError(`Template format error: JSON not well-formed. (line ${before.length}, column ${column})`);
  }
  checkDepth(value);
  return value;
}

/** A template's text as plain data, with the short forms of intrinsic functions written out. */
export function readText(text: string): Json {
  try {
    return text.trimStart().startsWith("{") ? readJson(text) : readYaml(text);
  } catch (error) {
    throw error instanceof RangeError ? tooDeep() : error;
  }
}
