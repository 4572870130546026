import { t } from "../manifest/l10n";
import type { Manifest } from "../manifest/manifest";
import { problemCodes, type Severity } from "../manifest/problem";
import { componentTypes, manifestSchema } from "../manifest/schema";
import type { Completion } from "./completion";

const label = `yaml-language-server: $schema=`;

/** In a comment: what silences a problem, and at the top of the text the line by which other editors find the schema. */
export function completeComment(manifest: Manifest, cursor: number): readonly Completion[] | undefined {
  return completeCodes(manifest, cursor) ?? completeSchema(manifest.text, cursor);
}

const silencing = /^((?:[^#]*[ \t])?)#[ \t]*stackwright-ignore:((?:[ \t]*[a-z-]*,)*)[ \t]*([a-z-]*)$/;

/** Codes that a comment can silence: first those of the line that it is about. */
function completeCodes({ text, problems }: Manifest, cursor: number): readonly Completion[] | undefined {
  const start = text.lastIndexOf("\n", cursor - 1) + 1;
  const found = silencing.exec(text.slice(Math.max(start, cursor - 1_000), cursor));
  if (found === null) return undefined;
  const [, before = "", written = "", typed = ""] = found;
  const lineEnd = endOfLine(text, cursor);
  // On a line of its own, a comment is about the line below.
  const isOwn = before.trim() === "";
  const line = isOwn ? { start: lineEnd + 1, end: endOfLine(text, lineEnd + 1) } : { start, end: lineEnd };
  const present = new Set(written.split(",").map((code) => code.trim()));
  const rest = /^[a-z-]*/.exec(text.slice(cursor, cursor + 100))?.[0] ?? "";
  // Of the comment itself there is nothing to silence.
  const here = problems.filter(
    ({ code, range }) => code !== "unused-suppression" && range.start >= line.start && range.start <= line.end,
  );
  const needsSpace = typed === "" && /[:,]$/.test(text.slice(start, cursor));
  return Object.entries<Severity>(problemCodes)
    .filter(([code, severity]) => severity !== "error" && !present.has(code))
    .map(([code], index): Completion => {
      const problem = here.find((one) => one.code === code);
      return {
        label: code,
        kind: "enum",
        ...(problem && { detail: t`on this line`, documentation: problem.message }),
        insertText: needsSpace ? ` ${code}` : code,
        snippet: false,
        range: { start: cursor - typed.length, end: cursor + rest.length },
        sortText: `${problem === undefined ? 1 : 0}${String(index).padStart(3, "0")}`,
      };
    });
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  return feed === -1 ? text.length : feed;
}

function completeSchema(text: string, cursor: number): readonly Completion[] | undefined {
  const start = text.lastIndexOf("\n", cursor - 1) + 1;
  const typed = /^\ufeff?#[ \t]*([\w$=:-]*)$/.exec(text.slice(start, cursor));
  if (typed === null) return undefined;
  const isTop = text
    .slice(0, start)
    .split("\n")
    .every((line) => /^\ufeff?\s*(#.*)?$/.test(line));
  if (!isTop || text.slice(0, start).includes("$schema=")) return [];
  const rest = /^[\w$=:/.-]*/.exec(text.slice(cursor))?.[0] ?? "";
  return [
    {
      label: `${label}…`,
      kind: "value",
      documentation: t`For other editors: the schema of manifests with ${componentTypes.size} component types.`,
      insertText: label + manifestSchema.$id,
      snippet: false,
      range: { start: cursor - (typed[1]?.length ?? 0), end: cursor + rest.length },
      sortText: "0",
    },
  ];
}
