import { ListChangeSetsCommand, UpdateStackCommand } from "@aws-sdk/client-cloudformation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createChangeSet, readChangeSet } from "../../extension/deploy/changeSet";
import { describe as describeStack } from "../../extension/deploy/describe";
import { destroy } from "../../extension/deploy/destroy";
import { discard } from "../../extension/deploy/discard";
import { execute } from "../../extension/deploy/execute";
import { findStack } from "../../extension/deploy/findStack";
import { plan } from "../../extension/deploy/plan";
import { planDestroy } from "../../extension/deploy/planDestroy";
import { startTracking, track } from "../../extension/deploy/track";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { appOf, deployed, failing, type Ground, openGround, planned, Recorder, refusalOf, shop } from "./ground";

let ground: Ground;

beforeAll(async () => {
  ground = await openGround();
});

afterAll(() => ground.close());

const renamed = (name: string, manifest = shop) => manifest.replace("name: shop", `name: ${name}`);

describe("a plan that another deployment overtakes while it is read", () => {
  it("is called stale, and nothing else is said to have happened", async () => {
    const { cloud } = ground;
    const app = appOf(renamed("overtaken"));
    const mine = await planned(cloud, app);
    await deployed(cloud, app);
    const failure = await refusalOf(readChangeSet(cloud, mine.changeSetId));
    expect(failure).toMatchObject({ code: "stale-plan", fix: expect.stringContaining("Plan again") });
  });

  it("is called stale as well when the stack came to be after we looked for it", async () => {
    const { cloud } = ground;
    const app = appOf(renamed("taken"));
    await deployed(cloud, app);
    const synthesis = synthesize(app);
    const template = { TemplateBody: synthesis.text };
    const asked = createChangeSet(cloud, { synthesis, template, kind: "create", environment: "default" });
    expect(await refusalOf(asked)).toMatchObject({ code: "stale-plan" });
  });
});

