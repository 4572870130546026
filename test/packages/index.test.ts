import { describe, expect, it } from "vitest";
import { shippedIndex } from "../../extension/cli/packages/shippedIndex";
import { openManifest } from "../../extension/manifest/manifest";
import { expand } from "../../extension/packages/expand";
import { valuesFor } from "../../extension/packages/parameters";
import { readPackage } from "../../extension/packages/readPackage";
import { estimate } from "../../extension/targets/aws/price/estimate";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { findLinter, lint } from "../aws/lint";

const index = shippedIndex();
const all = (
  await Promise.all(
    (
      await index.names()
    ).map(async (name) =>
      (await index.versions(name)).map((version) => ({ name, version, label: `${name} ${version}` })),
    ),
  )
).flat();

async function manifestOf(name: string, version: string) {
  const found = readPackage(await index.read(name, version));
  if (!found.ok) throw new Error(found.reason);
  expect(found.value).toMatchObject({ name, version });
  const values = valuesFor(found.value, []);
  if (!values.ok) throw new Error(values.reason);
  const text = expand(found.value, values.value);
  if (!text.ok) throw new Error(text.reason);
  return openManifest(text.value);
}

async function appOf(name: string, version: string) {
  const app = (await manifestOf(name, version)).appFor();
  if (app === undefined) throw new Error(`${name} has errors`);
  return app;
}

describe("the index that is shipped", () => {
  it.each(all)(
    "has $label without a problem but that its domain is yet to be given, and knows its whole price",
    async ({ name, version }) => {
      expect((await manifestOf(name, version)).problems.map(({ code }) => code)).toEqual(["plain-http"]);
      const { idle } = estimate(await appOf(name, version));
      expect(idle.usd).toBeGreaterThan(20);
      expect(idle.unknown).toBe(0);
    },
  );

  const linter = findLinter();
  it.skipIf(linter === undefined)(
    "has only templates in which cfn-lint finds nothing",
    { timeout: 180_000 },
    async () => {
      const templates = await Promise.all(
        all.map(async ({ name, version }) => [name, synthesize(await appOf(name, version)).text] as const),
      );
      expect(lint(linter ?? "", new Map(templates)).filter((finding) => !/: I1022 /.test(finding))).toEqual([]);
    },
  );
});
