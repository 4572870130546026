import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { execute } from "../../extension/deploy/execute";
import { attach } from "../../extension/deploy/journal/attach";
import { operationsOf } from "../../extension/deploy/journal/journal";
import { appOf, type Ground, openGround, planned, Recorder, shop } from "./ground";

const hours = 3_600;
let ground: Ground;
let journal: { readonly folder: string };

/** So slow that nothing ends before the clock is moved. */
const speed = 0.05;

beforeEach(async () => {
  ground = await openGround(speed);
  journal = { folder: await mkdtemp(join(tmpdir(), "stackwright-sleep-")) };
});

afterEach(async () => {
  vi.restoreAllMocks();
  await ground.close();
  await rm(journal.folder, { recursive: true, force: true });
});

/** Eight hours go by in the cloud and for this machine, in which nobody could look. */
function sleep(): void {
  const steady = performance.now.bind(performance);
  vi.spyOn(performance, "now").mockImplementation(() => steady() + 8 * hours * 1_000);
  ground.sandbox.controls?.advance(8 * hours);
}

async function begun(host: Recorder) {
  // A change set takes its time on a slow clock too, and is not what is looked at.
  const moving = setInterval(() => controls().advance(5), 100);
  const made = await planned(ground.cloud, appOf(shop)).finally(() => clearInterval(moving));
  const running = execute(ground.cloud, made, host, undefined, { journal });
  await host.until("resource");
  return running;
}

const controls = () => {
  const { controls: found } = ground.sandbox;
  if (found === undefined) throw new Error("The Sandbox of a test can be disturbed.");
  return found;
};

it("a deployment that ended while the machine slept is told to its end, with the time that it took in the cloud", async () => {
  const host = new Recorder();
  const running = begun(host);
  await host.until("resource");
  sleep();
  expect(await running).toMatchObject({ ok: true });
  const [told] = host.all("succeeded");
  // Not the eight hours that went by until somebody could look.
  expect(told?.seconds).toBeGreaterThan(0);
  expect(told?.seconds).toBeLessThan(1 * hours);
  expect((await operationsOf(journal)).map(({ ended }) => ended?.status)).toEqual(["succeeded"]);
}, 120_000);

it("credentials that expired in the sleep pause the watching with what to do, and it goes on once they are renewed", async () => {
  const host = new Recorder();
  const running = begun(host);
  await host.until("resource");
  controls().begin({ kind: "expired" });
  sleep();
  await host.until("paused");
  const [paused] = host.all("paused");
  expect(paused).toMatchObject({ cause: "credentials", failure: { code: "credentials-expired" } });
  expect(paused?.text).toMatch(/have expired\. .*The deployment itself goes on/);
  expect(host.codes).not.toContain("succeeded");
  controls().end("expired");
  expect(await running).toMatchObject({ ok: true });
  expect(host.codes.filter((code) => code === "paused")).toHaveLength(1);
  expect(host.codes.indexOf("resumed")).toBeLessThan(host.codes.indexOf("succeeded"));
}, 120_000);

it("whoever attaches afterwards is told the same time as whoever watched", async () => {
  const host = new Recorder();
  const running = begun(host);
  await host.until("resource");
  controls().advance(2 * hours);
  await running;
  const [entry] = await operationsOf(journal);
  if (entry === undefined) throw new Error("The deployment is in the journal.");
  const late = new Recorder();
  await attach(ground.cloud, journal, entry, late);
  expect(late.all("succeeded")[0]?.seconds).toBe(host.all("succeeded")[0]?.seconds);
  expect(late.all("succeeded")[0]?.seconds).toBeGreaterThan(0);
}, 120_000);
