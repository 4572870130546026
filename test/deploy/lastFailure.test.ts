import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lastFailure } from "../../extension/deploy/explain/lastFailure";
import { failureMarkdown } from "../../extension/deploy/explain/markdown";
import { isStale } from "../../extension/deploy/isStale";
import { plan } from "../../extension/deploy/plan";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { appOf, deployed, failing, type Ground, openGround, planned, Recorder, refusalOf, shop } from "./ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

const named = (name: string) => shop.replace("name: shop", `name: ${name}`);

describe("the last failure of a stack", () => {
  it("is told from its events alone, with the field that decides it", async () => {
    const broken = failing(named("first"), "DbInstance", "Cannot find version 16.99 for postgres");
    await deployed(ground.cloud, appOf(broken));
    const last = await lastFailure(ground.cloud, "first-default");
    expect(last).toMatchObject({
      operation: "create",
      status: "ROLLBACK_COMPLETE",
      mended: false,
      failure: { code: "version-unavailable", component: "db", path: ["components", "db", "version"] },
    });
  });

  it("is that of an update, and mended when a later one succeeded", async () => {
    const text = named("later");
    await deployed(ground.cloud, appOf(text));
    await deployed(ground.cloud, appOf(failing(text.replace("20Gi", "40Gi"), "DbInstance", "Rate exceeded")));
    await deployed(ground.cloud, appOf(text.replace("20Gi", "60Gi")));
    const last = await lastFailure(ground.cloud, "later-default");
    expect(last).toMatchObject({ operation: "update", mended: true, failure: { code: "throttled" } });
    expect(last?.status).toBe("UPDATE_ROLLBACK_COMPLETE");
  });

  it("is none where nothing has failed, and where there is no stack", async () => {
    await deployed(ground.cloud, appOf(named("well")));
    expect(await lastFailure(ground.cloud, "well-default")).toBeUndefined();
    expect(await lastFailure(ground.cloud, "never-default")).toBeUndefined();
  });
});

describe("what early validation finds", () => {
  const wrong = `${named("wrong")}aws:
  overrides:
    - { op: add, path: /Resources/DbInstance/Properties/AllocatedStorage, value: { not: a number } }
`;

  it("refuses the plan with each finding at its line, and leaves nothing behind", async () => {
    const app = appOf(wrong);
    const failure = await refusalOf(plan(ground.cloud, app, synthesize(app), new Recorder()));
    expect(failure).toMatchObject({ code: "invalid-property", component: "db", path: ["components", "db", "storage"] });
    expect(failure.findings?.[0]).toMatchObject({ severity: "error", logicalId: "DbInstance" });
    expect(await lastFailure(ground.cloud, "wrong-default")).toBeUndefined();
  });
});

describe("a plan that waits", () => {
  it("is stale once the stack was changed, and not before", async () => {
    const text = named("stale");
    await deployed(ground.cloud, appOf(text));
    const waiting = await planned(ground.cloud, appOf(text.replace("20Gi", "30Gi")));
    expect(await isStale(ground.cloud, waiting)).toBe(false);
    await deployed(ground.cloud, appOf(text.replace("20Gi", "40Gi")));
    expect(await isStale(ground.cloud, waiting)).toBe(true);
  });

  it("says how long it takes", async () => {
    const waiting = await planned(ground.cloud, appOf(named("long")));
    expect(waiting.duration).toMatchObject({ because: "database" });
  });
});

describe("a failure as Markdown", () => {
  it("keeps what a container wrote within its fence", () => {
    const page = failureMarkdown(
      { code: "container-exited", message: "It failed.", fix: "Mend it.", log: ["```", "# not a heading"], raw: "raw" },
      "shop-live",
      "stackwright.yaml:7",
    );
    expect(page).toContain("````text\n```\n# not a heading\n````");
    expect(page).toContain("At stackwright.yaml:7.");
  });
});
