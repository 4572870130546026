import { openManifest } from "../../manifest/manifest";
import { expand } from "../../packages/expand";
import { valuesChosen } from "../../packages/parameters";
import type { Package, PackageTest } from "../../packages/readPackage";
import { estimate } from "../../targets/aws/price/estimate";
import { synthesize } from "../../targets/aws/synthesize";
import { dollars } from "../../targets/money";

export interface TestResult {
  readonly name: string;
  /** Why it failed, in a sentence. Absent when it passed. */
  readonly why?: string;
}

/** The package's own tests, in its order. Each makes a manifest and a template of it, and looks at what came out. */
export function runTests(found: Package): readonly TestResult[] {
  return Object.entries(found.tests ?? {}).map(([name, test]) => {
    const why = whyNot(found, test);
    return why === undefined ? { name } : { name, why };
  });
}

function whyNot(found: Package, { parameters = {}, ...expected }: PackageTest): string | undefined {
  const unknown = Object.keys(parameters).find((name) => !Object.hasOwn(found.parameters ?? {}, name));
  if (unknown !== undefined) return `There is no parameter ${unknown}.`;
  const { values, wrong } = valuesChosen(found, parameters);
  const [unfit] = Object.values(wrong);
  if (unfit !== undefined) return unfit;
  const text = expand(found, values);
  return text.ok ? whyUnlike(text.value, expected) : text.reason;
}

/** Why a manifest does not become what is expected of it, in a sentence: at least an application and its template. */
export function whyUnlike(
  manifest: string,
  { components, monthlyAtMost }: Pick<PackageTest, "components" | "monthlyAtMost"> = {},
): string | undefined {
  const app = openManifest(manifest).appFor();
  if (app === undefined) return "Its components make no application.";
  const names = [...app.components.keys()];
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
