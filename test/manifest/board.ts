import type { Problem } from "../../extension/manifest/problem";

/** What a fixture expects at a stretch of one line. */
export interface Expectation {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly code: string;
  /** What a quick fix would write. */
  readonly replacement?: string;
  /** Part of the message. */
  readonly says?: string;
}

export interface Fixture {
  /** Without the lines of expectations. */
  readonly text: string;
  readonly expected: readonly Expectation[];
}

const mark = /^\s*(#(\s*)(\^+))\s+([a-z-]+)(?: -> `([^`]*)`)?(?: "([^"]*)")?\s*$/;

/**
 * Reads a manifest with expectations: a comment below a line whose carets stand below what is wrong, such as
 * `#   ^^^^^ unknown-key -> "image"`. Where a range begins too far left for a caret, the `#` itself is the first of it.
 */
export function readFixture(source: string): Fixture {
  const lines: string[] = [];
  const expected: Expectation[] = [];
  for (const line of source.split("\n")) {
    const match = mark.exec(line);
    const [, , space, carets, code, replacement, says] = match ?? [];
    if (space === undefined || carets === undefined || code === undefined) {
      lines.push(line);
      continue;
    }
    const hash = line.indexOf("#");
    const start = space === "" ? hash : hash + 1 + space.length;
    const end = hash + 1 + space.length + carets.length;
    expected.push({
      line: lines.length - 1,
      start,
      end,
      code,
      ...(replacement !== undefined && { replacement }),
      ...(says !== undefined && { says }),
    });
  }
  return { text: lines.join("\n"), expected };
}

/** The problems as a person would write them under the lines, for a failure's message. */
export function annotate(text: string, problems: readonly Problem[]): string {
  const lines = text.split("\n");
  const below = new Map<number, string[]>();
  for (const problem of problems) {
    const { line, start, end } = placeOf(text, problem);
    const carets = end - start;
    const drawn =
      start < 2
        ? `${" ".repeat(start)}#${"^".repeat(Math.max(1, carets - 1))}`
        : `#${" ".repeat(start - 1)}${"^".repeat(carets)}`;
    const replacement = problem.data?.["replacement"];
    const fix = replacement === undefined ? "" : ` -> \`${String(replacement)}\``;
    const list = below.get(line) ?? [];
    below.set(line, [...list, `${drawn} ${problem.code}${fix}`]);
  }
  return lines.flatMap((line, index) => [line, ...(below.get(index) ?? [])]).join("\n");
}

/** Where a problem stands, cut off at the end of its first line. */
export function placeOf(text: string, problem: Problem): { line: number; start: number; end: number } {
  const before = text.slice(0, problem.range.start);
  const line = before.split("\n").length - 1;
  const lineStart = before.lastIndexOf("\n") + 1;
  const feed = text.indexOf("\n", problem.range.start);
  const lineEnd = feed === -1 ? text.length : feed;
  const start = problem.range.start - lineStart;
  return { line, start, end: Math.max(Math.min(problem.range.end, lineEnd) - lineStart, start + 1) };
}
