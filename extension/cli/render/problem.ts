import type { Problem, Severity } from "../../manifest/problem";
import { clean, type Paint, type Style } from "../style";
import { type Position, positionAt } from "./position";

const colours: Readonly<Record<Severity, Style>> = {
  error: "red",
  warning: "yellow",
  information: "blue",
  hint: "dim",
};

/** How much of a long line is shown in front of the place, and how much in all. Characters. */
const before = 40;
const shown = 100;

/**
 * `file:line:column severity code message`, which editors make a link of, then the line and a caret under the place.
 */
export function renderProblem(file: string, text: string, problem: Problem, paint: Paint): string {
  const { range, severity, code, message } = problem;
  const place = positionAt(text, range.start);
  const where = paint("bold", `${file}:${place.line}:${place.column}`);
  const head = `${where} ${paint(colours[severity], severity)} ${paint("dim", code)} ${clean(message)}\n`;
  return place.text.trim() === ""
    ? head
    : head + excerpt(place, range.end - range.start, (mark) => paint(colours[severity], mark));
}

function excerpt({ line, column, text }: Position, length: number, mark: (text: string) => string): string {
  const start = Math.max(0, column - 1 - before);
  const cut = clean(text.slice(start, start + shown));
  const offset = column - 1 - start;
  const carets = "^".repeat(Math.max(1, Math.min(length, cut.length - offset)));
  const lead = start > 0 ? "…" : "";
  const number = String(line);
  const gutter = " ".repeat(number.length);
  return `  ${number} | ${lead}${cut}\n  ${gutter} | ${" ".repeat(lead.length + offset)}${mark(carets)}\n`;
}

/** "2 errors, 1 warning" */
export function countProblems(problems: readonly Problem[]): string {
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  const parts = (["error", "warning"] as const).flatMap((severity) => {
    const n = count(severity);
    return n === 0 ? [] : [`${n} ${severity}${n === 1 ? "" : "s"}`];
  });
  return parts.length === 0 ? "no problems" : parts.join(", ");
}
