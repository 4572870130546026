import type { PicturePrice } from "../../extension/protocol/messages";
import { changed, inShort, onCard } from "../../extension/targets/money";
import { strings } from "../strings";
import "./price.css";

/** What a component costs in a month, in one line; what has changed since the last deployment stands behind it. */
export function PriceTag({ price }: { readonly price: PicturePrice }) {
  const { idle, maximum } = price;
  const change = price.change && changed(price.change);
  const title = [inShort(idle, maximum), change === undefined ? "" : strings.price.sinceDeployed(change)];
  return (
    <div className="price-tag" title={title.filter(Boolean).join("\n")}>
      <span className="price-amount">{onCard(idle, maximum)}</span>
      {change !== undefined && <span className="price-change">({change})</span>}
    </div>
  );
}
