import type { PicturePrice } from "../../extension/protocol/messages";
import { inShort } from "../../extension/targets/money";
import { Section } from "../inspector/Section";
import { strings } from "../strings";
import { ColumnHeads, ItemRows, SumRow } from "./ItemRows";
import "./price.css";

/** What one component costs, item by item, and what is paid by use. */
export function PriceSection({ price }: { readonly price: PicturePrice }) {
  const { items, idle, maximum, notIncluded, asOf } = price;
  return (
    <Section id="price" title={`${strings.price.title}: ${inShort(idle, maximum)}`}>
      {items.length > 0 && (
        <table className="price-table">
          <ColumnHeads />
          <tbody>
            <ItemRows items={items} />
          </tbody>
          <tfoot>
            <SumRow title={strings.price.sum} idle={idle} maximum={maximum} />
          </tfoot>
        </table>
      )}
      {notIncluded !== undefined && (
        <>
          <p className="price-note">{strings.price.byUse}</p>
          <ul className="price-list">
            {notIncluded.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <p className="price-note">{strings.price.ofDay(asOf)}</p>
    </Section>
  );
}
