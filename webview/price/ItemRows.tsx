import type { PriceItem } from "../../extension/protocol/messages";
import { amount, dollars } from "../../extension/targets/money";
import { strings } from "../strings";

const cost = (usd: number | undefined): string => (usd === undefined ? strings.price.unknown : dollars(usd));

/** A row for each thing that is paid for: idle, and at most. */
export function ItemRows({ items }: { readonly items: readonly PriceItem[] }) {
  return items.map(({ text, idle, maximum }) => (
    <tr key={text}>
      <td className="price-text">{text}</td>
      <td className="price-number">{cost(idle)}</td>
      <td className="price-number">{cost(maximum)}</td>
    </tr>
  ));
}

interface SumRowProps {
  readonly title: string;
  readonly idle: Parameters<typeof amount>[0];
  readonly maximum: Parameters<typeof amount>[0];
}

export function SumRow({ title, idle, maximum }: SumRowProps) {
  return (
    <tr className="price-sum">
      <th scope="row">{title}</th>
      <td className="price-number">{amount(idle)}</td>
      <td className="price-number">{amount(maximum)}</td>
    </tr>
  );
}

export function ColumnHeads() {
  return (
    <thead>
      <tr>
        <th scope="col">{strings.price.item}</th>
        <th scope="col" className="price-number">
          {strings.price.idle}
        </th>
        <th scope="col" className="price-number">
          {strings.price.maximum}
        </th>
      </tr>
    </thead>
  );
}
