import type { TextEdit } from "../../extension/manifest/edit/operation";
import { type Dice, pick } from "./dice";

/** What somebody might do in the text meanwhile: sensible edits, and such that break it for a while. */
export function someTyping(dice: Dice, text: string): readonly TextEdit[] {
  const kind = pick(dice, [rewriteScalar, rewriteScalar, addComment, addField, addLine, removeLine, breakIt, cutOut]);
  return kind(dice, text);
}

/** The other way to lead a broken text back is undo. */
function rewriteScalar(dice: Dice, text: string): readonly TextEdit[] {
  const found = [...text.matchAll(/(?<=: )[A-Za-z0-9./-]+(?=\r?\n)/g)];
  const match = pick(dice, found);
  if (match === undefined) return [];
  const [old] = match;
  const fresh = /^\d+$/.test(old)
    ? String(dice(100))
    : pick(dice, ["other", '"quoted"', "'it''s'", "two words", "[a, b]"]);
  return [put(match.index, old.length, fresh)];
}

function addComment(dice: Dice, text: string): readonly TextEdit[] {
  const line = pick(dice, lines(text));
  if (line === undefined) return [];
  const indent = /^ */.exec(text.slice(line))?.[0] ?? "";
  return [put(line, 0, `${indent}# typed ${dice(1000)}${lineBreak(text)}`)];
}

function addField(dice: Dice, text: string): readonly TextEdit[] {
  const match = pick(dice, [...text.matchAll(/^( +)type: [a-z-]+$/gm)]);
  if (match === undefined) return [];
  const [line, indent] = match;
  return [put(match.index + line.length, 0, `${lineBreak(text)}${indent}memory: ${1 + dice(8)}Gi`)];
}

function addLine(dice: Dice, text: string): readonly TextEdit[] {
  const at = pick(dice, lines(text)) ?? 0;
  return [
    put(at, 0, pick(dice, [lineBreak(text), `  extra${dice(9)}: 1${lineBreak(text)}`, `tags: {}${lineBreak(text)}`])),
  ];
}

function removeLine(dice: Dice, text: string): readonly TextEdit[] {
  const start = pick(dice, lines(text)) ?? 0;
  const feed = text.indexOf("\n", start);
  return [put(start, (feed < 0 ? text.length : feed + 1) - start, "")];
}

function breakIt(dice: Dice, text: string): readonly TextEdit[] {
  return [
    put(
      cut(text, dice(text.length + 1)),
      0,
      pick(dice, ["[", "{", '"', "'", ": ", "\t", "- ", "&a ", "*nothing ", "\n---\n"]),
    ),
  ];
}

function cutOut(dice: Dice, text: string): readonly TextEdit[] {
  const start = cut(text, dice(text.length + 1));
  const end = cut(text, Math.min(text.length, start + 1 + dice(12)));
  return start < end ? [put(start, end - start, "")] : [];
}

function put(start: number, length: number, text: string): TextEdit {
  return { range: { start, end: start + length }, text };
}

function lines(text: string): readonly number[] {
  const starts = [...text.matchAll(/\n/g)].map(({ index }) => index + 1);
  return [text.startsWith("\ufeff") ? 1 : 0, ...starts.filter((start) => start < text.length)];
}

function lineBreak(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** Nobody's cursor stands within a line end or a character. */
function cut(text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - 1), offset + 1);
  return before === "\r\n" || /^[\ud800-\udbff][\udc00-\udfff]$/.test(before) ? offset - 1 : offset;
}
