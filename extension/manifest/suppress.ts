import { t } from "./l10n";
import { nearest } from "./nearest";
import { type Problem, type ProblemCode, problemCodes, type Range } from "./problem";
import { findNode, pathAtOffset } from "./syntax/find";
import type { Node } from "./syntax/node";

const word = "stackwright-ignore";
const comment = /(?<=^|\s)#[ \t]*stackwright-ignore:[ \t]*([^\r\n]*)/g;

/** A code in a comment, and the line that it is to be silent on. */
interface Silence {
  readonly code: string;
  readonly range: Range;
  readonly line: Range;
}

/**
 * Leaves out what a comment silences: `# stackwright-ignore: plain-http` at the end of a line is for that line, and on a
 * line of its own for the one below. Several codes stand behind each other with commas. Errors cannot be silenced, because
 * what they say would go wrong in a deployment too; a comment that silences nothing is a hint.
 */
export function suppress(text: string, root: Node | undefined, problems: readonly Problem[]): readonly Problem[] {
  if (!text.includes(word)) return problems;
  const silences = findSilences(text, root);
  const { kept, used } = sift(silences, problems);
  const unused = silences.filter((silence) => !used.has(silence) && !deployedOnly.has(silence.code));
  return [...kept, ...unused.map(unusedProblem)].sort((a, b) => a.range.start - b.range.start);
}

/** Leaves out what a comment silences of problems that the text alone does not have. */
export function silence(text: string, root: Node | undefined, problems: readonly Problem[]): readonly Problem[] {
  return problems.length > 0 && text.includes(word) ? sift(findSilences(text, root), problems).kept : problems;
}

/** Found only beside what is deployed, so that from the text alone nobody can say whether they are there. */
const deployedOnly: ReadonlySet<string> = new Set<ProblemCode>(["replaced-field", "shrunk-field"]);

function sift(silences: readonly Silence[], problems: readonly Problem[]) {
  const used = new Set<Silence>();
  const kept = problems.filter((problem) => {
    if (problem.severity === "error") return true;
    const silent = silences.filter(({ code, line }) => code === problem.code && isIn(line, problem.range.start));
    for (const each of silent) used.add(each);
    return silent.length === 0;
  });
  return { kept, used };
}

const isIn = ({ start, end }: Range, offset: number): boolean => start <= offset && offset <= end;

function findSilences(text: string, root: Node | undefined): Silence[] {
  const silences: Silence[] = [];
  for (const match of text.matchAll(comment)) {
    if (silences.length >= 1_000) break;
    const start = lineStart(text, match.index);
    const end = lineEnd(text, match.index);
    const own = text.slice(start, match.index).trim() === "";
    const node = findNode(root, pathAtOffset(root, match.index))?.node;
    if (node?.kind === "scalar" && node.range.end > match.index) continue;
    const line = own ? { start: end + 1, end: lineEnd(text, end + 1) } : { start, end };
    const codes = match[1] ?? "";
    let at = match.index + match[0].length - codes.length;
    for (const part of codes.split(",")) {
      const code = part.trim();
      const from = at + part.length - part.trimStart().length;
      silences.push({ code, line, range: { start: from, end: from + code.length } });
      at += part.length + 1;
    }
  }
  return silences;
}

function unusedProblem({ code, range }: Silence): Problem {
  const severities: Readonly<Record<string, string>> = problemCodes;
  const known = Object.hasOwn(severities, code);
  const near = known ? undefined : nearest(code, Object.keys(severities));
  const message = !known
    ? t`There is no problem \`${code.slice(0, 60)}\`.${near === undefined ? "" : t` Did you mean \`${near}\`?`}`
    : severities[code] === "error"
      ? t`\`${code}\` is an error, and cannot be silenced: a deployment would fail on it, or do something else than is meant.`
      : t`Nothing on the line has the problem \`${code}\`. Remove it from the comment.`;
  return {
    code: "unused-suppression",
    severity: problemCodes["unused-suppression"],
    message,
    range,
    tags: ["unnecessary"],
    ...(near !== undefined && { data: { replacement: near } }),
  };
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf("\n", offset - 1) + 1;

function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  return feed === -1 ? text.length : feed;
}
