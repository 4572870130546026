import type * as vscode from "vscode";
import type { PriceOptions } from "../../protocol/price";
import type { Parts } from "../parts";

/** What the canvas shows of a document's price: the last that is known, for it is asked at every keystroke. */
export function priceForPicture(
  { prices, remembered }: Pick<Parts, "prices" | "remembered">,
  document: vscode.TextDocument,
  environment: string,
): PriceOptions | undefined {
  const priced = prices.last(document, environment);
  if (!priced) return undefined;
  const deployed = remembered.manifestOf(document, environment);
  return {
    estimate: priced.estimate,
    sizes: priced.sizes(),
    deployed: deployed && prices.of(deployed, environment)?.estimate,
  };
}
