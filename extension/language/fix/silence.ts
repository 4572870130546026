import { t } from "../../manifest/l10n";
import type { Manifest } from "../../manifest/manifest";
import type { Problem } from "../../manifest/problem";
import type { Draft } from "./fix";

/** Takes a code out of the comment that it is useless in, and with the last code the comment, never what stands before it. */
export function silenceRemoval({ text }: Manifest, { range }: Problem): Draft {
  const start = text.lastIndexOf("\n", range.start - 1) + 1;
  const feed = text.indexOf("\n", range.end);
  const end = feed === -1 ? text.length : feed;
  const title = t`Remove “${text.slice(range.start, range.end)}”`;
  const codes = text.lastIndexOf(":", range.start);
  const comment = text.lastIndexOf("#", codes);
  const others = [text.slice(codes + 1, range.start), text.slice(range.end, end)].join("");
  if (/[a-z]/.test(others)) {
    // The comma behind it goes too, or the one before the last.
    const behind = /^[ \t]*,[ \t]*/.exec(text.slice(range.end, end))?.[0].length ?? 0;
    const before = behind > 0 ? 0 : (/,[ \t]*$/.exec(text.slice(codes, range.start))?.[0].length ?? 0);
    const cut = { start: range.start - before, end: range.end + behind };
    return { title, edits: [{ range: cut, text: "" }], preferred: true };
  }
  const isOwnLine = text.slice(start, comment).trim() === "";
  const content = start + text.slice(start, comment).trimEnd().length;
  const lineEnd = text[end - 1] === "\r" ? end - 1 : end;
  const cut = isOwnLine ? { start, end: feed === -1 ? end : end + 1 } : { start: content, end: lineEnd };
  return { title, edits: [{ range: cut, text: "" }], preferred: true };
}
