import { t } from "../../manifest/l10n";
import { estimateTemplate } from "../../targets/aws/price/estimate";
import { amount } from "../../targets/money";
import type { StackTemplate } from "../template";
import type { DoomedResource } from "../types";
import { plural } from "../words";

/**
 * What stays after a stack is destroyed, and what it goes on costing in a month, at list prices, in one sentence.
 * Undefined when nothing stays that is paid for. A snapshot is paid for by what is in it, which nobody knows beforehand.
 */
export function keptCost(
  template: StackTemplate,
  {
    retained,
    snapshotted,
  }: { readonly retained: readonly DoomedResource[]; readonly snapshotted: readonly DoomedResource[] },
  region: string,
): string | undefined {
  const kept = new Set(retained.map(({ logicalId }) => logicalId));
  const Resources = Object.fromEntries(Object.entries(template.Resources).filter(([id]) => kept.has(id)));
  const { idle, items, asOf } = estimateTemplate({ Resources }, region);
  const parts = [
    ...(items.length > 0 ? [t`what is kept costs ${amount(idle)} a month at the list prices of ${asOf}`] : []),
    ...(snapshotted.length > 0
      ? [t`${plural(snapshotted.length, "snapshot")} cost storage by the GiB that is in them`]
      : []),
  ];
  if (parts.length === 0) return undefined;
  return t`Until you delete it, ${parts.join(", and ")}.`;
}
