import { t } from "../../../manifest/l10n";
import type { EstimateItem, EstimateUsage } from "../../estimate";
import type { Origin } from "../../target";
import type { Line, Priced, UsageLine } from "./line";
import { findPrice, type PriceList } from "./priceList";

interface Placed extends Priced {
  readonly origin: Origin;
}

/** Puts prices to what is paid for, in the order in which it comes; what is of one kind and component becomes one item. */
export function addUp(
  list: PriceList,
  region: string,
  priced: readonly Placed[],
): { readonly items: readonly EstimateItem[]; readonly usage: readonly EstimateUsage[] } {
  const lines = new Map<string, { line: Line; origin: Origin }>();
  const usage = new Map<string, { line: UsageLine; origin: Origin }>();
  for (const { origin, ...of } of priced) {
    for (const line of of.lines ?? []) {
      const key = `${origin.component ?? ""} ${line.kind}`;
      const known = lines.get(key);
      lines.set(key, known ? { line: both(known.line, line), origin: shared(known.origin, origin) } : { line, origin });
    }
    for (const line of of.usage ?? []) {
      const key = `${origin.component ?? ""} ${line.text}`;
      if (!usage.has(key)) usage.set(key, { line, origin });
    }
  }
  return {
    items: [...lines.values()].map(({ line, origin }) => itemOf(list, region, line, origin)),
    usage: [...usage.values()].map(({ line, origin }) => usageOf(list, region, line, origin)),
  };
}

/** Where both stand: at the nearest thing that holds the two. */
function shared(a: Origin, b: Origin): Origin {
  const different = a.path.findIndex((step, index) => step !== b.path[index]);
  return different < 0 ? a : { ...a, path: a.path.slice(0, different) };
}

function both(a: Line, b: Line): Line {
  const { count: _, ...rest } = a;
  if (a.count === undefined || b.count === undefined) return rest;
  return { ...rest, count: { idle: a.count.idle + b.count.idle, maximum: a.count.maximum + b.count.maximum } };
}

function itemOf(list: PriceList, region: string, line: Line, origin: Origin): EstimateItem {
  const { usd, source } = findPrice(list, region, line.keys);
  const unit = { name: line.unit, ...(usd !== undefined && { usd }) };
  const counted = line.count ?? { idle: 1, maximum: 1 };
  const quantity = { idle: counted.idle * line.units, maximum: counted.maximum * line.units };
  const known = line.count !== undefined && usd !== undefined;
  return {
    ...origin,
    text: line.text(counted),
    // Nothing of something costs nothing, whatever one of it would cost.
    ...((known || (line.count && line.count.idle === 0)) && { idle: quantity.idle * (usd ?? 0) }),
    ...((known || (line.count && line.count.maximum === 0)) && { maximum: quantity.maximum * (usd ?? 0) }),
    unit,
    quantity,
    source: line.count === undefined ? t`the template does not say how many` : source,
  };
}

function usageOf(list: PriceList, region: string, line: UsageLine, origin: Origin): EstimateUsage {
  const parts = (line.parts ?? [{ keys: line.keys, units: 1 }]).map(({ keys, units }) => ({
    ...findPrice(list, region, keys),
    units,
  }));
  let usd: number | undefined = 0;
  for (const part of parts) usd = usd === undefined || part.usd === undefined ? undefined : usd + part.usd * part.units;
  const source = parts.find((part) => part.usd === undefined)?.source ?? parts[0]?.source ?? "";
  return { ...origin, text: line.text, unit: { name: line.unit, ...(usd !== undefined && { usd }) }, source };
}
