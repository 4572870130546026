import type { PicturePrice } from "../../extension/protocol/messages";
import { inShort } from "../../extension/targets/money";
import { strings } from "../strings";
import { priceWords } from "./priceWords";
import "./price.css";

/** What a component costs in a month, in one line; what has changed since the last deployment stands behind it. */
export function PriceTag({ price }: { readonly price: PicturePrice }) {
  const { idle, maximum } = price;
  const { amount, change } = priceWords(price);
  const title = [inShort(idle, maximum), change === undefined ? "" : strings.price.sinceDeployed(change)];
  return (
    <div className="price-tag" title={title.filter(Boolean).join("\n")}>
      <span className="price-amount">{amount}</span>
      {change !== undefined && <span className="price-change">({change})</span>}
    </div>
  );
}
