import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ExecuteChangeSetCommand, UpdateStackCommand } from "@aws-sdk/client-cloudformation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { destroy } from "../../extension/deploy/destroy";
import { execute } from "../../extension/deploy/execute";
import { findStack } from "../../extension/deploy/findStack";
import { attach } from "../../extension/deploy/journal/attach";
import { operationsOf } from "../../extension/deploy/journal/journal";
import { planDestroy } from "../../extension/deploy/planDestroy";
import { cancel, continueRollback, rollBack } from "../../extension/deploy/recover/recover";
import type { Plan } from "../../extension/deploy/types";
import { appOf, deployed, failing, type Ground, openGround, planned, Recorder, refusalOf, shop } from "./ground";

let ground: Ground;
let slow: Ground;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stackwright-recover-"));
  [ground, slow] = await Promise.all([openGround(), openGround(4)]);
});

afterAll(async () => {
  await Promise.all([ground.close(), slow.close()]);
  await rm(folder, { recursive: true, force: true });
});

const named = (name: string, manifest = shop) => manifest.replace("name: shop", `name: ${name}`);
const larger = (manifest: string) => manifest.replace("storage: 20Gi", "storage: 30Gi");
const journalOf = (name: string) => ({ folder: join(folder, name) });
const statusOf = async ({ cloud }: Ground, name: string) => (await findStack(cloud, `${name}-default`))?.StackStatus;

/** Carries a plan out with rollback switched off, as other tools do, and waits for the failure. */
async function failAndStay({ cloud }: Ground, plan: Plan): Promise<void> {
  await cloud.cloudFormation.send(
    new ExecuteChangeSetCommand({ ChangeSetName: plan.changeSetId, DisableRollback: true }),
  );
  await expect
    .poll(async () => (await findStack(cloud, plan.stackName))?.StackStatus, { timeout: 10_000 })
    .toMatch(/^(CREATE|UPDATE)_FAILED$/);
}

describe("cancelling an update", () => {
  it("brings the stack back, and tells both who cancelled and who deployed", async () => {
    const { cloud } = slow;
    const journal = journalOf("cancel");
    await deployed(cloud, appOf(named("cancelled")));
    const deploying = new Recorder();
    const made = await planned(cloud, appOf(larger(named("cancelled"))), deploying);
    const running = execute(cloud, made, deploying, undefined, { journal });
    await deploying.until("resource");
    const cancelling = new Recorder();
    const outcome = await cancel(cloud, "cancelled-default", cancelling, undefined, { journal });
    expect(outcome).toMatchObject({
      ok: true,
      outputs: expect.arrayContaining([expect.objectContaining({ key: "DbHost" })]),
    });
    expect(cancelling.codes.at(0)).toBe("recovering");
    expect(cancelling.all("recovered")[0]?.text).toMatch(/^cancelled-default is back to what it was/);
    expect(await running).toMatchObject({ ok: false, failure: { code: "deployment-cancelled" } });
    expect(await statusOf(slow, "cancelled")).toBe("UPDATE_ROLLBACK_COMPLETE");
    const operations = await operationsOf(journal);
    expect(operations.map(({ operation, ended }) => [operation, ended?.status])).toEqual([
      ["cancel", "succeeded"],
      ["deploy", "failed"],
    ]);
  });

  it("is refused, with what can be done instead, where nothing is under way", async () => {
    await deployed(ground.cloud, appOf(named("idle")));
    const host = new Recorder();
    const journal = journalOf("idle");
    expect(await refusalOf(cancel(ground.cloud, "idle-default", host, undefined, { journal }))).toEqual({
      code: "wrong-status",
      message: "Only an update that is under way can be cancelled, and idle-default is in CREATE_COMPLETE.",
      fix: "Nothing was changed. What can be done now: plan and deploy, look for drift or destroy it.",
    });
    expect(await operationsOf(journal)).toEqual([]);
    expect(await refusalOf(cancel(ground.cloud, "nowhere", host))).toMatchObject({
      message: expect.stringContaining("there is no stack nowhere"),
    });
  });
});

