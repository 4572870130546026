/**
 * The known word that a mistyped one most likely means: by edits (a swap of neighbours counts as one), letter case and
 * separators set aside. Undefined when nothing is near enough to be worth offering.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  // A word of this length is no slip of the fingers, and comparing it costs its square.
  if (word.length > 64) return undefined;
  const plain = simplify(word);
  let best: string | undefined;
  let least = plain.length < 2 ? 1 : Math.max(1, Math.floor(plain.length / 3)) + 1;
  for (const candidate of known) {
    if (candidate === word) continue;
    if (Math.abs(candidate.length - word.length) >= least + 2) continue;
    const distance = edits(plain, simplify(candidate), least);
    if (distance < least) {
      best = candidate;
      least = distance;
      if (least === 0) break;
    }
  }
  return best;
}

const separated = /[-_ ]/;

/** Most words are plain as they are. */
function simplify(word: string): string {
  return separated.test(word) ? word.toLowerCase().replaceAll(/[-_ ]/g, "") : word.toLowerCase();
}

/** Optimal string alignment distance, or `limit` as soon as it cannot be less. */
function edits(one: string, other: string, limit: number): number {
  if (one === other) return 0;
  if (limit <= 1 || Math.abs(one.length - other.length) >= limit) return limit;
  // What both begin and end with costs nothing, and a thousand names often differ in a digit.
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return distance(one.slice(start, one.length - end), other.slice(start, other.length - end), limit);
}

function distance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let lowest = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      lowest = Math.min(lowest, cost);
    }
    if (lowest >= limit) return limit;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit;
}
