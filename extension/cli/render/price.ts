import type { Plan, PlanPrice } from "../../deploy/types";
import type { App } from "../../manifest/app";
import { type Estimate, type EstimateItem, sum } from "../../targets/estimate";
import { amount, inShort, itemPrice, moved } from "../../targets/money";
import { type Paint, wrap } from "../style";
import { shared } from "./shared";

/** Each component with its items, what all share, the sums, and what they leave out. */
export function renderEstimate(estimate: Estimate, { name, environment }: App, paint: Paint, width: number): string {
  const { items, idle, maximum, asOf, region, notIncluded } = estimate;
  const labels = items.map(itemPrice);
  const column = Math.max(8, ...labels.map((label) => label.length)) + 4;
  const owners = [...new Set(items.map(({ component }) => component))];
  const sections = [...owners.filter((owner) => owner !== undefined), ...owners.filter((owner) => owner === undefined)];
  return [
    paint("bold", `${name} in ${environment}, ${region}: US dollars a month`),
    paint("dim", `AWS list prices of ${asOf}, before tax, discounts and free tiers`),
    "",
    ...sections.flatMap((owner) => [
      ...section(
        owner,
        items.filter(({ component }) => component === owner),
        column,
        paint,
        width,
      ),
      "",
    ]),
    `${paint("bold", "idle".padEnd(column))}${amount(idle)}`,
    `${paint("bold", "at most".padEnd(column))}${amount(maximum)}`,
    "",
    "Not included:",
    ...notIncluded.flatMap((text) => wrap("  ", text, 2, width)),
    "",
  ].join("\n");
}

function section(
  owner: string | undefined,
  items: readonly EstimateItem[],
  column: number,
  paint: Paint,
  width: number,
): readonly string[] {
  const { idle, maximum } = sum(items);
  const title = `${paint("bold", owner ?? shared)}  ${paint("dim", inShort(idle, maximum))}`;
  return [title, ...items.flatMap((item) => wrap(`  ${itemPrice(item).padEnd(column - 2)}`, item.text, column, width))];
}

/** What a plan does to the price: each component whose price changes, and the sum. */
export function priceChangeLines(price: PlanPrice, kind: Plan["kind"], paint: Paint): readonly string[] {
  const { sum: all, components, asOf } = price;
  const dated = paint("dim", `(AWS list prices of ${asOf})`);
  const after = inShort(all.after.idle, all.after.maximum);
  if (kind === "create") return [`Price: ${after} ${dated}`];
  if (components.length === 0) return [`Price: unchanged, ${after} ${dated}`];
  return [
    `Price a month ${dated}`,
    ...[...components, { ...all, component: "in all" }].map(({ component, before: old, after: next, change }) => {
      const idle = moved(old.idle, next.idle, change.idle);
      return `  ${component ?? shared}: ${idle} idle, ${moved(old.maximum, next.maximum, change.maximum)} at most`;
    }),
  ];
}
