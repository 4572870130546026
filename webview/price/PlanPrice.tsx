import type { Plan, PlanPrice as Price, PriceMove } from "../../extension/deploy/types";
import type { PriceAmount } from "../../extension/protocol/messages";
import { difference, dollars, inShort } from "../../extension/targets/money";
import { strings } from "../strings";
import { Unknown } from "./ItemRows";
import "./price.css";

/** What a deployment does to the price of a month: in all, and for each component whose price changes. */
export function PlanPrice({ price, kind }: { readonly price: Price; readonly kind: Plan["kind"] }) {
  const { sum, components, asOf } = price;
  const text = inShort(sum.after.idle, sum.after.maximum);
  const rows = components.map((of) => ({ ...of, title: of.component ?? strings.price.shared }));
  return (
    <section className="plan-price" aria-label={strings.price.plan}>
      <h3>{strings.price.plan}</h3>
      {kind === "create" && <p>{text}</p>}
      {kind === "update" && components.length === 0 && (
        <p>
          {strings.price.unchanged} {text}
        </p>
      )}
      {components.length > 0 && kind === "update" && (
        <table className="price-table">
          <Change title={strings.price.sum} move={sum} />
          {rows.map((row) => (
            <Change key={row.title} title={row.title} move={row} />
          ))}
        </table>
      )}
      <p className="price-note">{strings.price.ofDay(asOf)}</p>
    </section>
  );
}

interface ChangeProps {
  readonly title: string;
  readonly move: PriceMove;
}

function Change({ title, move: { before, after, change } }: ChangeProps) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className="price-group">
          {title}
        </th>
      </tr>
      <Moved title={strings.price.idle} before={before.idle} after={after.idle} change={change.idle} />
      <Moved title={strings.price.maximum} before={before.maximum} after={after.maximum} change={change.maximum} />
    </tbody>
  );
}

interface MovedProps {
  readonly title: string;
  readonly before: PriceAmount;
  readonly after: PriceAmount;
  readonly change: number | undefined;
}

function Moved({ title, before, after, change }: MovedProps) {
  const [old, next] = [dollars(before.usd), dollars(after.usd)];
  return (
    <tr>
      <th scope="row" className="price-text">
        {title}
      </th>
      <td className="price-number">
        {old !== next && <span className="price-old">{old} → </span>}
        {next}
        {before.unknown === after.unknown ? (
          <Unknown count={after.unknown} />
        ) : (
          <div className="price-unknown">{strings.price.unknownMoved(before.unknown, after.unknown)}</div>
        )}
      </td>
      <td className="price-number price-change">{difference(change)}</td>
    </tr>
  );
}
