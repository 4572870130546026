import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSandbox } from "../../extension/sandbox/sandbox";
import { fixtures, sandboxFolder, stackwright, start } from "./command";

const shop = `${fixtures}/shop.yaml`;
let folder: string;
let remove: () => Promise<void>;
let close: () => Promise<void>;

/** The Sandbox is a process of its own here, as a cloud is: it goes on whoever dies. */
beforeEach(async () => {
  ({ folder, remove } = await sandboxFolder());
  const sandbox = await startSandbox({ directory: `${folder}/sandbox`, speed: 12 });
  close = () => sandbox.close();
});

afterEach(async () => {
  await close();
  await remove();
});

const operations = async () => JSON.parse((await stackwright(["status", "--json"], { folder })).out).operations;

describe("a deployment whose process is killed", () => {
  it("is listed as not ended, and told from its beginning to its end by another process that attaches", async () => {
    const killed = start(["deploy", shop, "--yes"], { folder });
    killed.killAfter("_COMPLETE");
    expect((await killed.result).code).toBeNull();
    const [operation] = await operations();
    expect(operation).toMatchObject({ operation: "deploy", stackName: "shop-default", environment: "default" });
    expect(operation.ended).toBeUndefined();
    const attached = await stackwright(["attach"], { folder });
    expect(attached).toMatchObject({ code: 0, err: "" });
    expect(attached.out).toMatch(/shop-default is deployed\.\n {2}db: .+\.rds\.amazonaws\.com/);
    expect((await operations())[0]).toMatchObject({ id: operation.id, ended: { status: "succeeded" } });
    expect((await stackwright(["status"], { folder })).out).toContain("shop-default (Sandbox)  succeeded");
    expect((await stackwright(["plan", shop], { folder })).out).toContain("is up to date");
  });
});

describe("Ctrl-C", () => {
  it("says how to follow the deployment again, which then works", async () => {
    const left = start(["deploy", shop, "--yes"], { folder });
    left.interruptAfter("_COMPLETE");
    const { err } = await left.result;
    const command = /stackwright attach ([\da-f]{8})/.exec(err);
    expect(command).not.toBeNull();
    expect(await stackwright(["attach", command?.[1] ?? ""], { folder })).toMatchObject({ code: 0, err: "" });
  });
});

describe("--detach", () => {
  it("ends once the cloud has begun, and says how it is followed", async () => {
    const left = await stackwright(["deploy", shop, "--yes", "--detach"], { folder });
    expect(left).toMatchObject({ code: 0, err: "" });
    expect(left.out).not.toContain("is deployed");
    expect((await operations())[0].ended).toBeUndefined();
    const command = /stackwright attach ([\da-f]{8})/.exec(left.out);
    const attached = await stackwright(["attach", command?.[1] ?? ""], { folder });
    expect(attached.out).toContain("shop-default is deployed.");
    expect((await stackwright(["destroy", shop, "--confirm", "default", "--detach"], { folder })).code).toBe(0);
    expect(await stackwright(["attach"], { folder })).toMatchObject({ code: 0 });
  });
});

describe("plan --exit-code", () => {
  it("ends with 2 as long as there is something to deploy, and with 0 afterwards", async () => {
    const plan = () => stackwright(["plan", shop, "--exit-code"], { folder });
    expect((await plan()).code).toBe(2);
    expect((await stackwright(["deploy", shop, "--yes"], { folder })).code).toBe(0);
    expect((await plan()).code).toBe(0);
  });
});

describe("two processes that deploy the same stack at once", () => {
  it("begin it once: the other is refused and has changed nothing", { timeout: 120_000 }, async () => {
    const deploy = ["deploy", shop, "--yes", "--json"];
    const both = await Promise.all([0, 1].map(() => stackwright(deploy, { folder })));
    expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
    const results = both.map(({ out }) => JSON.parse(out.trim().split("\n").at(-1) ?? ""));
    const refused = results.find(({ ok }) => !ok);
    // Which of these it is depends on the moment at which the other was faster.
    expect(["stack-busy", "stale-plan"]).toContain(refused.failure.code);
    expect((await operations()).filter(({ ended }: { ended?: object }) => ended)).toHaveLength(1);
  });
});

describe("attaching where there is nothing", () => {
  it("is wrong usage, and says where to look", async () => {
    expect(await stackwright(["attach"], { folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining("status"),
    });
    const { code, err } = await stackwright(["attach", "none"], { folder });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("There is no operation none") });
    expect((await stackwright(["status"], { folder })).out).toBe("No operation was begun from this machine.\n");
  });
});