describe("a deployment that failed with rollback switched off", () => {
  it("is emptied when it was the first", async () => {
    const made = await planned(ground.cloud, appOf(failing(named("first"), "DbInstance", "No.")));
    await failAndStay(ground, made);
    const journal = journalOf("first");
    const host = new Recorder();
    expect((await rollBack(ground.cloud, "first-default", host, undefined, { journal })).ok).toBe(true);
    expect(await statusOf(ground, "first")).toBe("ROLLBACK_COMPLETE");
    expect((await operationsOf(journal))[0]).toMatchObject({ operation: "rollback", ended: { status: "succeeded" } });
    expect((await deployed(ground.cloud, appOf(named("first")))).ok).toBe(true);
  });

  it("goes back to what was there when it was an update", async () => {
    await deployed(ground.cloud, appOf(named("second")));
    const broken = failing(larger(named("second")), "DbInstance", "No.");
    await failAndStay(ground, await planned(ground.cloud, appOf(broken)));
    const outcome = await rollBack(ground.cloud, "second-default", new Recorder());
    expect(outcome).toMatchObject({
      ok: true,
      outputs: expect.arrayContaining([expect.objectContaining({ key: "DbHost" })]),
    });
    expect(await statusOf(ground, "second")).toBe("UPDATE_ROLLBACK_COMPLETE");
  });
});

describe("a rollback that got stuck", () => {
  /** An update that fails, and whose database cannot go back the first time. */
  async function stuck(name: string): Promise<void> {
    await deployed(ground.cloud, appOf(named(name)));
    const broken = failing(larger(named(name)), "JobsService", "No.");
    const both = `${broken}    - { op: add, path: /Resources/DbInstance/Metadata/StackwrightSandbox, value: { FailRollback: "Still in use." } }\n`;
    const outcome = await deployed(ground.cloud, appOf(both));
    expect(outcome.ok).toBe(false);
    expect(await statusOf(ground, name)).toBe("UPDATE_ROLLBACK_FAILED");
  }

  it.each([
    ["once the cause is mended", "plain", {}],
    ["without what is skipped", "skip", { skip: ["DbInstance"] }],
    ["without whatever fails", "force", { force: true }],
  ])("goes on %s", async (_, name, continuation) => {
    await stuck(`stuck-${name}`);
    const host = new Recorder();
    const journal = journalOf(name);
    const stack = `stuck-${name}-default`;
    const outcome = await continueRollback(ground.cloud, stack, continuation, host, undefined, { journal });
    expect(outcome.ok).toBe(true);
    expect(await statusOf(ground, `stuck-${name}`)).toBe("UPDATE_ROLLBACK_COMPLETE");
    expect((await operationsOf(journal))[0]).toMatchObject({ operation: "continue", plan: continuation });
  });

  it("is told to whom wants to deploy, with what to do", async () => {
    await stuck("stuck-told");
    expect(await refusalOf(planned(ground.cloud, appOf(named("stuck-told"))))).toMatchObject({
      code: "stack-stuck",
      fix: expect.stringContaining("stackwright continue"),
    });
  });
});

describe("what cannot be deleted", () => {
  async function undeletable(name: string): Promise<void> {
    await deployed(ground.cloud, appOf(failing(named(name), "DbInstance", "Still in use.", "FailDelete")));
    await destroy(ground.cloud, await planDestroy(ground.cloud, `${name}-default`, new Recorder()), new Recorder());
    expect(await statusOf(ground, name)).toBe("DELETE_FAILED");
  }

  it.each([
    ["is kept where it was chosen", "retained", { retain: ["DbInstance"] }],
    ["is kept by force", "forced", { force: true }],
  ])("%s, which is said before and after", async (_, name, options) => {
    await undeletable(name);
    const doom = await planDestroy(ground.cloud, `${name}-default`, new Recorder(), options);
    expect(doom.retained.map(({ logicalId }) => logicalId)).toEqual(["DbInstance"]);
    expect(doom.dataRisks.join()).toContain("go on costing");
    const journal = journalOf(name);
    const outcome = await destroy(ground.cloud, doom, new Recorder(), undefined, { journal });
    expect(outcome).toMatchObject({ ok: true, report: { retained: [{ logicalId: "DbInstance" }] } });
    expect(await findStack(ground.cloud, `${name}-default`)).toBeUndefined();
  });

  it("is named when something else is to be kept", async () => {
    await undeletable("misnamed");
    const refused = planDestroy(ground.cloud, "misnamed-default", new Recorder(), { retain: ["JobsService"] });
    expect(await refusalOf(refused)).toMatchObject({
      code: "wrong-status",
      message: "Only what could not be deleted can be left out, and JobsService is none of that.",
      fix: "Nothing was changed. What could not be deleted: DbInstance.",
    });
  });

  it("cannot be left out before deleting was tried", async () => {
    await deployed(ground.cloud, appOf(named("untried")));
    const refused = planDestroy(ground.cloud, "untried-default", new Recorder(), { force: true });
    expect(await refusalOf(refused)).toMatchObject({ code: "wrong-status" });
  });
});

