import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { version } from "../../package.json";
import { fixtures, stackwright } from "./command";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stackwright-offline-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("stackwright", () => {
  it("shows its help and its version", async () => {
    expect(await stackwright(["--help"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("stackwright deploy FILE"),
      err: "",
    });
    expect(await stackwright(["--version"])).toMatchObject({ code: 0, out: `${version}\n` });
  });

  it("says what is wrong with how it was called, and exits with 2", async () => {
    const { code, out, err } = await stackwright(["depoly"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe("There is no command depoly.\nstackwright --help shows how it is used.\n");
  });
});

describe("stackwright validate", () => {
  it("shows problems at their place, with the line and a caret", async () => {
    const { code, out } = await stackwright(["validate", `${fixtures}/broken.yaml`]);
    expect(code).toBe(1);
    await expect(out).toMatchFileSnapshot("golden/validate-broken.txt");
  });

  it("gives one JSON document with the same problems", async () => {
    const { code, out } = await stackwright(["validate", "--json", `${fixtures}/broken.yaml`, `${fixtures}/shop.yaml`]);
    const { ok, files } = JSON.parse(out);
    expect({ code, ok }).toEqual({ code: 1, ok: false });
    expect(files.map((file: { ok: boolean }) => file.ok)).toEqual([false, true]);
    const keys = Object.keys(files[0].problems[0]);
    expect(keys).toEqual(expect.arrayContaining(["code", "severity", "message", "line", "column", "range"]));
    const codes = files[0].problems.map((problem: { code: string }) => problem.code);
    expect(codes).toEqual(expect.arrayContaining(["unknown-key", "wrong-type", "unknown-component"]));
  });

  it("reads standard input and folders", async () => {
    const text = await readFile(`${fixtures}/shop.yaml`, "utf8");
    expect(await stackwright(["validate", "-"], { input: text })).toMatchObject({
      code: 0,
      out: "<stdin>: no problems\n",
    });
    await writeFile(join(folder, "stackwright.yaml"), text);
    expect((await stackwright(["validate", folder])).code).toBe(0);
  });

  it("asks AWS's specification about what was added by hand, and says it once for all environments", async () => {
    const file = join(folder, "patched.yaml");
    const patch = "{ op: add, path: /Resources/Cluster/Properties/Colour, value: red }";
    const environments = "environments: { staging: {}, live: {} }";
    const text = await readFile(`${fixtures}/shop.yaml`, "utf8");
    await writeFile(file, `${text}aws: { overrides: [${patch}] }\n${environments}\n`);
    const { code, out } = await stackwright(["validate", file]);
    expect(code).toBe(1);
    expect(out.match(/AWS would refuse \/Resources\/Cluster\/Properties/g)).toHaveLength(1);
    expect(out).toMatch(/at .*patched\.yaml:\d+:\d+/);
    const json = JSON.parse((await stackwright(["validate", "--json", file])).out);
    expect(json).toMatchObject({ ok: false, files: [{ refused: [{ environments: ["staging", "live"] }] }] });
  });

  it("says that the file of extra resources is not there", async () => {
    const file = join(folder, "extra.yaml");
    await writeFile(file, `${await readFile(`${fixtures}/shop.yaml`, "utf8")}aws: { resources: nowhere.yaml }\n`);
    const { code, out } = await stackwright(["validate", file]);
    expect([code, out]).toEqual([
      1,
      expect.stringContaining("nowhere.yaml, which `aws.resources` names, does not exist"),
    ]);
  });

  it.each([
    ["nothing.yaml", "nothing.yaml does not exist.\n"],
    [fixtures, `${fixtures} is a folder without a stackwright.yaml in it.\n`],
  ])("says that %s is no manifest", async (file, err) => {
    expect(await stackwright(["validate", file])).toEqual({ code: 2, out: "", err });
  });
});

describe("stackwright synth", () => {
  it("prints the template, or writes it to a file", async () => {
    const { code, out } = await stackwright(["synth", `${fixtures}/shop.yaml`, "--target", "aws"]);
    expect(code).toBe(0);
    expect(JSON.parse(out).Resources.DbInstance.Type).toBe("AWS::RDS::DBInstance");
    const output = join(folder, "template.json");
    await stackwright(["synth", `${fixtures}/shop.yaml`, "--output", output]);
    expect(await readFile(output, "utf8")).toBe(out);
  });

  it("gives the stack's name and all that goes with the template as JSON", async () => {
    const { out } = await stackwright(["synth", "--json", `${fixtures}/shop.yaml`]);
    expect(JSON.parse(out)).toMatchObject({ ok: true, stackName: "shop-default", capabilities: ["CAPABILITY_IAM"] });
  });

  it("does nothing with a manifest that has errors", async () => {
    const { code, out, err } = await stackwright(["synth", `${fixtures}/broken.yaml`]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("nothing was done");
    const json = await stackwright(["synth", "--json", `${fixtures}/broken.yaml`]);
    expect(JSON.parse(json.out)).toMatchObject({ ok: false });
  });

  it("ejects to a folder of its own, and overwrites nothing", async () => {
    const output = join(folder, "ejected");
    const { code, out } = await stackwright(["eject", `${fixtures}/shop.yaml`, "--output", output]);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(join(output, "shop-default.yaml")) });
    expect(await readFile(join(output, "shop-default.yaml"), "utf8")).toContain("  # db: a PostgreSQL database\n");
    expect(await readFile(join(output, "README.md"), "utf8")).toContain("## The way back");
    const again = await stackwright(["eject", `${fixtures}/shop.yaml`, "--output", output]);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining("exists already")]);
  });

  it("does not guess between environments", async () => {
    const { code, err } = await stackwright(["synth", `${fixtures}/environments.yaml`]);
    expect(code).toBe(2);
    expect(err).toBe("The manifest has several environments; choose one with --environment:\n  staging\n  live\n");
    const unknown = await stackwright(["synth", `${fixtures}/environments.yaml`, "-e", "prod"]);
    expect(unknown.err).toBe("The manifest has no environment prod. It has:\n  staging\n  live\n");
  });
});
