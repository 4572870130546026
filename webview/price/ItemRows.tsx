import type { PriceAmount, PriceItem } from "../../extension/protocol/messages";
import { dollars } from "../../extension/targets/money";
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
  readonly idle: PriceAmount;
  readonly maximum: PriceAmount;
}

export function SumRow({ title, idle, maximum }: SumRowProps) {
  return (
    <tr className="price-sum">
      <th scope="row">{title}</th>
      <Sum of={idle} />
      <Sum of={maximum} />
    </tr>
  );
}

function Sum({ of: { usd, unknown } }: { readonly of: PriceAmount }) {
  return (
    <td className="price-number">
      {usd > 0 || unknown === 0 ? dollars(usd) : null}
      <Unknown count={unknown} />
    </td>
  );
}

/** What a sum leaves out because it has no price, on a line of its own. */
export function Unknown({ count }: { readonly count: number }) {
  return count > 0 && <div className="price-unknown">{strings.price.unknownToo(count)}</div>;
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
