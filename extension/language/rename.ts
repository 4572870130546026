import { edit } from "../manifest/edit/edit";
import type { EditResult } from "../manifest/edit/operation";
import { t } from "../manifest/l10n";
import type { Manifest } from "../manifest/manifest";
import type { Range } from "../manifest/problem";
import { componentNamed, mentionAt, spotAt } from "./mention";
import { anchorAt } from "./occurrences";

export type Renaming =
  | { readonly ok: true; readonly range: Range; readonly name: string }
  | { readonly ok: false; readonly reason: string };

/** What would be renamed at `offset`: a component or an anchor; else why nothing can be. */
export function prepareRename(manifest: Manifest, offset: number): Renaming {
  const anchor = anchorAt(manifest, offset);
  if (anchor !== undefined) {
    const all = [anchor.definition, ...anchor.uses];
    const range = all.find(({ start, end }) => offset >= start - 1 && offset <= end) ?? anchor.definition;
    return { ok: true, range, name: anchor.name };
  }
  const spot = spotAt(manifest, offset);
  const mention = spot && mentionAt(manifest, spot, offset);
  if (mention === undefined) return { ok: false, reason: t`Only components and anchors can be renamed.` };
  if (mention.attribute !== undefined && offset >= mention.attribute.range.start)
    return { ok: false, reason: t`An attribute has the name that its component's type gives it.` };
  if (componentNamed(manifest, mention.name) === undefined)
    return { ok: false, reason: t`There is no component \`${mention.name}\` to rename.` };
  return { ok: true, range: mention.range, name: mention.name };
}

/** Renames everywhere: connections, routes, references, overrides, the position; or an anchor with its aliases. */
export function rename(manifest: Manifest, offset: number, to: string): EditResult {
  const found = prepareRename(manifest, offset);
  if (!found.ok) return found;
  const anchor = anchorAt(manifest, offset);
  if (anchor === undefined) return edit(manifest, [{ kind: "renameComponent", name: found.name, to }]);
  if (!/^[\w.-]+$/.test(to))
    return { ok: false, reason: t`\`${to}\` cannot be an anchor's name: use letters, digits, \`_\`, \`-\` and dots.` };
  if (to !== anchor.name && new RegExp(`[&*]${to.replaceAll(".", "\\.")}(?![\\w.-])`).test(manifest.text))
    return { ok: false, reason: t`There is already an anchor \`&${to}\`.` };
  const edits = [anchor.definition, ...anchor.uses].map((range) => ({ range, text: to }));
  return { ok: true, edits: edits.sort((a, b) => a.range.start - b.range.start) };
}
