import { openManifest } from "../../manifest/manifest";
import { install, type Offered } from "../../packages/install";
import { type Values, valuesChosen } from "../../packages/parameters";
import type { PackageTest } from "../../packages/readPackage";
import { estimate } from "../../targets/aws/price/estimate";
import { synthesize } from "../../targets/aws/synthesize";
import { dollars } from "../../targets/money";

export interface TestResult {
  readonly name: string;
  /** Why it failed, in a sentence. Absent when it passed. */
  readonly why?: string;
}

/** Packages that a package needs, by name. */
type Known = ReadonlyMap<string, Offered>;

/** The package's own tests, in its order. Each makes a manifest and a template of it, and looks at what came out. */
export function runTests(offered: Offered, known: Known): readonly TestResult[] {
  return Object.entries(offered.found.tests ?? {}).map(([name, test]) => {
    const why = whyNot(offered, test, known);
    return why === undefined ? { name } : { name, why };
  });
}

function whyNot(offered: Offered, { parameters = {}, ...expected }: PackageTest, known: Known): string | undefined {
  const { found } = offered;
  const unknown = Object.keys(parameters).find((name) => !Object.hasOwn(found.parameters ?? {}, name));
  if (unknown !== undefined) return `There is no parameter ${unknown}.`;
  const { values, wrong } = valuesChosen(found, parameters);
  const [unfit] = Object.values(wrong);
  if (unfit !== undefined) return unfit;
  return whyUnlike(offered, values, known, expected);
}

/**
 * Why a package, with all that it needs, does not become what is expected of it, in a sentence: at least an application
 * and its template. @param components the names of those that are its own
 */
export function whyUnlike(
  offered: Offered,
  values: Values,
  known: Known,
  { components, monthlyAtMost }: Pick<PackageTest, "components" | "monthlyAtMost"> = {},
): string | undefined {
  const empty = { text: undefined, lock: { lockVersion: 1, prices: "", packages: {} } } as const;
  const installed = install(empty, offered, { values }, known);
  if (!installed.ok) return installed.reason;
  const app = openManifest(installed.value.text).appFor();
  if (app === undefined) return "Its components make no application.";
  const names = Object.keys(installed.value.names);
  const other = differing(names, components ?? names);
  if (other !== undefined) return other;
  try {
    synthesize(app);
  } catch (error) {
    return `It does not become a template: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (monthlyAtMost === undefined) return undefined;
  const { usd } = estimate(app).idle;
  return usd <= monthlyAtMost
    ? undefined
    : `It costs ${dollars(usd)} a month, and not ${dollars(monthlyAtMost)} at most.`;
}

function differing(there: readonly string[], wanted: readonly string[]): string | undefined {
  const missing = wanted.filter((name) => !there.includes(name));
  if (missing.length > 0) return `It has no component ${missing.join(", ")}.`;
  const more = there.filter((name) => !wanted.includes(name));
  return more.length > 0 ? `It has a component ${more.join(", ")}, which the test does not name.` : undefined;
}
