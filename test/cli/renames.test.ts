import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fixtures, sandboxFolder, stackwright } from "./command";

let own: Awaited<ReturnType<typeof sandboxFolder>>;

beforeAll(async () => {
  own = await sandboxFolder();
});

afterAll(() => own.remove());

it("a plan recognises a renamed database, and writes what keeps its data", { timeout: 60_000 }, async () => {
  const { folder } = own;
  const shop = await readFile(`${fixtures}/shop.yaml`, "utf8");
  await stackwright(["deploy", `${fixtures}/shop.yaml`, "--yes"], { folder });
  const file = join(folder, "renamed.yaml");
  await writeFile(file, shop.replaceAll("[db]", "[main]").replace(/^ {2}db:/m, "  main:"));
  const output = join(folder, "refactor");
  const { code, out } = await stackwright(["plan", file, "--output", output], { folder });
  expect([code, out]).toEqual([0, expect.stringContaining("db was renamed to main: this replaces")]);
  expect(out).toContain("! The new database of main begins empty");
  expect(out).toContain("rename main back to db");
  const request = JSON.parse(await readFile(join(output, "create-stack-refactor.json"), "utf8"));
  expect(request.ResourceMappings).toContainEqual({
    Source: { StackName: "shop-default", LogicalResourceId: "DbInstance" },
    Destination: { StackName: "shop-default", LogicalResourceId: "MainInstance" },
  });
});
