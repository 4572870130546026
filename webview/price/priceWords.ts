import type { PicturePrice } from "../../extension/protocol/messages";
import { changed, onCard } from "../../extension/targets/money";

/** What a card says of its price: "$9.01/month", and what has changed since the last deployment: "(+$3)". */
export function priceWords({ idle, maximum, change }: PicturePrice): {
  readonly amount: string;
  readonly change: string | undefined;
} {
  const since = change && changed(change);
  return { amount: onCard(idle, maximum), change: since === undefined ? undefined : `(${since})` };
}
