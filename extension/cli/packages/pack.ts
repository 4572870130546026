import { expand } from "../../packages/expand";
import { valuesFor } from "../../packages/parameters";
import type { Package } from "../../packages/readPackage";
import { UsageError } from "../usage";
import { fetchPlace } from "./fetchPlace";
import { findUnfit } from "./findUnfit";
import { type Fetched, need } from "./installation";
import { runTests, whyUnlike } from "./runTests";

/**
 * The package at a place, fit for others: with its defaults it is a valid manifest that becomes a template for AWS, and
 * nothing in it is secret or changes by itself. Throws a `UsageError` with everything that is wrong.
 */
export async function packageToPublish(place: string): Promise<Fetched> {
  const fetched = await fetchPlace(place);
  const wrong = findWrong(fetched.found);
  if (wrong.length === 0) return fetched;
  const { name, version } = fetched.found;
  throw new UsageError(
    `${name} ${version} is not fit to be published:\n${wrong.map((line) => `  ${line}\n`).join("")}`.trimEnd(),
  );
}

function findWrong(found: Package): readonly string[] {
  const text = need(expand(found, need(valuesFor(found, []))));
  const unlike = whyUnlike(text);
  if (unlike !== undefined) return [unlike];
  const failed = runTests(found).flatMap(({ name, why }) =>
    why === undefined ? [] : [`Its test ${name} fails. ${why}`],
  );
  return [...failed, ...findUnfit(text)];
}
