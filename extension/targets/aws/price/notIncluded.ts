import { t } from "../../../manifest/l10n";
import type { EstimateUsage } from "../../estimate";
import { perUnit } from "../../money";
import { findPrice, type PriceList } from "./priceList";

/** Everything that the sums leave out, in words: what this application pays by use, and what every application may. */
export function notIncluded(list: PriceList, region: string, usage: readonly EstimateUsage[]): string[] {
  const egress = findPrice(list, region, ["egress_first_10tb_gb"]);
  const unit = { name: "GB", ...(egress.usd !== undefined && { usd: egress.usd }) };
  return [
    ...byText(usage).map(({ use, components }) => {
      const whose = components.length > 0 ? `: ${components.join(", ")}` : "";
      return `${use.text} (${perUnit(use.unit)})${whose}`;
    }),
    t`Traffic to the internet (${perUnit(unit)})`,
    t`Traffic between zones and regions, requests to AWS's APIs, snapshots that you keep`,
    t`Taxes, discounts, support plans and free tiers`,
  ];
}

function byText(usage: readonly EstimateUsage[]): { readonly use: EstimateUsage; readonly components: string[] }[] {
  const groups = new Map<string, { readonly use: EstimateUsage; readonly components: string[] }>();
  for (const use of usage) {
    const key = `${use.text} ${use.unit.usd}`;
    const group = groups.get(key) ?? { use, components: [] };
    if (use.component !== undefined) group.components.push(use.component);
    groups.set(key, group);
  }
  return [...groups.values()];
}
