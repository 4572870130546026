import { changeOf, type Estimate, type EstimateItem, sum } from "../targets/estimate";
import type { Picture, PictureComponent, PicturePrice, PriceChoice, PriceItem } from "./messages";

/** What is known of an application's price. */
export interface PriceOptions {
  readonly estimate: Estimate;
  /** Of the last deployment, when there was one. */
  readonly deployed?: Estimate | undefined;
  /** What the sizes of a component cost, by its name; under `""`, the ways out of the network. */
  readonly sizes: ReadonlyMap<string, readonly PriceChoice[]>;
}

/** The price of the whole: its sums, and the items that belong to no component. */
export function priceOfAll({ estimate, deployed, sizes }: PriceOptions): NonNullable<Picture["price"]> {
  const choices = sizes.get("");
  return {
    idle: estimate.idle,
    maximum: estimate.maximum,
    asOf: estimate.asOf,
    items: itemsOf(estimate.items.filter(({ component }) => component === undefined)),
    notIncluded: estimate.notIncluded,
    ...(choices && { choices }),
    ...(deployed && { change: changeOf(deployed.items, estimate.items) }),
  };
}

/** The price of one component. Undefined when nothing is paid for it, not even by use. */
export function priceOfComponent(
  { estimate, deployed, sizes }: PriceOptions,
  { name }: Pick<PictureComponent, "name">,
): PicturePrice | undefined {
  const own = of(estimate, name);
  const usage = estimate.usage.filter(({ component }) => component === name);
  if (own.length === 0 && usage.length === 0) return undefined;
  const before = deployed && of(deployed, name);
  const choices = sizes.get(name);
  return {
    ...sum(own),
    asOf: estimate.asOf,
    items: itemsOf(own),
    ...(usage.length > 0 && { notIncluded: usage.map(({ text }) => text) }),
    ...(before && before.length > 0 && { change: changeOf(before, own) }),
    ...(choices && { choices }),
  };
}

const of = ({ items }: Estimate, name: string) => items.filter(({ component }) => component === name);

function itemsOf(items: readonly EstimateItem[]): readonly PriceItem[] {
  return items.map(({ text, idle, maximum }) => ({
    text,
    ...(idle !== undefined && { idle }),
    ...(maximum !== undefined && { maximum }),
  }));
}
