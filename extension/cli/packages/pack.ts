import { openManifest } from "../../manifest/manifest";
import { expand } from "../../packages/expand";
import { valuesFor } from "../../packages/parameters";
import type { Package } from "../../packages/readPackage";
import { synthesize } from "../../targets/aws/synthesize";
import { UsageError } from "../usage";
import { findUnfit } from "./findUnfit";
import { type Fetched, fetchPackage, need } from "./installation";
import { runTests } from "./runTests";
import { openPackage } from "./sources/openSource";

/**
 * The package at a place, fit for others: with its defaults it is a valid manifest that becomes a template for AWS, and
 * nothing in it is secret or changes by itself. Throws a `UsageError` with everything that is wrong.
 */
export async function packageToPublish(place: string): Promise<Fetched> {
  const index = await openPackage(place);
  const [version = ""] = await index.versions(index.only);
  const fetched = await fetchPackage(index, index.only, version);
  const wrong = findWrong(fetched.found);
  if (wrong.length === 0) return fetched;
  throw new UsageError(
    `${index.only} ${version} is not fit to be published:\n${wrong.map((line) => `  ${line}\n`).join("")}`.trimEnd(),
  );
}

function findWrong(found: Package): readonly string[] {
  const text = need(expand(found, need(valuesFor(found, []))));
  const app = openManifest(text).appFor();
  if (app === undefined) return ["Its components make no application."];
  try {
    synthesize(app);
  } catch (error) {
    return [`It does not become a template: ${error instanceof Error ? error.message : String(error)}`];
  }
  const failed = runTests(found).flatMap(({ name, why }) =>
    why === undefined ? [] : [`Its test ${name} fails. ${why}`],
  );
  return [...failed, ...findUnfit(text)];
}
