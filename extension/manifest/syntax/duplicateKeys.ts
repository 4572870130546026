import { t } from "../l10n";
import { type Problem, shortened } from "../problem";
import type { Entry } from "./node";
import { keyOf } from "./place";

/** One problem for each key that its map has already, at the later one. */
export function duplicateKeys(entries: readonly Entry[]): Problem[] {
  if (entries.length < 2) return [];
  const seen = new Map<string, Entry>();
  const problems: Problem[] = [];
  for (const entry of entries) {
    const name = String(keyOf(entry).value);
    const first = seen.get(name);
    if (first === undefined) seen.set(name, entry);
    else {
      problems.push({
        code: "duplicate-key",
        severity: "error",
        message: t`\`${shortened(name)}\` is here twice. A map can have a key once; rename or remove one of them.`,
        range: entry.key.range,
        related: [{ range: first.key.range, message: t`\`${shortened(name)}\` is here first.` }],
      });
    }
  }
  return problems;
}
