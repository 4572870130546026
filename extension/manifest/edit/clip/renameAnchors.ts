import type { Manifest } from "../../manifest";
import type { TextEdit } from "../operation";
import { applyEdits } from "../pieces";
import { anchorsIn, visit } from "./source";

/**
 * The clip's text with other names for the anchors that the target has already: a second `&name` would change what every
 * later `*name` in the target means.
 */
export function renameAnchors(clip: Manifest, target: Manifest): string {
  const taken = new Set(anchorsIn(target.root));
  const own = new Set(anchorsIn(clip.root));
  const fresh = new Map<string, string>();
  for (const name of own) {
    if (!taken.has(name)) continue;
    let number = 2;
    while (taken.has(`${name}-${number}`) || own.has(`${name}-${number}`)) number += 1;
    fresh.set(name, `${name}-${number}`);
    taken.add(`${name}-${number}`);
  }
  if (fresh.size === 0) return clip.text;
  const edits: TextEdit[] = [];
  const put = (start: number, name: string, to: string): void => {
    edits.push({ range: { start, end: start + name.length }, text: to });
  };
  visit(clip.root, (node) => {
    const name = node.kind === "alias" ? node.name : node.anchor;
    const to = name === undefined ? undefined : fresh.get(name);
    if (name === undefined || to === undefined) return;
    const { start } = node.range;
    put(node.kind === "alias" ? start + 1 : clip.text.lastIndexOf(`&${name}`, start) + 1, name, to);
  });
  return applyEdits(
    clip.text,
    edits.sort((a, b) => a.range.start - b.range.start),
  );
}
