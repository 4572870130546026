import type { Picture } from "../../extension/protocol/messages";
import { strings } from "../strings";
import { ColumnHeads, ItemRows, SumRow } from "./ItemRows";

/** What the price of an environment consists of, component by component, and what it leaves out. */
export function PriceBreakdown({ picture }: { readonly picture: Picture }) {
  const { price, components, region } = picture;
  if (price === undefined) return null;
  const groups = [
    ...components.flatMap(({ name, price: own }) => (own && own.items.length > 0 ? [{ name, items: own.items }] : [])),
    ...(price.items.length > 0 ? [{ name: strings.price.shared, items: price.items }] : []),
  ];
  return (
    <>
      <p className="price-note">{strings.price.asOf(price.asOf, region ?? "")}</p>
      <table className="price-table">
        <ColumnHeads />
        <tbody>
          <SumRow title={strings.price.sum} idle={price.idle} maximum={price.maximum} />
        </tbody>
        {groups.map(({ name, items }) => (
          <tbody key={name}>
            <tr>
              <th scope="rowgroup" colSpan={3} className="price-group">
                {name}
              </th>
            </tr>
            <ItemRows items={items} />
          </tbody>
        ))}
      </table>
      {price.notIncluded !== undefined && price.notIncluded.length > 0 && (
        <>
          <h3 className="price-group">{strings.price.notIncluded}</h3>
          <ul className="price-list">
            {price.notIncluded.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
