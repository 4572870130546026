import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { DeleteStackCommand } from "@aws-sdk/client-cloudformation";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { destroy } from "../../extension/deploy/destroy";
import { execute } from "../../extension/deploy/execute";
import { attach } from "../../extension/deploy/journal/attach";
import type { JournalEntry } from "../../extension/deploy/journal/entry";
import { type Journal, operationsOf } from "../../extension/deploy/journal/journal";
import { lockStack } from "../../extension/deploy/journal/lock";
import { orphansOf } from "../../extension/deploy/journal/orphans";
import type { Host, Message } from "../../extension/deploy/messages";
import { planDestroy } from "../../extension/deploy/planDestroy";
import { appOf, failing, type Ground, openGround, planned, Recorder, refusalOf, shop } from "./ground";

let ground: Ground;
let journal: Journal;

beforeAll(async () => {
  ground = await openGround();
});

afterAll(() => ground.close());

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "stackwright-journal-"));
  journal = { folder };
  return () => rm(folder, { recursive: true, force: true });
});

const renamed = (name: string, manifest = shop) => manifest.replace("name: shop", `name: ${name}`);

/** A process that is no more. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  return child.pid ?? 0;
}

/** Begins an operation and turns away at its first event, as a process does that is stopped. */
async function abandoned(work: (host: Host, signal: AbortSignal) => Promise<unknown>): Promise<JournalEntry> {
  const controller = new AbortController();
  const notify = ({ code }: Message) => code === "resource" && controller.abort();
  await work({ notify }, controller.signal);
  const [entry] = await operationsOf(journal);
  if (entry === undefined) throw new Error("Nothing was written down.");
  return entry;
}

async function abandonedDeployment(manifest: string): Promise<JournalEntry> {
  const slow = await openSlow();
  const made = await planned(slow.cloud, appOf(manifest));
  return abandoned((host, signal) => execute(slow.cloud, made, host, signal, { journal }));
}

/** So slow that an operation is still under way after its first event. */
let slowGround: Ground | undefined;
async function openSlow(): Promise<Ground> {
  slowGround ??= await openGround(40);
  return slowGround;
}

afterAll(() => slowGround?.close());

describe("a deployment that nobody watches any longer", () => {
  it("is followed from its beginning to its end by whoever attaches", async () => {
    const entry = await abandonedDeployment(renamed("left"));
    expect(entry).toMatchObject({ operation: "deploy", environment: "default", owner: { pid: process.pid } });
    expect(entry.ended).toBeUndefined();
    const host = new Recorder();
    const outcome = await attach((await openSlow()).cloud, journal, entry, host);
    expect(outcome.ok).toBe(true);
    expect(host.codes[0]).toBe("deploying");
    expect(host.codes.at(-1)).toBe("succeeded");
    const last = host.all("resource").at(-1);
    expect(last?.step.done).toBe(last?.step.total);
    expect((await operationsOf(journal))[0]?.ended).toMatchObject({ status: "succeeded" });
  });

  it("is told with its cause when it has failed meanwhile", async () => {
    const entry = await abandonedDeployment(failing(renamed("lost"), "DbInstance", "Cannot find version 16.99"));
    const outcome = await attach((await openSlow()).cloud, journal, entry, new Recorder());
    expect(outcome).toMatchObject({ ok: false, failure: { code: "version-unavailable", component: "db" } });
    expect((await operationsOf(journal))[0]?.ended).toMatchObject({ failure: { code: "version-unavailable" } });
  });
});

