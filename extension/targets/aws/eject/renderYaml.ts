import type { Value } from "../template";

/**
 * A template as YAML that a person can read: block style, and text in quotes wherever YAML could take it for something
 * else. `comments` stand above an entry, by its path in the document (`Resources.DbInstance`).
 */
export function renderYaml(document: Readonly<Record<string, unknown>>, comments: ReadonlyMap<string, string>): string {
  const sections = Object.entries(document).map(([key, value]) => entry(key, value as Value, key, 0, comments));
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

type Comments = ReadonlyMap<string, string>;

function entry(key: string, value: Value, path: string, depth: number, comments: Comments): string[] {
  const indent = "  ".repeat(depth);
  const comment = comments.get(path);
  const above = comment === undefined ? [] : ["", ...comment.split("\n").map((line) => `${indent}# ${line}`.trimEnd())];
  const name = `${indent}${scalar(key)}:`;
  const block = typeof value === "string" ? literal(value, depth + 1) : undefined;
  if (block !== undefined) return [...above, `${name} ${block[0]}`, ...block.slice(1)];
  if (!isNested(value)) return [...above, `${name} ${scalar(value)}`];
  return [...above, name, ...nested(value, path, depth + 1, comments)];
}

function nested(value: Value, path: string, depth: number, comments: Comments): string[] {
  if (Array.isArray(value)) return (value as readonly Value[]).flatMap((item) => listItem(item, path, depth, comments));
  return Object.entries(value as { readonly [key: string]: Value }).flatMap(([key, inner]) =>
    entry(key, inner, `${path}.${key}`, depth, comments),
  );
}

/** A list's item begins on the line of its dash. */
function listItem(item: Value, path: string, depth: number, comments: Comments): string[] {
  const indent = "  ".repeat(depth);
  if (!isNested(item)) return [`${indent}- ${scalar(item)}`];
  const [first = "", ...rest] = nested(item, path, depth + 1, comments);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

function isNested(value: Value): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

function scalar(value: Value): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return isPlain(value) ? value : JSON.stringify(value);
}

/** Words that no reader of YAML takes for a number, a truth, a date, nothing or a mark. */
function isPlain(text: string): boolean {
  return (
    /^[A-Za-z/][A-Za-z0-9 _./:-]*$/.test(text) &&
    !/: |:$| $/.test(text) &&
    !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text)
  );
}

/** Text of several lines, such as code, as a block of them; undefined for what a block cannot say exactly. */
function literal(text: string, depth: number): string[] | undefined {
  if (!/^\S[^\r]*\S\n$/.test(text) || /[^\n\x20-\x7e]| \n/.test(text)) return undefined;
  const indent = "  ".repeat(depth);
  return [
    "|",
    ...text
      .slice(0, -1)
      .split("\n")
      .map((line) => (line === "" ? "" : indent + line)),
  ];
}
