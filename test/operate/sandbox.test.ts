import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { detectDrift } from "../../extension/deploy/operate/drift";
import { type Inventory, inventoryOf } from "../../extension/deploy/operate/inventory";
import { followLogs, readLogs } from "../../extension/deploy/operate/logs";
import { followOneOff, startOneOff } from "../../extension/deploy/operate/oneOff";
import { planPutBack } from "../../extension/deploy/operate/putBack";
import { followRollout, restart, scale } from "../../extension/deploy/operate/rollout";
import { runnableOf, serviceOf } from "../../extension/deploy/operate/runnable";
import { takeReal } from "../../extension/deploy/operate/takeReal";
import { tellHealth } from "../../extension/deploy/operate/tellHealth";
import { applyEdits, edit } from "../../extension/manifest/edit/edit";
import { openManifest } from "../../extension/manifest/manifest";
import { appOf, deployed, type Ground, openGround, Recorder, refusalOf } from "../deploy/ground";
import { manifest } from "./moto";

describe("an application in the Sandbox", () => {
  let ground: Ground;
  let inventory: Inventory;
  beforeAll(async () => {
    ground = await openGround();
    expect((await deployed(ground.cloud, appOf(manifest))).ok).toBe(true);
    inventory = await inventoryOf(ground.cloud, "shop-default");
  }, 60_000);
  afterAll(() => ground.close());

  it("is healthy once it is deployed, and the canvas is told", async () => {
    const host = new Recorder();
    await tellHealth(ground.cloud, "shop-default", host, new AbortController().signal);
    const services = host.all("health").at(-1)?.services ?? [];
    expect(services.map(({ component, state }) => [component, state])).toEqual([
      ["jobs", "healthy"],
      ["web", "healthy"],
    ]);
    expect(services[1]?.text).toBe("2 of 2 tasks running, 2 of 2 targets healthy");
  });

  it("is scaled and restarted, and watched until it is so", async () => {
    await scale(ground.cloud, serviceOf(inventory, "jobs"), 3);
    const scaled = await followRollout(ground.cloud, serviceOf(inventory, "jobs"), () => undefined);
    expect(scaled).toMatchObject({ ok: true, health: { desired: 3, running: 3 } });
    await restart(ground.cloud, serviceOf(inventory, "web"));
    const restarted = await followRollout(ground.cloud, serviceOf(inventory, "web"), () => undefined);
    expect(restarted).toMatchObject({ ok: true, health: { running: 2, state: "healthy" } });
  });

  it("runs a command once, shows what it writes, and gives its exit code", async () => {
    for (const component of ["jobs", "nightly"]) {
      const runnable = runnableOf(inventory, component);
      const texts: string[] = [];
      const task = await startOneOff(ground.cloud, runnable, ["bin/report"]);
      const write = (lines: readonly { readonly text: string }[]) => texts.push(...lines.map(({ text }) => text));
      const outcome = await followOneOff(ground.cloud, runnable, task, write);
      expect(outcome).toEqual({ ok: true, exitCode: 0 });
      expect(texts.join("\n")).toContain("bin/report");
    }
  });

  it("has a log for each component, by task, that can be followed", async () => {
    const web = runnableOf(inventory, "web");
    const { value: lines = [] } = await readLogs(ground.cloud, web, { since: 0 }).next();
    expect(lines.length).toBeGreaterThan(0);
    const task = lines[0]?.task ?? "";
    const { value: own = [] } = await readLogs(ground.cloud, web, { since: 0, task: task.slice(0, 8) }).next();
    expect(new Set(own.map((line: { readonly task: string }) => line.task))).toEqual(new Set([task]));
    const stop = new AbortController();
    for await (const batch of followLogs(ground.cloud, web, { since: 0 }, stop.signal)) {
      expect(batch.length).toBeGreaterThan(0);
      stop.abort();
    }
  });

  describe("of which something was changed by hand", () => {
    beforeAll(() => ground.sandbox.controls?.drift("shop-default", "DbInstance", { MultiAZ: true }));

    it("says which property of which component, and what the manifest would have to say", async () => {
      const { drifted, same } = await detectDrift(ground.cloud, inventory);
      expect(same).toBeGreaterThan(0);
      expect(drifted).toMatchObject([{ component: "db", logicalId: "DbInstance", state: "modified" }]);
      const [resource] = drifted;
      const [property] = resource?.properties ?? [];
      if (!resource || !property) throw new Error("Nothing has drifted.");
      expect(property).toMatchObject({ path: "MultiAZ", actual: "true" });
      const taken = takeReal({ applyEdits, edit, openManifest }, openManifest(manifest), "default", resource, property);
      expect(taken?.text).toBe(`${manifest}    highAvailability: true\n`);
    });

    it("is put back on AWS alone, and the Sandbox says so", async () => {
      const failure = await refusalOf(planPutBack(ground.cloud, inventory, "default", new Recorder()));
      expect(`${failure.message} ${failure.raw}`).toContain("reverts drift (DeploymentMode) is not supported");
    });
  });
});