describe("a deployment whose stack somebody deletes meanwhile", () => {
  it("ends as overtaken, for whoever watches and for whoever attaches later", async () => {
    const { cloud } = await openSlow();
    const made = await planned(cloud, appOf(renamed("undercut")));
    let deleting: Promise<unknown> | undefined;
    const notify = ({ code }: Message) => {
      if (code !== "resource") return;
      deleting ??= cloud.cloudFormation.send(
        new DeleteStackCommand({ StackName: made.stackId, ClientRequestToken: "somebody-else" }),
      );
    };
    const outcome = await execute(cloud, made, { notify }, undefined, { journal });
    await deleting;
    expect(outcome).toMatchObject({ ok: false, failure: { code: "overtaken" } });
    const [entry] = await operationsOf(journal);
    if (!entry) throw new Error("Nothing was written down.");
    expect(entry.ended).toMatchObject({ failure: { code: "overtaken" } });
    expect(await attach(cloud, journal, entry, new Recorder())).toMatchObject({ failure: { code: "overtaken" } });
  });
});

describe("an operation that has ended", () => {
  it("is told as it ended also after another one has begun and the stack is gone", async () => {
    const { cloud } = ground;
    await execute(cloud, await planned(cloud, appOf(renamed("past"))), new Recorder(), undefined, { journal });
    const [first] = await operationsOf(journal);
    const doomed = await planDestroy(cloud, "past-default", new Recorder());
    await destroy(cloud, doomed, new Recorder(), undefined, { journal, environment: "default" });
    const [second] = await operationsOf(journal);
    if (!first || !second) throw new Error("Two operations were expected.");
    expect(second).toMatchObject({ operation: "destroy", ended: { status: "succeeded" } });
    expect(await attach(cloud, journal, first, new Recorder())).toMatchObject({ ok: true });
    const host = new Recorder();
    expect(await attach(cloud, journal, second, host)).toMatchObject({ ok: true });
    expect(host.codes.at(-1)).toBe("destroyed");
    expect(new Set(host.all("resource").map(({ event }) => event.status.split("_")[0]))).toEqual(new Set(["DELETE"]));
  });

  it("is told as never begun when its process ended before the cloud was asked", async () => {
    const { cloud } = ground;
    const made = await planned(cloud, appOf(renamed("unborn")));
    await execute(cloud, made, new Recorder(), undefined, { journal });
    const [entry] = await operationsOf(journal);
    if (!entry) throw new Error("Nothing was written down.");
    const owner = { pid: await deadPid(), host: hostname() };
    const outcome = await attach(cloud, journal, { ...entry, clientRequestToken: "never", owner }, new Recorder());
    expect(outcome).toMatchObject({ ok: false, failure: { code: "never-begun", fix: "Plan again." } });
  });

  it("is refused to somebody who is signed in to another account", async () => {
    const { cloud } = ground;
    await execute(cloud, await planned(cloud, appOf(renamed("other"))), new Recorder(), undefined, { journal });
    const [entry] = await operationsOf(journal);
    if (!entry) throw new Error("Nothing was written down.");
    const identity = { ...entry.identity, account: "999999999999" };
    const failure = await refusalOf(attach(cloud, journal, { ...entry, identity }, new Recorder()));
    expect(failure).toMatchObject({ code: "wrong-account", message: expect.stringContaining("999999999999") });
  });
});

describe("what a window finds that is opened later", () => {
  it("is what processes left that are no more, and that somebody still follows the others", async () => {
    const entry = await abandonedDeployment(renamed("orphaned"));
    expect(await orphansOf(journal)).toEqual({ entries: [], followed: true });
    const file = join(journal.folder, (await readdir(journal.folder)).find((name) => name.endsWith(".json")) ?? "");
    await writeFile(file, JSON.stringify({ ...entry, owner: { pid: await deadPid(), host: hostname() } }));
    expect(await orphansOf(journal)).toMatchObject({ entries: [{ id: entry.id }], followed: false });
    const slow = await openSlow();
    await attach(slow.cloud, journal, entry, new Recorder());
    expect(await orphansOf(journal)).toEqual({ entries: [], followed: false });
  });
});

