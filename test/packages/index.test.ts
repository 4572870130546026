import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openManifest } from "../../extension/manifest/manifest";
import { expand } from "../../extension/packages/expand";
import { valuesFor } from "../../extension/packages/parameters";
import { readPackage } from "../../extension/packages/readPackage";
import { shippedIndex } from "../../extension/sources/shippedIndex";
import { estimate } from "../../extension/targets/aws/price/estimate";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { findLinter, lint } from "../aws/lint";
import { sandboxFolder, withPerson } from "../cli/command";

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

/** What a plan on a Sandbox of its own says. */
async function planned(manifest: string): Promise<unknown> {
  const { folder, remove } = await sandboxFolder();
  try {
    const file = join(folder, "stackwright.yaml");
    await writeFile(file, manifest);
    const { out, err } = await withPerson(["plan", file, "--json"], folder, []);
    return out === "" ? err : JSON.parse(out);
  } finally {
    await remove();
  }
}

describe("the index that is shipped", () => {
  it("has the twelve applications that it promises", async () => {
    expect((await index.names()).join(" ")).toBe(
      "chatwoot directus discourse ghost gitea mattermost metabase n8n outline redash umami wordpress",
    );
  });

  it.each(all)(
    "has $label without a problem but that its domain is yet to be given, a price, and a plan",
    async ({ name, version }) => {
      expect((await manifestOf(name, version)).problems.map(({ code }) => code)).toEqual(["plain-http"]);
      const app = await appOf(name, version);
      const { idle } = estimate(app);
      expect(idle.usd).toBeGreaterThan(20);
      // The list has no prices of MySQL: a machine and a disk.
      expect(idle.unknown).toBe([...app.components.values()].some(({ type }) => type === "mysql") ? 2 : 0);
      expect(await planned((await manifestOf(name, version)).text)).toMatchObject({ ok: true });
    },
    60_000,
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
