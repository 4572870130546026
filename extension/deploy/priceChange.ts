import { estimateTemplate } from "../targets/aws/price/estimate";
import { changeOf, type EstimateItem, sum } from "../targets/estimate";
import type { StackTemplate } from "./template";
import type { PlanPrice, PriceMove } from "./types";

/**
 * What a deployment does to the price of a month: the stack's own template against the new one, both at the list
 * prices of the region. A stack that is yet to be made costs nothing before.
 */
export function priceChange(before: StackTemplate, after: StackTemplate, region: string): PlanPrice {
  const [old, next] = [estimateTemplate(before, region), estimateTemplate(after, region)];
  const components = [...new Set([...next.items, ...old.items].map(({ component }) => component))];
  const prices = components.map((component) => ({
    ...(component !== undefined && { component }),
    ...moveOf(of(old.items, component), of(next.items, component)),
  }));
  return {
    asOf: next.asOf,
    sum: moveOf(old.items, next.items),
    components: prices.filter(({ change }) => change.idle !== 0 || change.maximum !== 0),
  };
}

const moveOf = (before: readonly EstimateItem[], after: readonly EstimateItem[]): PriceMove => ({
  before: sum(before),
  after: sum(after),
  change: changeOf(before, after),
});

const of = (items: readonly EstimateItem[], component: string | undefined) =>
  items.filter((item) => item.component === component);
