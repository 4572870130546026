import type { Manifest } from "../manifest";
import type { Change } from "./change";
import { appendEntries, insertItems } from "./insert";
import type { Layout } from "./layout";
import type { TextEdit } from "./operation";
import { removeAt } from "./remove";
import { replaceAt } from "./replace";
import { writeScalar } from "./scalar";
import { isFlow, nodeAt, slotAt } from "./slot";

/** A change as edits of the manifest's text: sorted, and none overlaps another. */
export function toEdits({ text, root }: Manifest, layout: Layout, change: Change): readonly TextEdit[] {
  switch (change.kind) {
    case "replace":
      return sorted(change.values.flatMap(({ path, value }) => replaceAt(text, root, layout, path, value)));
    case "append":
      return sorted(appendEntries(text, root, layout, change.path, change.entries));
    case "insert":
      return sorted(insertItems(text, root, layout, change.path, change.index, change.items));
    case "remove":
      return sorted(removeAt(text, root, change.paths));
    case "rewrite":
      return sorted(
        change.scalars.flatMap(({ path, key, value, edits }) => {
          if (edits !== undefined) return edits;
          const node = key ? slotAt(root, path).entry?.key : nodeAt(root, path);
          if (node?.kind !== "scalar") return [];
          const flow = isFlow(root, path.slice(0, -1));
          return [{ range: node.range, text: writeScalar(value, { flow, prefer: node.style }) }];
        }),
      );
  }
}

function sorted(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
