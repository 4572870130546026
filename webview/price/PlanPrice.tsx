import type { Plan, PlanSum, PlanPrice as Price } from "../../extension/deploy/types";
import { amount, difference, inShort } from "../../extension/targets/money";
import { strings } from "../strings";
import "./price.css";

/** What a deployment does to the price of a month: in all, and for each component whose price changes. */
export function PlanPrice({ price, kind }: { readonly price: Price; readonly kind: Plan["kind"] }) {
  const { before, after, components, asOf } = price;
  const text = inShort(after.idle, after.maximum);
  const rows = components.map((of) => ({ ...of, title: of.component ?? strings.price.shared }));
  return (
    <section className="plan-price" aria-label={strings.price.plan}>
      <h3>{strings.price.plan}</h3>
      {kind === "create" && <p>{strings.price.create(text)}</p>}
      {kind === "update" && components.length === 0 && (
        <p>
          {strings.price.unchanged} {text}
        </p>
      )}
      {components.length > 0 && kind === "update" && (
        <table className="price-table">
          <thead>
            <tr>
              <th scope="col">{strings.price.component}</th>
              <th scope="col" className="price-number">
                {strings.price.idle}
              </th>
              <th scope="col" className="price-number">
                {strings.price.maximum}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ title, before: old, after: next }) => (
              <Change key={title} title={title} before={old} after={next} />
            ))}
          </tbody>
          <tfoot>
            <Change title={strings.price.sum} before={before} after={after} isSum />
          </tfoot>
        </table>
      )}
      <p className="price-note">{strings.price.ofDay(asOf)}</p>
    </section>
  );
}

interface ChangeProps {
  readonly title: string;
  readonly before: PlanSum;
  readonly after: PlanSum;
  readonly isSum?: true;
}

function Change({ title, before, after, isSum }: ChangeProps) {
  return (
    <tr className={isSum && "price-sum"}>
      <th scope="row">{title}</th>
      <Moved before={before.idle} after={after.idle} />
      <Moved before={before.maximum} after={after.maximum} />
    </tr>
  );
}

function Moved({ before, after }: { readonly before: PlanSum["idle"]; readonly after: PlanSum["idle"] }) {
  const [old, next] = [amount(before), amount(after)];
  return (
    <td className="price-number">
      {old === next ? (
        next
      ) : (
        <>
          <span className="price-old">{old}</span> → {next}
          <br />
          <span className="price-change">{difference(before.usd, after.usd)}</span>
        </>
      )}
    </td>
  );
}