describe("stopping a first deployment", () => {
  it("deletes what there is of it, and tells who deployed that somebody did", async () => {
    const { cloud } = slow;
    const journal = journalOf("stop");
    const deploying = new Recorder();
    const made = await planned(cloud, appOf(named("stopped")), deploying);
    const running = execute(cloud, made, deploying, undefined, { journal });
    await deploying.until("resource");
    const doom = await planDestroy(cloud, "stopped-default", new Recorder(), { stop: true });
    expect((await destroy(cloud, doom, new Recorder(), undefined, { journal })).ok).toBe(true);
    expect(await running).toMatchObject({ ok: false, failure: { code: "overtaken" } });
    expect(await findStack(cloud, "stopped-default")).toBeUndefined();
  });

  it("is refused for an update, which is cancelled instead", async () => {
    await deployed(ground.cloud, appOf(named("no-stop")));
    const refused = planDestroy(ground.cloud, "no-stop-default", new Recorder(), { stop: true });
    expect((await refusalOf(refused)).code).toBe("wrong-status");
  });
});

describe("attaching to a recovery", () => {
  it("tells its end, as of any operation", async () => {
    const made = await planned(ground.cloud, appOf(failing(named("later"), "DbInstance", "No.")));
    await failAndStay(ground, made);
    const journal = journalOf("later");
    const left = new AbortController();
    left.abort();
    const outcome = await rollBack(ground.cloud, "later-default", new Recorder(), left.signal, { journal });
    expect(outcome).toMatchObject({ ok: false, failure: { code: "detached" } });
    const [entry] = await operationsOf(journal);
    if (!entry) throw new Error("It was not written down.");
    const host = new Recorder();
    expect((await attach(ground.cloud, journal, entry, host)).ok).toBe(true);
    expect(host.codes.filter((code) => code !== "resource")).toEqual(["recovering", "rolling-back", "recovered"]);
  });

  it("says when a destroyed stack has been forgotten that it is destroyed", async () => {
    await deployed(ground.cloud, appOf(named("forgotten")));
    const doom = await planDestroy(ground.cloud, "forgotten-default", new Recorder());
    const journal = journalOf("forgotten");
    const left = new AbortController();
    left.abort();
    await destroy(ground.cloud, doom, new Recorder(), left.signal, { journal });
    const [entry] = await operationsOf(journal);
    if (entry?.operation !== "destroy") throw new Error("It was not written down.");
    const stackId = `${entry.plan.stackId}-forgotten`;
    const outcome = await attach(ground.cloud, journal, { ...entry, plan: { ...entry.plan, stackId } }, new Recorder());
    expect(outcome).toMatchObject({ ok: true, report: { stackName: "forgotten-default" } });
  });
});

describe("an update while a recovery is under way", () => {
  it("is refused by the cloud, and does not disturb the watching", async () => {
    const made = await planned(slow.cloud, appOf(failing(named("race"), "DbInstance", "No.")));
    await failAndStay(slow, made);
    const host = new Recorder();
    const running = rollBack(slow.cloud, "race-default", host);
    await host.until("rolling-back");
    const update = new UpdateStackCommand({ StackName: "race-default", UsePreviousTemplate: true });
    await expect(slow.cloud.cloudFormation.send(update)).rejects.toThrow(/ROLLBACK_IN_PROGRESS/);
    expect((await running).ok).toBe(true);
  });
});
