import type { Judged } from "./judge";
import type { Result } from "./run";

/** One line for each checker: what it looked at, what it found, how much of that is not accepted, and how long it took. */
export function tableOf(results: readonly Result[], all: readonly Judged[]): string {
  const lines = results.map(({ checker, templates, seconds }) => {
    const own = all.filter((each) => each.checker === checker);
    const open = own.filter((each) => each.accepted === undefined).length;
    const rules = new Set(own.map(({ rule }) => rule)).size;
    return [checker, String(templates), String(own.length), String(rules), String(open), `${seconds.toFixed(0)} s`];
  });
  const rows = [["checker", "templates", "findings", "rules", "not accepted", "time"], ...lines];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => align(cell, widths[column] ?? 0, column))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const align = (cell: string, width: number, column: number): string =>
  column === 0 ? cell.padEnd(width) : cell.padStart(width);

/** Findings of one rule on one type, together: how many, and the first few. */
export function summary(findings: readonly Judged[]): readonly string[] {
  const groups = new Map<string, Judged[]>();
  for (const finding of findings) {
    const title = `${finding.checker} ${finding.rule} ${finding.type}`.trimEnd();
    groups.set(title, [...(groups.get(title) ?? []), finding]);
  }
  return [...groups].map(([title, all]) => {
    const places = all.slice(0, 3).map(({ manifest, resource }) => [manifest, resource].filter(Boolean).join(" "));
    const more = all.length > 3 ? `, and ${all.length - 3} more` : "";
    return `${title}: ${all[0]?.message ?? ""}\n    ${places.join(", ")}${more}`;
  });
}

/** Adds up counts of batches, such as `left out AWS::SQS::Queue 3`, into a line for each of what was done. */
export function totals(notes: readonly string[]): readonly string[] {
  const sums = new Map<string, Map<string, number>>();
  for (const note of notes) {
    const [, what = "", type = "", count] = /^(.*) (\S+) (\d+)$/.exec(note) ?? [];
    const types = sums.get(what) ?? new Map<string, number>();
    types.set(type, (types.get(type) ?? 0) + Number(count));
    sums.set(what, types);
  }
  return [...sums].sort().map(([what, types]) => {
    const total = [...types.values()].reduce((sum, count) => sum + count, 0);
    const each = [...types].sort().map(([type, count]) => `${type} ${count}`);
    return `${what} ${total} resources of ${types.size} types: ${each.join(", ")}`;
  });
}
