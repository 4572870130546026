import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixtures, sandboxFolder, stackwright, start, withPerson } from "./command";

const shop = `${fixtures}/shop.yaml`;
let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ folder, remove } = await sandboxFolder());
});

afterAll(() => remove());

const lines = (text: string) => text.trim().split("\n");

describe("from the first plan to the end", () => {
  it("plans, which changes nothing", async () => {
    const { code, out } = await stackwright(["plan", shop], { folder });
    expect(code).toBe(0);
    await expect(out).toMatchFileSnapshot("golden/plan-create.txt");
    expect((await stackwright(["plan", shop, "--json"], { folder })).out).toContain('"kind":"create"');
  });

  it("demands --yes where nobody can be asked", async () => {
    const { code, out, err } = await stackwright(["deploy", shop], { folder });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("add --yes");
  });

  it("deploys, a plain line for each thing that happens, and the outputs at the end", async () => {
    const { code, out, err } = await stackwright(["deploy", shop, "--yes"], { folder });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^\d\d:\d\d:\d\d +\d+\/\d+ db: database DbInstance CREATE_COMPLETE$/m);
    expect(out).not.toContain("\u001b");
    expect(out).toMatch(/shop-default is deployed\.\n {2}db: .+\.rds\.amazonaws\.com/);
  });

  it("has nothing to do the second time", async () => {
    const { code, out } = await stackwright(["plan", shop], { folder });
    expect({ code, out }).toEqual({ code: 0, out: "shop-default is up to date. There is nothing to deploy.\n" });
    const again = await stackwright(["deploy", shop, "--yes", "--json"], { folder });
    expect(JSON.parse(lines(again.out).at(-1) ?? "")).toMatchObject({ code: "result", ok: true, kind: "unchanged" });
  });

  it("destroys, and says what is left", async () => {
    const { code, out } = await stackwright(["destroy", shop, "--confirm", "default"], { folder });
    expect(code).toBe(0);
    expect(out).toMatch(/shop-default is destroyed: \d+ resources deleted, 1 kept as a snapshot/);
    expect(await stackwright(["destroy", shop, "--confirm", "default"], { folder })).toMatchObject({
      code: 1,
      err: expect.stringContaining("There is nothing to destroy"),
    });
  });
});

describe("JSON", () => {
  it("is a message a line and a result at the end, and nothing else on standard output", async () => {
    const own = await sandboxFolder();
    const { code, out, err } = await stackwright(["deploy", shop, "--yes", "--json"], { folder: own.folder });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const messages = lines(out).map((line) => JSON.parse(line));
    expect(messages[0]).toMatchObject({ code: "identified", level: "info", text: expect.stringContaining("Sandbox") });
    expect(messages.at(-2)).toMatchObject({ code: "succeeded" });
    expect(messages.at(-1)).toMatchObject({ code: "result", ok: true });
    await own.remove();
  });
});

describe("with a person in front of it", () => {
  it("asks, and a no changes nothing", async () => {
    const { code, asked, out } = await withPerson(["deploy", shop], folder, ["n"]);
    expect(code).toBe(1);
    expect(asked).toEqual(["Deploy this? [y/N] "]);
    expect(out).toContain("Nothing was changed.");
    expect((await stackwright(["destroy", shop, "--confirm", "default"], { folder })).err).toContain(
      "There is no stack",
    );
  });

  it("draws a table in place while it goes on", async () => {
    const { code, out } = await withPerson(["deploy", shop], folder, ["y"]);
    expect(code).toBe(0);
    expect(out).toContain("\u001b[J");
    expect(out).toContain("shop-default is deployed, in ");
  });

  it("wants the environment's name where nothing can be undone", async () => {
    const wrong = await withPerson(["destroy", shop], folder, ["yes"]);
    expect(wrong.asked[0]).toContain("Type the environment's name, default, to confirm");
    expect(wrong).toMatchObject({ code: 1, out: expect.stringContaining("Nothing was changed.") });
    expect(await withPerson(["destroy", shop], folder, ["default"])).toMatchObject({ code: 0 });
  });

  it("wants the environment's name when it is protected, and refuses to destroy it", async () => {
    const file = `${fixtures}/environments.yaml`;
    const { code, asked } = await withPerson(["deploy", file, "-e", "live"], folder, ["live"]);
    expect({ code, asked }).toEqual({ code: 0, asked: [expect.stringContaining("live is protected.")] });
    const refused = await withPerson(["destroy", file, "-e", "live"], folder, []);
    expect(refused).toMatchObject({
      code: 1,
      asked: [],
      err: expect.stringContaining("is protected against being destroyed"),
    });
  });
});

describe("Ctrl-C", () => {
  it("stops the watching with words, and the deployment is still there", async () => {
    const own = await sandboxFolder();
    const deploying = start(["deploy", shop, "--yes"], { folder: own.folder, speed: "1" });
    deploying.interruptAfter("CREATE_IN_PROGRESS");
    const { code, out, err } = await deploying.result;
    expect(code).toBe(1);
    expect(out).toContain("Stopped watching.");
    expect(out).toContain("The Sandbox runs inside this command");
    expect(err).toContain("goes on in the cloud");
    const busy = await stackwright(["plan", shop], { folder: own.folder, speed: "1" });
    expect(busy).toMatchObject({ code: 1, err: expect.stringContaining("CREATE_IN_PROGRESS") });
    await own.remove();
  });
});

describe("stackwright sandbox", () => {
  it("says where it is and how to use it, and ends with Ctrl-C", async () => {
    const own = await sandboxFolder();
    const serving = start(["sandbox"], { folder: own.folder });
    serving.interruptAfter("Ctrl-C stops it");
    const { code, out } = await serving.result;
    expect(code).toBe(0);
    expect(out).toMatch(/AWS_ENDPOINT_URL.*http:\/\/127\.0\.0\.1:\d+/);
    expect(out).toMatch(/The Sandbox is stopped\. Its state is kept\.\n$/);
    await own.remove();
  });
});

describe("a Sandbox that cannot start", () => {
  it.each([["plan", shop], ["sandbox"]])("is told by %s, with what to do", async (...args) => {
    const { code, out, err } = await stackwright(args, { folder: `${shop}/inside-a-file` });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^error: The Sandbox could not be started\.\n.*STACKWRIGHT_SANDBOX_DIR names another/);
  });
});

describe("AWS without credentials", () => {
  it("says in one sentence what to do", async () => {
    const names = ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_EC2_METADATA_DISABLED"] as const;
    const before = names.map((name) => process.env[name]);
    process.env["AWS_CONFIG_FILE"] = process.env["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent";
    process.env["AWS_EC2_METADATA_DISABLED"] = "true";
    const { code, out, err } = await stackwright(["plan", shop, "--target", "aws"]);
    names.forEach((name, index) => {
      const value = before[index];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^error: No AWS credentials were found on this machine\.\n {2}Sign in with aws login/);
  });
});
