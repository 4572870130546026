import type { Range } from "../../../extension/manifest/problem";
import { accepted } from "./accept";
import type { State } from "./read";

/** A completion as an editor sees it, whoever it comes from. */
export interface Offered {
  readonly label: string;
  /** What is said about it, beside the label and in its documentation. */
  readonly says: string;
  readonly insertText: string;
  readonly snippet: boolean;
  readonly range: Range;
  readonly sortText: string;
  readonly filterText: string;
}

/** What is wrong with the answer to a state, in words; nothing when it passes. `same` compares texts after accepting. */
export function judge(
  state: State,
  items: readonly Offered[],
  same: (expected: string, actual: string) => boolean = (expected, actual) => expected === actual,
): readonly string[] {
  const shown = shownFor(state, items);
  const labels = shown.map(({ label }) => label);
  const has = (label: string): boolean => labels.includes(label);
  return [
    state.nothing && labels.length > 0 ? [`offers ${few(labels)} where nothing belongs`] : [],
    state.first !== undefined && labels[0] !== state.first
      ? [`has ${labels[0] ?? "nothing"} first and not ${state.first}`]
      : [],
    state.offers.filter(({ label }) => !has(label)).map(({ label }) => `lacks ${label}, has ${few(labels)}`),
    state.offers.flatMap(({ label, says }) => {
      const item = shown.find((one) => one.label === label);
      return says === undefined || item === undefined || item.says.includes(says)
        ? []
        : [`says "${item.says}" of ${label} and not "${says}"`];
    }),
    state.not.filter(has).map((label) => `offers ${label}`),
    state.accepts.flatMap(({ label, text }) => {
      const item = shown.find((one) => one.label === label);
      if (item === undefined) return has(label) ? [] : [`lacks ${label}, to accept it`];
      const actual = accepted(state.text, item);
      return same(text, actual) ? [] : [`writes for ${label}\n${actual}\nand not\n${text}`];
    }),
  ].flat();
}

/** Those that are left once the editor has compared them with what is typed, in the order in which it shows them. */
export function shownFor({ text, cursor }: Pick<State, "text" | "cursor">, items: readonly Offered[]): Offered[] {
  return items
    .flatMap((item) => {
      const rank = rankOf(text.slice(item.range.start, cursor).trimStart(), item.filterText);
      return rank === undefined ? [] : [{ item, rank }];
    })
    .sort((a, b) => a.rank - b.rank || (a.item.sortText < b.item.sortText ? -1 : 1))
    .map(({ item }) => item);
}

/**
 * How VS Code compares, without its finer scores: the letters in their order, the first of them where a word begins. A
 * beginning is best, then a beginning of a word in the middle, then letters here and there.
 */
function rankOf(word: string, candidate: string): number | undefined {
  const typed = word.toLowerCase();
  const lower = candidate.toLowerCase();
  if (typed === "" || lower.startsWith(typed)) return 0;
  let best: number | undefined;
  for (let start = lower.indexOf(typed[0] ?? ""); start >= 0; start = lower.indexOf(typed[0] ?? "", start + 1)) {
    if (!beginsWord(candidate, start)) continue;
    if (lower.startsWith(typed, start)) return 1;
    if (isWithin(typed, lower.slice(start))) best = 2;
  }
  return best;
}

function beginsWord(text: string, at: number): boolean {
  const before = text[at - 1];
  return before === undefined || !/[A-Za-z0-9]/.test(before) || /[a-z][A-Z]/.test(text.slice(at - 1, at + 1));
}

function isWithin(letters: string, text: string): boolean {
  let at = -1;
  for (const letter of letters) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function few(labels: readonly string[]): string {
  return labels.length === 0
    ? "nothing"
    : labels.slice(0, 8).join(", ") + (labels.length > 8 ? ` and ${labels.length - 8} more` : "");
}