describe("a first deployment", () => {
  it("is planned as additions, carried out as planned, and gives its outputs by their labels", async () => {
    const { cloud } = ground;
    const host = new Recorder();
    const app = appOf(renamed("first"));
    const made = await planned(cloud, app, host);
    expect(made).toMatchObject({ kind: "create", stackName: "first-default", protected: false, dataRisks: [] });
    expect(new Set(made.changes.map(({ action }) => action))).toEqual(new Set(["add"]));
    expect(made.changes.find(({ logicalId }) => logicalId === "DbInstance")).toMatchObject({
      component: "db",
      label: "database",
      path: ["components", "db"],
    });

    const outcome = await execute(cloud, made, host);
    expect(outcome.ok && outcome.outputs.length).toBeGreaterThan(0);
    expect(outcome.ok && outcome.outputs.every(({ label, key }) => label !== key)).toBe(true);

    const view = host.messages.reduce(
      track,
      startTracking({ environment: "default", target: "sandbox", stackName: "first-default", phase: "planning" }),
    );
    expect(view).toMatchObject({ phase: "succeeded", done: made.changes.length, total: made.changes.length });
    expect(Object.values(view.components).map(({ phase }) => phase)).toEqual(["done", "done"]);
  });

  it("tells each event once, in the order in which they happened", async () => {
    const host = new Recorder();
    await deployed(ground.cloud, appOf(renamed("ordered")), host);
    const ids = host.all("resource").map(({ event }) => event.eventId);
    expect(new Set(ids).size).toBe(ids.length);
    const done = host.all("resource").map(({ step }) => step.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(host.codes[0]).toBe("identified");
    expect(host.codes.at(-1)).toBe("succeeded");
  });
});

describe("deploying again", () => {
  it("is nothing to do when nothing has changed, with the outputs all the same", async () => {
    const app = appOf(renamed("again"));
    await deployed(ground.cloud, app);
    const host = new Recorder();
    const result = await plan(ground.cloud, app, synthesize(app), host);
    expect(result.kind).toBe("unchanged");
    expect(result.kind === "unchanged" && result.outputs.length).toBeGreaterThan(0);
    expect(host.codes).toContain("unchanged");
    const left = await ground.cloud.cloudFormation.send(new ListChangeSetsCommand({ StackName: "again-default" }));
    expect((left.Summaries ?? []).map(({ ExecutionStatus }) => ExecutionStatus)).toEqual(["EXECUTE_COMPLETE"]);
  });

  it("shows the one field that was changed, before and after, and nothing else", async () => {
    const before = renamed("field");
    await deployed(ground.cloud, appOf(before));
    const made = await planned(ground.cloud, appOf(before.replace("storage: 20Gi", "storage: 30Gi")));
    expect(made.kind).toBe("update");
    expect(made.changes).toHaveLength(1);
    expect(made.changes[0]).toMatchObject({ action: "modify", logicalId: "DbInstance", component: "db" });
    expect(made.changes[0]?.properties).toEqual([
      { path: "Properties.AllocatedStorage", before: "20", after: "30", recreation: "never" },
    ]);
    expect((await execute(ground.cloud, made, new Recorder())).ok).toBe(true);
  });

  it("says in words what becomes of a database that is taken out", async () => {
    const before = renamed("removal");
    await deployed(ground.cloud, appOf(before));
    const without = before.slice(0, before.indexOf("    connections")).concat("");
    const made = await planned(ground.cloud, appOf(without));
    expect(made.changes[0]).toMatchObject({ logicalId: expect.stringMatching(/^Db/), component: "db" });
    expect(made.dataRisks).toContain(
      "The database DbInstance of db is removed. A snapshot of its data is kept, which costs storage until you delete it.",
    );
  });
});

describe("a deployment that fails", () => {
  it("goes back, and says which resource of which component was the cause", async () => {
    const host = new Recorder();
    const broken = failing(renamed("broken"), "DbInstance", "Cannot find version 16.99 for postgres");
    const outcome = await deployed(ground.cloud, appOf(broken), host);
    expect(outcome).toMatchObject({
      ok: false,
      failure: {
        code: "version-unavailable",
        message: "The database DbInstance of db could not be created because this version is not offered.",
        component: "db",
        path: ["components", "db", "version"],
        raw: expect.stringContaining("16.99"),
      },
    });
    expect(host.codes).toContain("rolling-back");
    expect(host.codes.at(-1)).toBe("failed");
    expect((await findStack(ground.cloud, "broken-default"))?.StackStatus).toBe("ROLLBACK_COMPLETE");
  });

  it("is planned again without any cleaning by hand", async () => {
    const broken = failing(renamed("retry"), "DbInstance", "Internal Failure");
    await deployed(ground.cloud, appOf(broken));
    const host = new Recorder();
    const outcome = await deployed(ground.cloud, appOf(renamed("retry")), host);
    expect(outcome.ok).toBe(true);
    expect(host.all("shell-removed")[0]?.text).toContain("had failed and was rolled back");
  });

  it("leaves an updated stack as it was before", async () => {
    const before = renamed("update");
    await deployed(ground.cloud, appOf(before));
    const broken = failing(before.replace("storage: 20Gi", "storage: 40Gi"), "DbInstance", "Rate exceeded");
    const outcome = await deployed(ground.cloud, appOf(broken));
    expect(outcome).toMatchObject({ ok: false, failure: { code: "throttled", component: "db" } });
    const stack = await describeStack(ground.cloud, "update-default");
    expect(stack?.status).toBe("UPDATE_ROLLBACK_COMPLETE");
  });
});

describe("a plan that is not carried out", () => {
  it("leaves nothing behind once it is discarded", async () => {
    const host = new Recorder();
    const made = await planned(ground.cloud, appOf(renamed("discarded")), host);
    await discard(ground.cloud, made, host);
    expect(await findStack(ground.cloud, "discarded-default")).toBeUndefined();
    expect(host.codes).toContain("discarded");
    await expect(discard(ground.cloud, made, host)).resolves.toBeUndefined();
  });

  it("does not take another plan for the same new stack with it", async () => {
    const app = appOf(renamed("two-plans"));
    const first = await planned(ground.cloud, app);
    const second = await planned(ground.cloud, app);
    await discard(ground.cloud, first, new Recorder());
    expect((await execute(ground.cloud, second, new Recorder())).ok).toBe(true);
  });

  it("is refused as stale when the stack has changed since", async () => {
    const before = renamed("stale");
    await deployed(ground.cloud, appOf(before));
    const stale = await planned(ground.cloud, appOf(before.replace("storage: 20Gi", "storage: 30Gi")));
    await deployed(ground.cloud, appOf(before.replace("storage: 20Gi", "storage: 50Gi")));
    const failure = await refusalOf(execute(ground.cloud, stale, new Recorder()));
    expect(failure).toMatchObject({ code: "stale-plan", fix: "Plan again. Nothing was changed." });
  });
});

describe("destroying", () => {
  it("says beforehand what is deleted and kept, and afterwards what was", async () => {
    await deployed(ground.cloud, appOf(renamed("doomed")));
    const host = new Recorder();
    const doom = await planDestroy(ground.cloud, "doomed-default", host);
    expect(doom.snapshotted.map(({ logicalId }) => logicalId)).toEqual(["DbInstance"]);
    expect(doom.dataRisks.join("\n")).toContain("A snapshot of its data is kept");
    const outcome = await destroy(ground.cloud, doom, host);
    expect(outcome.ok && outcome.report.deleted.length).toBe(doom.deleted.length);
    expect(outcome.ok && outcome.report.snapshotted[0]).toMatchObject({ component: "db", stateful: true });
    expect(await describeStack(ground.cloud, "doomed-default")).toBeUndefined();
    expect(host.codes.at(-1)).toBe("destroyed");
  });

  it("fails with the resource that could not be deleted", async () => {
    const stuck = failing(renamed("stuck"), "DbInstance", "Cannot delete protected DB Instance", "FailDelete");
    await deployed(ground.cloud, appOf(stuck));
    const doom = await planDestroy(ground.cloud, "stuck-default", new Recorder());
    const outcome = await destroy(ground.cloud, doom, new Recorder());
    expect(outcome).toMatchObject({
      ok: false,
      failure: {
        code: "deletion-protected",
        message: expect.stringContaining("could not be deleted"),
        component: "db",
      },
    });
    const failure = await refusalOf(planned(ground.cloud, appOf(renamed("stuck"))));
    expect(failure).toMatchObject({ code: "stack-stuck", message: expect.stringContaining("DELETE_FAILED") });
  });

  it("is refused, with words, where there is nothing", async () => {
    const failure = await refusalOf(planDestroy(ground.cloud, "nothing-default", new Recorder()));
    expect(failure).toMatchObject({ code: "missing-stack", fix: expect.stringContaining("nothing to destroy") });
  });
});

describe("a secret in the manifest, against all advice", () => {
  it("stands in no message of a plan, a deployment, a failure or an ending", async () => {
    const host = new Recorder();
    const secret = (value: string) =>
      renamed("secretive").replace("    connections: [db]", `    connections: [db]\n    env: { API_TOKEN: ${value} }`);
    await deployed(ground.cloud, appOf(secret("planted-one")), host);
    await deployed(ground.cloud, appOf(secret("planted-two")), host);
    const broken = failing(secret("planted-three"), "DbInstance", "password=planted-four is not valid");
    await deployed(ground.cloud, appOf(broken), host);
    await destroy(ground.cloud, await planDestroy(ground.cloud, "secretive-default", host), host);
    expect(host.codes).toEqual(expect.arrayContaining(["planned", "succeeded", "rolling-back", "failed", "destroyed"]));
    expect(JSON.stringify(host.messages)).toContain("API_TOKEN");
    expect(JSON.stringify(host.messages)).not.toContain("planted");
  });
});

describe("a stack that somebody else made", () => {
  it("is neither changed nor destroyed", async () => {
    const { cloud } = ground;
    const app = appOf(renamed("foreign"));
    await deployed(cloud, app);
    const TemplateBody = JSON.stringify({ Resources: { Topic: { Type: "AWS::SNS::Topic" } } });
    await cloud.cloudFormation.send(new UpdateStackCommand({ StackName: "foreign-default", TemplateBody }));
    await expect.poll(async () => (await findStack(cloud, "foreign-default"))?.StackStatus).toBe("UPDATE_COMPLETE");
    expect(await refusalOf(planned(cloud, app))).toMatchObject({ code: "foreign-stack" });
    expect(await refusalOf(planDestroy(cloud, "foreign-default", new Recorder()))).toMatchObject({
      code: "foreign-stack",
    });
  });
});
