import type { Known, Suggestions } from "../meaning/checkUses";
import type { Problem } from "../problem";
import type { Unit } from "./unit";

/** What was found about an entry beside others, in offsets relative to its chunk. */
interface Finding {
  readonly problems: readonly Problem[];
  /** What else it was about; when one of these is another, so may the findings be. */
  readonly about: readonly (Unit | undefined)[];
  /** How many suggestions it took; undefined when there were not enough. */
  readonly suggestions: number | undefined;
}

/**
 * Findings that lie between components, by the unit that they are told at. They hold as long as the components are the
 * same in name and type, which a keystroke seldom changes.
 */
export class CrossCache {
  readonly #made = new Map<Unit, Finding>();
  readonly #kept: ReadonlyMap<Unit, Finding> | undefined;

  constructor(
    readonly known: ReadonlyMap<string, Known>,
    previous: CrossCache | undefined,
  ) {
    this.#kept = previous !== undefined && areSame(known, previous.known) ? previous.#made : undefined;
  }

  get(
    unit: Unit,
    about: readonly (Unit | undefined)[],
    suggestions: Suggestions,
    make: () => readonly Problem[],
  ): readonly Problem[] {
    const kept = this.#kept?.get(unit);
    if (
      kept?.suggestions !== undefined &&
      kept.suggestions <= suggestions.left &&
      kept.about.length === about.length &&
      kept.about.every((one, index) => one === about[index])
    ) {
      suggestions.take(kept.suggestions);
      this.#made.set(unit, kept);
      return kept.problems;
    }
    const before = suggestions.left;
    const problems = make();
    const isEnough = suggestions.left > 0;
    this.#made.set(unit, { problems, about, suggestions: isEnough ? before - suggestions.left : undefined });
    return problems;
  }
}

/** In order too, since of two names that are as near the first is suggested. */
function areSame(one: ReadonlyMap<string, Known>, other: ReadonlyMap<string, Known>): boolean {
  if (one.size !== other.size) return false;
  const others = other.entries();
  for (const [name, { type }] of one) {
    const [otherName, known] = others.next().value ?? [];
    if (name !== otherName || type !== known?.type) return false;
  }
  return true;
}
