import type { Path } from "../manifest/problem";

/** What an application costs in a month at list prices, before tax, discounts and free tiers. */
export interface Estimate {
  readonly currency: "USD";
  /** The day that the prices are of, `2026-11-22`. */
  readonly asOf: string;
  readonly region: string;
  /** With nothing to do: each service at its fewest tasks. */
  readonly idle: Amount;
  /** Each service at its most tasks, each disk grown to its limit. */
  readonly maximum: Amount;
  readonly items: readonly EstimateItem[];
  /** What is paid by use, and so is in neither sum. */
  readonly usage: readonly EstimateUsage[];
  /** In words: everything that the sums leave out, `usage` included. */
  readonly notIncluded: readonly string[];
}

/** A sum in US dollars for a month. What has no price is counted in `unknown`, and never as 0 dollars. */
export interface Amount {
  readonly usd: number;
  readonly unknown: number;
}

/** What is paid for as long as it is there. */
export interface EstimateItem extends Origin {
  /** "2 to 6 tasks of 1 vCPU" */
  readonly text: string;
  /** US dollars for a month; absent when the price is unknown. */
  readonly idle?: number;
  readonly maximum?: number;
  readonly unit: Unit;
  /** How many units a month has. */
  readonly quantity: { readonly idle: number; readonly maximum: number };
  /** Who says what a unit costs, or that nobody does. */
  readonly source: string;
}

/** What is paid by use. */
export interface EstimateUsage extends Origin {
  readonly text: string;
  readonly unit: Unit;
  readonly source: string;
}

/** What a price is for. */
export interface Unit {
  /** "vCPU-hour", "GB-month" */
  readonly name: string;
  /** US dollars for one; absent when it is unknown. */
  readonly usd?: number;
}

interface Origin {
  /** Absent for what all components share. */
  readonly component?: string;
  /** Where it stands in the manifest. */
  readonly path: Path;
}

/** What a change does to a sum, in US dollars for a month. Absent: it cannot be known, since what has no price changes. */
export interface Change {
  readonly idle?: number;
  readonly maximum?: number;
}

/** How many hours AWS counts in a month. */
export const hoursInMonth = 730;

/** @returns both sums of these items */
export function sum(items: readonly EstimateItem[]): { readonly idle: Amount; readonly maximum: Amount } {
  const of = (key: "idle" | "maximum"): Amount => ({
    usd: items.reduce((total, item) => total + (item[key] ?? 0), 0),
    unknown: items.filter((item) => item[key] === undefined).length,
  });
  return { idle: of("idle"), maximum: of("maximum") };
}

/** @returns the difference of both sums; what has no price on either side must be the same things */
export function changeOf(before: readonly EstimateItem[], after: readonly EstimateItem[]): Change {
  const of = (key: "idle" | "maximum"): number | undefined => {
    const unknown = (items: readonly EstimateItem[]) =>
      items.flatMap((item) => (item[key] === undefined ? `${item.component} ${item.text}` : [])).sort();
    if (unknown(before).join("\n") !== unknown(after).join("\n")) return undefined;
    // Cents: what is left of adding up fractions is no change.
    return Math.round((sum(after)[key].usd - sum(before)[key].usd) * 100) / 100;
  };
  const [idle, maximum] = [of("idle"), of("maximum")];
  return { ...(idle !== undefined && { idle }), ...(maximum !== undefined && { maximum }) };
}
