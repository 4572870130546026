import { t } from "../../manifest/l10n";
import type { Manifest } from "../../manifest/manifest";
import type { Problem } from "../../manifest/problem";
import type { Draft } from "./fix";

/** What a broken line most likely should be: a key with its colon, an indentation of spaces. */
export function spellings({ text }: Manifest, { range }: Problem): readonly Draft[] {
  const start = text.lastIndexOf("\n", Math.max(0, range.start - 1)) + 1;
  const feed = text.indexOf("\n", start);
  const line = text.slice(start, feed === -1 ? text.length : feed).trimEnd();
  const drafts: Draft[] = [];
  const tabs = /^[ ]*\t[ \t]*/.exec(line)?.[0];
  if (tabs !== undefined) {
    const spaces = indentBelow(text.slice(0, start));
    drafts.push({
      title: t`Indent with spaces`,
      edits: [{ range: { start, end: start + tabs.length }, text: spaces }],
      preferred: true,
    });
  }
  const found = /^([ ]*(?:- )?)([A-Za-z_$][\w-]*)(:?)([ ]*)(.*)$/.exec(line);
  const [, indent = "", key = "", colon = "", space = "", value = ""] = found ?? [];
  const isWord = found !== null && !/^[:#]/.test(value) && !/:(\s|$)/.test(value);
  if (isWord && (colon === "" ? space !== "" || value === "" : space === "" && value !== "")) {
    const at = start + indent.length + key.length;
    const written = value === "" ? `${key}:` : `${key}: ${value}`;
    drafts.push({
      title: t`Write “${written.slice(0, 60)}”`,
      edits: [{ range: { start: at, end: at + colon.length + space.length }, text: value === "" ? ":" : ": " }],
      preferred: colon !== "" || value !== "",
    });
  }
  return drafts;
}

/** As deep as the line above, or deeper where that opens a block. */
function indentBelow(above: string): string {
  const line = above.trimEnd().split("\n").at(-1) ?? "";
  const spaces = /^ */.exec(line)?.[0] ?? "";
  return line.endsWith(":") ? `${spaces}  ` : spaces;
}
