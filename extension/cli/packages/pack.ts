import { expand } from "../../packages/expand";
import type { Offered } from "../../packages/install";
import { valuesFor } from "../../packages/parameters";
import { openIndexes, type Surroundings } from "../../sources/openSource";
import { UsageError } from "../usage";
import { fetchNeeds } from "./fetchNeeds";
import { fetchPlace } from "./fetchPlace";
import { findUnfit } from "./findUnfit";
import { need } from "./installation";
import { runTests, whyUnlike } from "./runTests";

/**
 * The package at a place, fit for others: with its defaults it is a valid manifest that becomes a template for AWS, and
 * nothing in it is secret or changes by itself. Throws a `UsageError` with everything that is wrong.
 */
export async function packageToPublish(place: string, around: Surroundings): Promise<Offered> {
  const fetched = await fetchPlace(place);
  const wrong = findWrong(fetched, await fetchNeeds(fetched.found, () => openIndexes([], around)));
  if (wrong.length === 0) return fetched;
  const { name, version } = fetched.found;
  throw new UsageError(
    `${name} ${version} is not fit to be published:\n${wrong.map((line) => `  ${line}\n`).join("")}`.trimEnd(),
  );
}

function findWrong(offered: Offered, known: ReadonlyMap<string, Offered>): readonly string[] {
  const { found } = offered;
  const values = need(valuesFor(found, []));
  const text = need(expand(found, values));
  const unlike = whyUnlike(offered, values, known);
  if (unlike !== undefined) return [unlike];
  const failed = runTests(offered, known).flatMap(({ name, why }) =>
    why === undefined ? [] : [`Its test ${name} fails. ${why}`],
  );
  return [...failed, ...findUnfit(text)];
}
