import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fixtures, sandboxFolder, stackwright, withPerson } from "./command";

const shop = `${fixtures}/shop.yaml`;
const environments = `${fixtures}/environments.yaml`;
let folder: string;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ folder, remove } = await sandboxFolder());
});

afterEach(() => remove());

/** The shop with its database deleted for good, not kept as a snapshot: the plan loses data. */
async function without(component: string): Promise<string> {
  const text = await readFile(shop, "utf8");
  await mkdir(join(folder, "less"), { recursive: true });
  const file = join(folder, "less", "stackwright.yaml");
  await writeFile(file, text.replace(new RegExp(`^ {2}${component}:\\n(?: {4}.*\\n)+`, "m"), "").replace("[db]", "[]"));
  return file;
}

describe("where nobody can be asked", () => {
  it("--yes deploys what loses nothing", async () => {
    expect(await stackwright(["deploy", shop, "--yes"], { folder })).toMatchObject({ code: 0, err: "" });
  });

  it("--yes does not speak for lost data, and the environment's name does", async () => {
    await stackwright(["deploy", shop, "--yes"], { folder });
    const less = await without("db");
    const refused = await stackwright(["deploy", less, "--yes"], { folder });
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining("Nothing was changed.") });
    expect(refused.err).toMatch(/^This puts data at risk\.\n[\s\S]*db[\s\S]*add --confirm default\.\n$/);
    const json = await stackwright(["deploy", less, "--yes", "--json"], { folder });
    expect(JSON.parse(json.out.trim().split("\n").at(-1) ?? "")).toEqual({
      code: "result",
      ok: false,
      confirmed: false,
    });
    expect(await stackwright(["deploy", less, "--confirm", "default"], { folder })).toMatchObject({ code: 0 });
  }, 60_000);

  it("--yes does not speak for a protected environment, and its name does", async () => {
    const live = [environments, "--environment", "live"];
    const refused = await stackwright(["deploy", ...live, "--yes"], { folder });
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("live is protected.") });
    expect(refused.err).toContain("add --confirm live");
    expect(await stackwright(["deploy", ...live, "--yes", "--confirm", "live"], { folder })).toMatchObject({ code: 0 });
  }, 60_000);

  it("another environment's name is wrong usage, and nothing is begun", async () => {
    const { code, err } = await stackwright(["deploy", environments, "-e", "live", "--confirm", "staging"], { folder });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("names another environment than live") });
    expect((await stackwright(["destroy", environments, "-e", "live", "--yes"], { folder })).err).toContain("no stack");
  });
});

describe("in front of a person", () => {
  it("--yes alone still has them asked for the name of what is protected", async () => {
    const asked = ["deploy", environments, "-e", "live", "--yes"];
    expect(await withPerson(asked, folder, ["no"])).toMatchObject({ code: 1 });
    const { code, asked: questions } = await withPerson(asked, folder, ["live"]);
    expect({ code, questions }).toEqual({ code: 0, questions: [expect.stringContaining("live is protected.")] });
  });

  it("--confirm asks nothing", async () => {
    expect(await withPerson(["deploy", shop, "--confirm", "default"], folder, [])).toMatchObject({
      code: 0,
      asked: [],
    });
  });
});
