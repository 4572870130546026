import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixtures, stackwright } from "./command";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stackwright-export-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const shop = `${fixtures}/shop.yaml`;

describe("stackwright export", () => {
  it("writes the files, and says at its line what is not carried", async () => {
    const output = join(folder, "shop");
    const { code, out, err } = await stackwright(["export", "compose", shop, "-o", output]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(await readdir(output)).toEqual(
      expect.arrayContaining([".env", ".env.example", ".gitignore", "compose.md", "compose.yaml"]),
    );
    expect(out).toContain(join(output, "compose.yaml"));
    const number = Number(/:(\d+):1 region /.exec(out)?.[1]);
    expect((await readFile(shop, "utf8")).split("\n")[number - 1]).toMatch(/^region:/);
  });

  it("makes fresh secrets, for the owner's eyes and for no version control", async () => {
    const [one, two] = [join(folder, "one"), join(folder, "two")];
    for (const output of [one, two]) await stackwright(["export", "compose", shop, "-o", output]);
    const [first, second] = await Promise.all([one, two].map((output) => readFile(join(output, ".env"), "utf8")));
    expect(first).toMatch(/^DB_PASSWORD=[A-Za-z\d]{32}$/m);
    expect(first).not.toBe(second);
    expect(await readFile(join(one, ".gitignore"), "utf8")).toBe(".env\n");
    if (process.platform !== "win32") expect((await stat(join(one, ".env"))).mode & 0o077).toBe(0);
  });

  it("overwrites nothing", async () => {
    const output = join(folder, "again");
    await stackwright(["export", "compose", shop, "-o", output]);
    const before = await readFile(join(output, ".env"), "utf8");
    const again = await stackwright(["export", "compose", shop, "-o", output]);
    expect(again.code).toBe(2);
    expect(again.err).toContain("exists already.");
    expect(await readFile(join(output, ".env"), "utf8")).toBe(before);
  });

  it("writes nothing at all when one of its files is there", async () => {
    const output = join(folder, "half");
    await mkdir(output);
    await writeFile(join(output, ".env"), "MINE=1\n");
    expect((await stackwright(["export", "compose", shop, "-o", output])).code).toBe(2);
    expect(await readdir(output)).toEqual([".env"]);
  });

  it("writes into a repository beside its own README and .gitignore", async () => {
    const output = join(folder, "repository");
    await mkdir(output);
    for (const name of ["README.md", ".gitignore"]) await writeFile(join(output, name), "mine\n");
    expect((await stackwright(["export", "compose", shop, "-o", output])).code).toBe(0);
    expect(await readFile(join(output, ".gitignore"), "utf8")).toBe("mine\n");
    expect(await readFile(join(output, "README.md"), "utf8")).toBe("mine\n");
    expect(await readFile(join(output, "compose.md"), "utf8")).toContain("# shop (default) for Docker Compose\n");
  });

  it.each([
    ["heroku", "app.json"],
    ["render", "render.yaml"],
    ["convox", "convox.yml"],
  ])("writes for %s, and no secrets into a file", async (platform, name) => {
    const output = join(folder, platform);
    const { code, out } = await stackwright(["export", platform, shop, "-o", output]);
    expect(code).toBe(0);
    expect(out).toContain(join(output, name));
    expect(await readdir(output)).not.toContain(".env");
  });

  it("gives one JSON document, without a secret's value", async () => {
    const output = join(folder, "json");
    const { out } = await stackwright(["export", "compose", shop, "-o", output, "--json"]);
    const { ok, files, variables, notes } = JSON.parse(out);
    expect(ok).toBe(true);
    expect(files).toContain(join(output, ".env"));
    expect(variables[0]).toMatchObject({ name: expect.stringMatching(/^[A-Z_]+$/), about: expect.any(String) });
    expect(notes[0]).toMatchObject({ field: expect.any(String), line: expect.any(Number), text: expect.any(String) });
    const [, password = "none"] = /PASSWORD=(\w+)/.exec(await readFile(join(output, ".env"), "utf8")) ?? [];
    expect(out).not.toContain(password);
  });

  it("lists the platforms for one that it does not know", async () => {
    const { code, err } = await stackwright(["export", "mainframe", shop]);
    expect(code).toBe(2);
    expect(err).toMatch(/^There is no platform mainframe\. Choose one of these:\n {2}compose +Docker Compose\n/);
  });

  it("asks which platform is meant", async () => {
    expect(await stackwright(["export"])).toMatchObject({ code: 2, err: expect.stringContaining("needs a platform") });
  });
});
