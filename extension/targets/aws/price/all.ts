/**
 * What becomes `dist/price.js`: the editor and the command line load it when a price is first asked for, so that
 * making templates costs nobody time at the start.
 */
import type { App } from "../../../manifest/app";
import type { Estimate } from "../../estimate";
import { SynthesisError } from "../synthesize";
import { egressChoices, type PriceChoice, sizeChoices } from "./choices";
import { estimate } from "./estimate";

export { referencesIn } from "../extra/referencesIn";
export * from "../logicalId";
export { SynthesisError, synthesize } from "../synthesize";
export { estimate, estimateTemplate } from "./estimate";
export { explainPrice } from "./explain";

/** As `estimate`; undefined for an application that no template can be made of. */
export function estimateIfPossible(app: App): Estimate | undefined {
  try {
    return estimate(app);
  } catch (error) {
    if (error instanceof SynthesisError) return undefined;
    throw error;
  }
}

/** What each size costs, by component, and under `""` each way out of the network; what has no choices is left out. */
export function allSizeChoices(app: App): ReadonlyMap<string, readonly PriceChoice[]> {
  const sizes = [...app.components.keys()].map((name) => [name, sizeChoices(app, name)] as const);
  const all = [...sizes, ["", egressChoices(app)] as const];
  return new Map(all.filter(([, choices]) => choices.length > 0));
}
