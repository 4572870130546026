import type { PicturePrice } from "../../extension/protocol/messages";
import { changed, onCard } from "../../extension/targets/money";

/** What is said of a price in short: "$9.01/month", and what has changed since the last deployment: "+$3". */
export function priceWords({ idle, maximum, change }: PicturePrice): {
  readonly amount: string;
  readonly change: string | undefined;
} {
  return { amount: onCard(idle, maximum), change: change && changed(change) };
}
