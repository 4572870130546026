import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sinceWhen } from "../../extension/cli/commands/logs";
import { parseArguments } from "../../extension/cli/parseArguments";
import { UsageError } from "../../extension/cli/usage";
import { fixtures, sandboxFolder, stackwright, withPerson } from "../cli/command";

describe("what is typed", () => {
  it("has the component before the file, and a command for the container behind two dashes", () => {
    expect(parseArguments(["run", "web", "shop.yaml", "-e", "live", "--", "ls", "-l", "--json"])).toMatchObject({
      command: "run",
      operands: ["web"],
      files: ["shop.yaml"],
      environment: "live",
      rest: ["ls", "-l", "--json"],
      json: false,
    });
  });

  it("may leave out the file, but not the component", () => {
    expect(parseArguments(["logs", "web"])).toMatchObject({ operands: ["web"], files: [] });
    expect(() => parseArguments(["logs"])).toThrow(new UsageError("stackwright logs needs a component."));
    expect(() => parseArguments(["scale", "web"])).toThrow("stackwright scale needs a number of tasks.");
  });

  it("keeps a file behind two dashes for commands that run nothing", () => {
    expect(parseArguments(["plan", "--", "--odd.yaml"])).toMatchObject({ files: ["--odd.yaml"], rest: [] });
  });

  it.each([
    ["15m", 900_000],
    ["2h", 7_200_000],
    ["3d", 259_200_000],
    ["30s", 30_000],
  ])("as a time, %s is so long ago", (text, ago) => {
    expect(sinceWhen(text, 1_000_000_000)).toBe(1_000_000_000 - ago);
  });

  it("as a time may be one that is written out, and nothing else", () => {
    expect(sinceWhen("1970-01-01T00:00:01Z", 0)).toBe(1_000);
    expect(() => sinceWhen("yesterday", 0)).toThrow(UsageError);
  });
});

describe("an environment that was deployed twice", () => {
  let folder: string;
  let remove: () => Promise<void>;
  let manifest: string;
  beforeAll(async () => {
    ({ folder, remove } = await sandboxFolder());
    manifest = join(folder, "stackwright.yaml");
    await copyFile(`${fixtures}/shop.yaml`, manifest);
    await stackwright(["deploy", manifest, "--yes"], { folder });
    await writeFile(manifest, (await readFile(manifest, "utf8")).replace("size: micro", "size: small"));
    await stackwright(["deploy", manifest, "--yes"], { folder });
  });
  afterAll(() => remove());

  const operations = async () =>
    JSON.parse((await stackwright(["history", manifest, "--json"], { folder })).out).operations;

  it("has a history of both, with what each touched", async () => {
    const { out, code } = await stackwright(["history", manifest], { folder });
    expect(code).toBe(0);
    expect(out.match(/ deploy {4}succeeded/g)).toHaveLength(2);
    expect(out).toContain("arn:aws:");
    expect(out).toMatch(/db: database/);
  });

  it("goes back to the first when the person says so, and the manifest stays as it is", async () => {
    const before = await readFile(manifest, "utf8");
    const first = (await operations()).at(-1);
    const { code, out, asked } = await withPerson(["redeploy", first.id, manifest], folder, ["y"]);
    expect(asked).toEqual(["Deploy this? [y/N] "]);
    expect(out).toMatch(/db\.\w+\.small.*db\.\w+\.micro/);
    expect(code).toBe(0);
    expect(await readFile(manifest, "utf8")).toBe(before);
    expect(await operations()).toHaveLength(3);
    expect((await operations())[0].revision.key).toBe(first.revision.key);
    const again = await stackwright(["redeploy", first.id, manifest, "--yes"], { folder });
    expect(again.out).toContain("There is nothing to do.");
  });

  it("is not changed without anybody to ask, nor for an operation that is not its own", async () => {
    const [newest] = await operations();
    expect(await stackwright(["redeploy", newest.id, manifest], { folder })).toMatchObject({ code: 2 });
    const { code, err } = await stackwright(["redeploy", "nothing", manifest, "--yes"], { folder });
    expect(code).toBe(2);
    expect(err).toContain("There is no operation nothing");
  });

  it("says of what is no component, and of what has no tasks, what has some", async () => {
    const nothing = await stackwright(["logs", "nothing", manifest], { folder });
    expect(nothing).toMatchObject({ code: 1, err: expect.stringContaining("has no component nothing") });
    const database = await stackwright(["restart", "db", manifest], { folder });
    expect(database).toMatchObject({ code: 1, err: expect.stringContaining("db has no tasks") });
  });
});
