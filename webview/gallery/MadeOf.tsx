import type { Picture } from "../../extension/protocol/messages";
import { onCard } from "../../extension/targets/money";
import { accentOf, iconOf, labelOf } from "../components/componentInfo";
import { strings } from "../strings";

/** Its components, and what each costs. */
export function MadeOf({ picture: { components } }: { readonly picture: Picture }) {
  return (
    <table className="gallery-components">
      <caption>{strings.gallery.components}</caption>
      <tbody>
        {components.map(({ name, type, summary, price }) => (
          <tr key={name}>
            <th scope="row">
              <span
                className={`codicon codicon-${iconOf(type)}`}
                style={{ color: accentOf(type) }}
                aria-hidden="true"
              />{" "}
              {name}
            </th>
            <td>{labelOf(type)}</td>
            <td>{summary}</td>
            <td className="gallery-amount">{price !== undefined && onCard(price.idle, price.maximum)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
