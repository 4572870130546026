import { t } from "../../../manifest/l10n";

/** AWS list prices by region. What is not in it has no known price. */
export interface PriceList {
  /** The day that the prices are of. */
  readonly asOf: string;
  readonly sources: readonly string[];
  /** By region and key: US dollars for one unit, and the index of the source. */
  readonly regions: { readonly [region: string]: { readonly [key: string]: readonly [usd: number, source: number] } };
}

export interface Price {
  /** Absent when nobody has published it in what we read. */
  readonly usd?: number;
  readonly source: string;
}

/** @returns the price of the first key that the region has */
export function findPrice(list: PriceList, region: string, keys: readonly string[]): Price {
  const known = Object.hasOwn(list.regions, region) ? list.regions[region] : undefined;
  for (const key of keys) {
    const price = known && Object.hasOwn(known, key) ? known[key] : undefined;
    if (price) return { usd: price[0], source: list.sources[price[1]] ?? "" };
  }
  return { source: t`no price known in ${region}` };
}
