import { CreateStackCommand } from "@aws-sdk/client-cloudformation";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../extension/deploy/connect";
import { describe as describeStack } from "../../extension/deploy/describe";
import { destroy } from "../../extension/deploy/destroy";
import { execute } from "../../extension/deploy/execute";
import { findStack } from "../../extension/deploy/findStack";
import { plan } from "../../extension/deploy/plan";
import { planDestroy } from "../../extension/deploy/planDestroy";
import { setProtection } from "../../extension/deploy/setProtection";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { appOf, deployed, failing, type Ground, openGround, planned, Recorder, refusalOf, shop } from "./ground";

let ground: Ground;

beforeAll(async () => {
  ground = await openGround();
});

afterAll(() => ground.close());

describe("an account that the manifest names", () => {
  const keys = { AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "b", AWS_EC2_METADATA_DISABLED: "true" };
  const before = Object.keys(keys).map((name) => [name, process.env[name]] as const);

  beforeEach(() => void Object.assign(process.env, keys));

  afterEach(() => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  const pinned = (account: string) => appOf(`${shop}environments:\n  live: { account: "${account}" }\n`, "live");

  it("refuses every other one before anything is done there", async () => {
    const cloud = await connect({ target: "aws", region: "us-east-1", endpoint: ground.sandbox.endpoint });
    const host = new Recorder();
    const failure = await refusalOf(planned(cloud, pinned("111122223333"), host));
    expect(failure).toMatchObject({ code: "wrong-account", path: ["environments", "live", "account"] });
    expect(failure.message).toContain("belongs to account 111122223333, but you are signed in to 000000000000");
    expect(host.codes).toEqual(["identified", "planning", "failed"]);
    expect(await findStack(cloud, "shop-live")).toBeUndefined();
    cloud.close();
  });

  it("lets its own pass", async () => {
    const cloud = await connect({ target: "aws", region: "us-east-1", endpoint: ground.sandbox.endpoint });
    expect((await planned(cloud, pinned("000000000000"))).identity).toMatchObject({
      target: "aws",
      account: "000000000000",
    });
    cloud.close();
  });

  it("does not matter to the Sandbox, which stands for any", async () => {
    expect((await planned(ground.cloud, pinned("111122223333"))).identity.target).toBe("sandbox");
  });
});

describe("a protected environment", () => {
  const text = (isProtected: boolean) => `${shop}environments:\n  live: { protected: ${isProtected} }\n`;

  it("is really protected, cannot be destroyed, and is let go in two steps", async () => {
    const { cloud } = ground;
    const host = new Recorder();
    expect((await deployed(cloud, appOf(text(true), "live"), host)).ok).toBe(true);
    expect(host.all("protection-changed")[0]).toMatchObject({ enabled: true });
    expect((await describeStack(cloud, "shop-live"))?.protected).toBe(true);

    const doom = await planDestroy(cloud, "shop-live", new Recorder());
    expect(doom.protected).toBe(true);
    const refused = await refusalOf(destroy(cloud, doom, new Recorder()));
    expect(refused).toMatchObject({
      code: "termination-protected",
      fix: expect.stringMatching(/First .* then destroy/),
    });
    expect((await describeStack(cloud, "shop-live"))?.status).toBe("CREATE_COMPLETE");

    const unprotecting = await planned(cloud, appOf(text(false), "live"));
    expect(unprotecting.protection).toBe(false);
    expect((await execute(cloud, unprotecting, new Recorder())).ok).toBe(true);
    expect((await destroy(cloud, await planDestroy(cloud, "shop-live", new Recorder()), new Recorder())).ok).toBe(true);
  });

  it("is seen to be unprotected even when nothing else differs", async () => {
    const { cloud } = ground;
    const app = appOf(text(true).replace("name: shop", "name: undone"), "live");
    await deployed(cloud, app);
    await setProtection(cloud, "undone-live", false);
    const result = await plan(cloud, app, synthesize(app), new Recorder());
    expect(result).toMatchObject({ kind: "unchanged", protection: true });
  });

  it("says so too when the protection was switched on after destroying was planned", async () => {
    const { cloud } = ground;
    await deployed(cloud, appOf(shop.replace("shop", "late")));
    const doom = await planDestroy(cloud, "late-default", new Recorder());
    await setProtection(cloud, "late-default", true);
    expect(await refusalOf(destroy(cloud, doom, new Recorder()))).toMatchObject({ code: "termination-protected" });
  });

  it("does not keep a failed first deployment from being tried again", async () => {
    const { cloud } = ground;
    const name = (manifest: string) => manifest.replace("name: shop", "name: retried");
    await deployed(cloud, appOf(failing(name(text(true)), "DbInstance", "Internal Failure"), "live"));
    expect((await deployed(cloud, appOf(name(text(true)), "live"))).ok).toBe(true);
  });
});

describe("a stack that is being worked on", () => {
  it("is left alone, with the time since when", async () => {
    const slow = await openGround(1);
    try {
      const app = appOf(shop);
      const made = await planned(slow.cloud, app);
      const controller = new AbortController();
      const host = new Recorder();
      const running = execute(slow.cloud, made, host, controller.signal);
      await host.until("resource");
      const failure = await refusalOf(planned(slow.cloud, app));
      expect(failure).toMatchObject({ code: "stack-busy", fix: expect.stringContaining("Wait") });
      expect(failure.message).toMatch(/since \d{4}-\d\d-\d\dT.*CREATE_IN_PROGRESS/);
      expect(await refusalOf(planDestroy(slow.cloud, "shop-default", new Recorder()))).toMatchObject({
        code: "stack-busy",
      });
      controller.abort();
      await running;
    } finally {
      await slow.close();
    }
  });
});

describe("a failed first deployment of somebody else", () => {
  it("is not cleaned away", async () => {
    const { cloud } = ground;
    const Resources = { T: { Type: "AWS::SNS::Topic", Metadata: { StackwrightSandbox: { Fail: "no" } } } };
    await cloud.cloudFormation.send(
      new CreateStackCommand({ StackName: "theirs-default", TemplateBody: JSON.stringify({ Resources }) }),
    );
    await expect.poll(async () => (await findStack(cloud, "theirs-default"))?.StackStatus).toBe("ROLLBACK_COMPLETE");
    const failure = await refusalOf(planned(cloud, appOf(shop.replace("name: shop", "name: theirs"))));
    expect(failure.code).toBe("foreign-stack");
    expect((await findStack(cloud, "theirs-default"))?.StackStatus).toBe("ROLLBACK_COMPLETE");
  });
});
