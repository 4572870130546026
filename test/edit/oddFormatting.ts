import { stringify } from "yaml";
import type { Json } from "../../extension/manifest/edit/operation";
import type { Path } from "../../extension/manifest/problem";

export interface Written {
  readonly text: string;
  /** Each comment's text with the path of the entry or item that it stands above or behind. */
  readonly comments: ReadonlyMap<string, Path>;
}

/** Numbers from 0 up to `below`, the same for the same seed. */
export type Dice = (below: number) => number;

export function diceFrom(seed: number): Dice {
  let state = (seed * 2654435761 + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Writes a manifest as no tool would: mixed quotes, widths, braces, blank lines, and a comment wherever one can stand. */
export function writeOddly(json: { readonly [key: string]: Json }, seed: number): Written {
  const dice = diceFrom(seed);
  const comments = new Map<string, Path>();
  const eol = dice(4) === 0 ? "\r\n" : "\n";
  const step = [2, 2, 4, 3][dice(4)] ?? 2;
  const dashes = dice(2) === 0 ? 0 : step;

  const comment = (path: Path): string => {
    const text = `# c${comments.size}-`;
    comments.set(text, path);
    return text;
  };
  const trailing = (path: Path): string => (dice(3) === 0 ? `${" ".repeat(1 + dice(3))}${comment(path)}` : "");
  const above = (path: Path, pad: string): string[] => [
    ...(dice(5) === 0 ? [""] : []),
    ...(dice(5) === 0 ? [pad + comment(path)] : []),
  ];

  const scalar = (value: Json, flow: boolean): string => {
    if (typeof value !== "string") return String(value);
    if (dice(3) === 0) return JSON.stringify(value);
    if (dice(3) === 0 && !value.includes("\n")) return `'${value.replaceAll("'", "''")}'`;
    const plain = stringify(flow ? [value] : value, {
      lineWidth: 0,
      ...(flow && { collectionStyle: "flow" }),
    }).trimEnd();
    const text = flow ? plain.slice(1, -1).trim() : plain;
    return text.includes("\n") ? JSON.stringify(value) : text;
  };
  const flow = (value: Json): string => {
    const pad = dice(2) === 0 ? " " : "";
    const comma = dice(4) === 0 ? " , " : ", ";
    const last = dice(5) === 0 ? "," : "";
    if (Array.isArray(value)) return value.length === 0 ? "[]" : `[${pad}${value.map(flow).join(comma)}${last}${pad}]`;
    if (typeof value !== "object" || value === null) return scalar(value, true);
    const entries = Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`);
    return entries.length === 0 ? "{}" : `{${pad}${entries.join(comma)}${last}${pad}}`;
  };
  const flowLines = (value: Json, path: Path, column: number): string[] => {
    const pad = " ".repeat(column + step);
    const isList = Array.isArray(value);
    const items = isList
      ? value.map((item, index) => [index, flow(item)] as const)
      : Object.entries(value ?? {}).map(([key, inner]) => [key, `${key}: ${flow(inner)}`] as const);
    const last = dice(2) === 0;
    return [
      isList ? "[" : "{",
      ...items.flatMap(([key, text], index) => {
        const comma = index < items.length - 1 || last ? "," : "";
        const over = dice(5) === 0 ? [pad + comment([...path, key])] : [];
        return [...over, `${pad}${text}${comma}${trailing([...path, key])}`];
      }),
      " ".repeat(column) + (isList ? "]" : "}"),
    ];
  };
  const value = (json: Json, path: Path, column: number, inItem: boolean): string[] => {
    const size = Array.isArray(json)
      ? json.length
      : typeof json === "object" && json !== null
        ? Object.keys(json).length
        : 0;
    if (
      typeof json === "string" &&
      json.includes("\n") &&
      !inItem &&
      /^\S[\s\S]*\S\n?$/.test(json) &&
      !/[ \t]\n/.test(json)
    ) {
      const lines = json.replace(/\n$/, "").split("\n");
      const head = json.endsWith("\n") ? "|" : "|-";
      return [
        `${head}${trailing(path)}`,
        ...lines.map((line) => (line === "" ? "" : " ".repeat(column + step) + line)),
      ];
    }
    if (typeof json !== "object" || json === null) return [scalar(json, false) + trailing(path)];
    if (size === 0 || dice(4) === 0) return [flow(json) + trailing(path)];
    if (!inItem && dice(6) === 0) {
      const lines = flowLines(json, path, column);
      return [...lines.slice(0, -1), `${lines.at(-1)}${trailing(path)}`];
    }
    if (Array.isArray(json)) {
      const pad = " ".repeat(inItem ? column + 2 : column + dashes);
      const items = json.flatMap((item, index) => {
        const at = [...path, index];
        const gap = inItem && index === 0 ? [] : above(at, pad);
        const [first = "", ...rest] = value(item, at, pad.length, true);
        return [...gap, `${pad}- ${first.trimStart()}`, ...rest];
      });
      return inItem ? items : [trailing(path).trim(), ...items];
    }
    const lines = map(json as { readonly [key: string]: Json }, path, inItem ? column + 2 : column + step, inItem);
    return inItem ? lines : [trailing(path).trim(), ...lines];
  };
  const map = (json: { readonly [key: string]: Json }, path: Path, column: number, inItem = false): string[] =>
    Object.entries(json).flatMap(([key, inner], index) => {
      const at = [...path, key];
      const pad = " ".repeat(column);
      const [first = "", ...rest] = value(inner, at, column, false);
      const name = dice(8) === 0 ? JSON.stringify(key) : key;
      const head = `${pad}${name}:${first === "" ? "" : " "}${first}`;
      return [...(inItem && index === 0 ? [] : above(at, pad)), head, ...rest];
    });

  const lines = map(json, [], 0);
  const text = lines.join(eol) + (dice(4) === 0 ? "" : eol);
  return { text: (dice(8) === 0 ? "\ufeff" : "") + text, comments };
}
