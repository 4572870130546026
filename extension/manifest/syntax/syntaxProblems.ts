import type { Document, ErrorCode } from "yaml";
import { t } from "../l10n";
import { type Problem, type Range, shortened } from "../problem";

/** Mistakes that leave the rest readable; any other makes what follows it doubtful, so only the first is told. */
const local: ReadonlySet<ErrorCode> = new Set([
  "ALIAS_PROPS",
  "BAD_ALIAS",
  "BAD_DQ_ESCAPE",
  "BAD_SCALAR_START",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_TAGS",
  "NON_STRING_KEY",
  "TAB_AS_INDENT",
  "TAG_RESOLVE_FAILED",
]);

/** Nobody reads more about one entry. */
const most = 100;

/**
 * What the `yaml` package found wrong, in our words and at the place where it is mended: an open quote or bracket at
 * its beginning, not where the search for its end gave up.
 */
export function syntaxProblems(document: Document.Parsed, unclosed: readonly Range[], text: string): Problem[] {
  const problems: Problem[] = [];
  let broken = false;
  const found = [...document.errors, ...document.warnings.filter((warning) => warning.code === "TAG_RESOLVE_FAILED")];
  for (const { code, pos, message } of found.sort((a, b) => a.pos[0] - b.pos[0]).slice(0, most)) {
    if (!local.has(code)) {
      if (broken) continue;
      broken = true;
    }
    const indent = local.has(code) ? undefined : indentation(pos[0], text);
    if (indent?.tab !== undefined) {
      problems.push(problemAt("TAB_AS_INDENT", indent.tab, text));
      continue;
    }
    const open = isUnclosed(code, message) ? unclosed[0] : undefined;
    const range = open ?? visible(pos, text);
    const shown = code === "UNEXPECTED_TOKEN" && indent?.end === pos[0] ? "BAD_INDENT" : code;
    const problem = problemAt(shown, range, text);
    const closing = t`This \`${text[range.start]}\` is never closed.`;
    problems.push(open === undefined ? problem : { ...problem, message: closing });
  }
  return problems;
}

function problemAt(code: ErrorCode, range: Range, text: string): Problem {
  const message = explain(code, text.slice(range.start, range.end));
  return { code: "yaml-syntax", severity: "error", message, range, data: { reason: code } };
}

/** Where the text of a line begins, and the tabs before it. */
function indentation(offset: number, text: string): { readonly end: number; readonly tab?: Range } {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  let end = start;
  while (text[end] === " " || text[end] === "\t") end++;
  const tab = text.slice(start, end).indexOf("\t");
  return { end, ...(tab !== -1 && { tab: { start: start + tab, end } }) };
}

/** The package gives one code to several mistakes; only its words tell these apart. */
const isUnclosed = (code: ErrorCode, message: string): boolean =>
  (code === "MISSING_CHAR" || code === "BAD_INDENT") && /closing|end with/.test(message);

function visible([from, to]: readonly [number, number], text: string): Range {
  let start = Math.max(0, Math.min(from, text.length - 1));
  while (start > 0 && "\r\n".includes(text[start] ?? "")) start--;
  const feed = text.indexOf("\n", start);
  const lineEnd = feed === -1 ? text.length : feed;
  return { start, end: Math.max(Math.min(to, lineEnd), Math.min(start + 1, text.length)) };
}

function explain(code: ErrorCode, quoted: string): string {
  switch (code) {
    case "ALIAS_PROPS":
      return t`An alias cannot have an anchor or a tag: what it stands for has them.`;
    case "BAD_ALIAS":
      return t`Behind \`*\` or \`&\`, a name must follow, without spaces and without a colon at its end.`;
    case "BAD_DIRECTIVE":
      return t`This directive is not known. Remove the line.`;
    case "BAD_DQ_ESCAPE":
      return t`This is no escape sequence. In double quotes, a backslash is written \`\\\\\`; in single quotes, it stands for itself.`;
    case "BAD_INDENT":
      return t`The indentation does not fit: entries of one map begin in the same column, and what is inside of them further right.`;
    case "BAD_PROP_ORDER":
      return t`Anchors and tags stand between the colon and the value.`;
    case "BAD_SCALAR_START":
      return t`A value cannot begin with \`${quoted[0] ?? ""}\`. Put it in quotes.`;
    case "BLOCK_AS_IMPLICIT_KEY":
      return t`A second \`: \` on one line. Put the value in quotes, or the inner key on a line of its own.`;
    case "BLOCK_IN_FLOW":
      return t`Inside brackets, only \`{ key: value }\` and \`[item, item]\` can stand.`;
    case "MISSING_CHAR":
      return t`A colon and a value are missing here, or a comma between two of them.`;
    case "MULTILINE_IMPLICIT_KEY":
      return t`A key must be on one line. A colon may be missing on the line before, or quotes round its value.`;
    case "MULTIPLE_ANCHORS":
      return t`A value can have one anchor only.`;
    case "MULTIPLE_TAGS":
      return t`A value can have one tag only.`;
    case "NON_STRING_KEY":
      return t`A key must be a word: not an alias, a list or a map, and without a tag.`;
    case "TAB_AS_INDENT":
      return t`Tabs cannot indent YAML. Use spaces.`;
    case "TAG_RESOLVE_FAILED":
      return t`The tag \`${shortened(quoted)}\` means nothing here. Remove it.`;
    default:
      return t`This does not fit here. A quote, a bracket or a line break before it may be missing.`;
  }
}
