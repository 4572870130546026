import type { ChangedLine } from "../manifest/edit/changedLines";
import { type Check, count, list, oneOf, shape } from "./check";
import type { LastChange } from "./messages";
import { words } from "./values";

/** As many lines as anybody reads in a small list, each as long as a screen is wide; a diff has all of it. */
const most = { lines: 60, text: 300 } as const;

/** What the canvas is told of a change. */
export function inShort(lines: readonly ChangedLine[]): LastChange {
  const added = lines.filter(({ kind }) => kind === "added").length;
  const first = lines.slice(0, most.lines).map((line) => ({ ...line, text: line.text.slice(0, most.text) }));
  return { lines: first, added, removed: lines.length - added };
}

const line: Check<ChangedLine> = shape<ChangedLine>({ kind: oneOf("removed", "added"), line: count, text: words });

export const lastChange: Check<LastChange> = shape<LastChange>({
  lines: list(line, most.lines),
  added: count,
  removed: count,
});
