import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sandboxFolder, stackwright } from "../cli/command";
import { failing } from "../deploy/ground";

/** What somebody may write into a manifest against all advice, each to be told from the others. */
const planted = {
  token: "planted-token-7f31c9",
  password: "planted-password-b2e4",
  key: "AKIAPLANTED00SECRET9",
  address: "planted-in-address-55aa",
  failure: "planted-in-failure-90ce",
} as const;

const manifest = (storage: string) => `name: secretive
region: us-east-1
components:
  jobs:
    type: worker
    image: example/jobs:1
    connections: [db]
    env:
      API_TOKEN: ${planted.token}
      ADMIN_PASSWORD: ${planted.password}
      AWS_ACCESS_KEY_ID: ${planted.key}
      UPSTREAM: https://ann:${planted.address}@example.com/hook
  db:
    type: postgres
    version: "16"
    size: micro
    storage: ${storage}
    deletionProtection: false
`;

let folder: string;
let remove: () => Promise<void>;
const said: string[] = [];

/** A whole life: planned, deployed, changed, failed, looked at, destroyed; as a person and as a program see it. */
beforeAll(async () => {
  ({ folder, remove } = await sandboxFolder());
  const place = join(folder, "project");
  await mkdir(place);
  const file = join(place, "stackwright.yaml");
  const commands = async (text: string, ...lines: readonly (readonly string[])[]) => {
    await writeFile(file, text);
    for (const [command = "", ...rest] of lines) {
      const { out, err } = await stackwright([command, file, ...rest], { folder });
      said.push(out, err);
    }
  };
  await commands(manifest("20Gi"), ["plan"], ["deploy", "--yes", "--json"], ["history"]);
  await commands(manifest("30Gi").replace(planted.token, `${planted.token}-rotated`), ["plan", "--json"]);
  await commands(manifest("30Gi").replace(planted.token, `${planted.token}-rotated`), ["deploy", "--yes"]);
  const refusal = `password=${planted.failure} is not valid`;
  await commands(failing(manifest("40Gi"), "DbInstance", refusal), ["deploy", "--yes"], ["deploy", "--yes", "--json"]);
  await commands(manifest("20Gi"), ["destroy", "--confirm", "default", "--json"]);
  for (const args of [["status"], ["status", "--json"]]) {
    const { out, err } = await stackwright(args, { folder });
    said.push(out, err);
  }
}, 180_000);

afterAll(() => remove());

/** Everything below the folder but the person's own manifest, and the simulated cloud, which has what it was given. */
async function written(): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const ours = files.filter((name) => !/^(project|sandbox)$/.test(name.slice(folder.length + 1).split(sep)[0] ?? ""));
  return new Map(
    await Promise.all(ours.map(async (name) => [name, await readFile(name, "latin1")] as [string, string])),
  );
}

describe("secrets in a manifest", () => {
  it("were used: the run has planned, deployed, failed and destroyed", () => {
    const all = said.join("\n");
    for (const words of ["API_TOKEN", "secretive-default is deployed", "could not be", '"destroyed"']) {
      expect(all).toContain(words);
    }
  });

  it.each(Object.entries(planted))("the %s stands in nothing that was said", (_, secret) => {
    expect(said.filter((text) => text.includes(secret))).toEqual([]);
  });

  it.each(Object.entries(planted))("the %s stands in no file that was written", async (_, secret) => {
    const files = await written();
    expect(files.size).toBeGreaterThan(3);
    expect([...files].filter(([, text]) => text.includes(secret)).map(([name]) => name)).toEqual([]);
  });
});
