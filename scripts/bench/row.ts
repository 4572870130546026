/** One line of the benchmark. `ratio` is peer / ours: how many times faster, or smaller, we are. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "MB" | "kB" | "calls";
  readonly peer?: string;
  readonly peerValue?: number;
  readonly ratio?: number;
  readonly budget: string;
  readonly ok: boolean;
  /** What else was measured, in words. */
  readonly note?: string;
}

export interface Budget {
  /** The most `value` may be. */
  readonly most?: number;
  /** The least `ratio` may be. */
  readonly ratio?: number;
}

export function row(
  name: string,
  value: number,
  unit: Row["unit"],
  budget: Budget,
  peer?: { readonly name: string; readonly value: number },
): Row {
  const ratio = peer && peer.value / value;
  const ok =
    (budget.most === undefined || value <= budget.most) &&
    (budget.ratio === undefined || (ratio !== undefined && ratio >= budget.ratio));
  const words = [
    budget.most === undefined ? [] : [`<= ${budget.most} ${unit}`],
    budget.ratio === undefined ? [] : [`>= ${budget.ratio}x`],
  ].flat();
  return {
    name,
    value,
    unit,
    ...(peer && ratio !== undefined && { peer: peer.name, peerValue: peer.value, ratio }),
    budget: words.join(", ") || "none",
    ok,
  };
}

/** The value below which the share `p` of the samples lies. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * p) - 1)];
  if (value === undefined) throw new Error("No samples were taken.");
  return value;
}

export function table(rows: readonly Row[]): string {
  const cells = [
    ["", "ours", "peer", "ratio", "budget", ""],
    ...rows.map((each) => [
      each.name,
      `${figure(each.value)} ${each.unit}`,
      each.peerValue === undefined ? "-" : `${figure(each.peerValue)} ${each.unit} (${each.peer})`,
      each.ratio === undefined ? "-" : `${figure(each.ratio)}x`,
      each.budget,
      `${each.ok ? "ok" : "MISSED"}${each.note === undefined ? "" : `  ${each.note}`}`,
    ]),
  ];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0))) ?? [];
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toPrecision(3);
}