describe("the journal", () => {
  it("has no operation that was refused before anything happened", async () => {
    const { cloud } = ground;
    const made = await planned(cloud, appOf(renamed("refused")));
    await execute(cloud, made, new Recorder());
    const failure = await refusalOf(execute(cloud, made, new Recorder(), undefined, { journal }));
    expect(failure.code).toBe("stale-plan");
    expect(await operationsOf(journal)).toEqual([]);
  });

  it("passes over files that are damaged, cut off or of something else", async () => {
    const { cloud } = ground;
    await execute(cloud, await planned(cloud, appOf(renamed("sound"))), new Recorder(), undefined, { journal });
    const [name = ""] = (await readdir(journal.folder)).filter((file) => file.endsWith(".json"));
    const text = await readFile(join(journal.folder, name), "utf8");
    const damaged = ["", "{", "null", "[]", '{"id":1}', text.slice(0, -20), text.replace('"changes"', '"changed"')];
    for (const [index, content] of damaged.entries()) {
      await writeFile(join(journal.folder, `20200101T000000000Z-${index}.json`), content);
    }
    expect((await operationsOf(journal)).map(({ plan }) => plan.stackName)).toEqual(["sound-default"]);
  });

  it("keeps no value of a property, and nothing that was half written", async () => {
    const { cloud } = ground;
    const secret = renamed("quiet").replace("connections: [db]", "connections: [db]\n    env: { API_TOKEN: planted }");
    await execute(cloud, await planned(cloud, appOf(secret)), new Recorder(), undefined, { journal });
    const changed = secret.replace("planted", "planted-too");
    await execute(cloud, await planned(cloud, appOf(changed)), new Recorder(), undefined, { journal });
    const names = (await readdir(journal.folder)).filter((name) => name !== "locks");
    expect(names.every((name) => name.endsWith(".json"))).toBe(true);
    const texts = await Promise.all(names.map((name) => readFile(join(journal.folder, name), "utf8")));
    expect(texts).toHaveLength(2);
    expect(texts.join()).not.toContain("planted");
  });
});

describe("a stack that another process works on", () => {
  const locks = () => join(journal.folder, "locks");
  const holder = (pid: number, host = hostname()) => ({ id: "0a1b2c3d", pid, host, startedAt: "2026-11-22T10:00:00Z" });

  it("is refused with who, since when, and how to follow it", async () => {
    const { cloud } = ground;
    const made = await planned(cloud, appOf(renamed("taken")));
    const lock = await lockStack(locks(), made.stackId, holder(process.pid));
    const failure = await refusalOf(execute(cloud, made, new Recorder(), undefined, { journal }));
    expect(failure).toMatchObject({ code: "stack-busy", fix: expect.stringContaining("stackwright attach 0a1b2c3d") });
    expect(failure.message).toContain(`${process.pid} on ${hostname()}`);
    if ("release" in lock) await lock.release();
    expect((await execute(cloud, made, new Recorder(), undefined, { journal })).ok).toBe(true);
  });

  it("is taken over from a process that is no more, and from one that has not been heard of", async () => {
    await lockStack(locks(), "dead", holder(await deadPid()));
    expect(await lockStack(locks(), "dead", holder(process.pid))).toHaveProperty("release");
    await lockStack(locks(), "mute", holder(1, "elsewhere"));
    expect(await lockStack(locks(), "mute", holder(process.pid))).toMatchObject({ host: "elsewhere" });
    for (const name of await readdir(locks())) await utimes(join(locks(), name), new Date(0), new Date(0));
    expect(await lockStack(locks(), "mute", holder(process.pid))).toHaveProperty("release");
  });

  it("is given to exactly one of many that ask at the same moment for a dead one's lock", async () => {
    await lockStack(locks(), "race", holder(await deadPid()));
    const asked = Array.from({ length: 12 }, (_, n) =>
      lockStack(locks(), "race", { ...holder(process.pid), id: `asker-${n}` }),
    );
    expect((await Promise.all(asked)).filter((lock) => "release" in lock)).toHaveLength(1);
  });
});
