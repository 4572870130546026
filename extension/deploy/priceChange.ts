import { estimateTemplate } from "../targets/aws/price/estimate";
import { type EstimateItem, sum } from "../targets/estimate";
import type { StackTemplate } from "./template";
import type { PlanPrice } from "./types";

/**
 * What a deployment does to the price of a month: the stack's own template against the new one, both at the list
 * prices of the region. A stack that is yet to be made costs nothing before.
 */
export function priceChange(before: StackTemplate, after: StackTemplate, region: string): PlanPrice {
  const [old, next] = [estimateTemplate(before, region), estimateTemplate(after, region)];
  const components = [...new Set([...next.items, ...old.items].map(({ component }) => component))];
  const prices = components.map((component) => ({
    ...(component !== undefined && { component }),
    before: sum(of(old.items, component)),
    after: sum(of(next.items, component)),
  }));
  return {
    asOf: next.asOf,
    before: sum(old.items),
    after: sum(next.items),
    components: prices.filter((price) => JSON.stringify(price.before) !== JSON.stringify(price.after)),
  };
}

const of = (items: readonly EstimateItem[], component: string | undefined) =>
  items.filter((item) => item.component === component);
