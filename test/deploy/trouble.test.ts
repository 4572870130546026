import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Cloud } from "../../extension/deploy/cloud";
import { connect } from "../../extension/deploy/connect";
import { describe as describeStack } from "../../extension/deploy/describe";
import { execute } from "../../extension/deploy/execute";
import type { Message } from "../../extension/deploy/messages";
import { appOf, type Ground, openGround, planned, Recorder, refusalOf, shop } from "./ground";
import { breaking, cutting, openProxy, refusing, type Trouble, type TroubleProxy } from "./proxy";

let ground: Ground;
let proxy: TroubleProxy;
let cloud: Cloud;

beforeAll(async () => {
  ground = await openGround();
  proxy = await openProxy(ground.sandbox.endpoint);
  cloud = await connect({ target: "sandbox", region: "us-east-1", endpoint: proxy.endpoint });
});

beforeEach(() => {
  proxy.trouble = () => undefined;
});

afterAll(async () => {
  cloud.close();
  await proxy.close();
  await ground.close();
});

/** Makes trouble for the first calls of an action. */
function firstOf(action: string, times: number, answer: ReturnType<Trouble>): Trouble {
  let left = times;
  return (called) => (called === action && left-- > 0 ? answer : undefined);
}

const throttling = refusing(400, "Throttling", "Rate exceeded");
const appNamed = (name: string) => appOf(shop.replace("name: shop", `name: ${name}`));

function paused(host: Recorder): Message[] {
  return host.messages.filter(({ code }) => code === "paused" || code === "resumed");
}

describe("watching", () => {
  it.each([
    ["throttled", throttling, "throttled"],
    ["cut off", cutting, "network"],
    ["answered with a page instead of XML", breaking, "network"],
    ["told that the credentials have expired", refusing(403, "ExpiredToken", "expired"), "credentials"],
  ] as const)("goes on after being %s, and says so once", async (name, answer, cause) => {
    const host = new Recorder();
    const made = await planned(cloud, appNamed(`watch-${cause}-${name.length}`), host);
    proxy.trouble = firstOf("DescribeStackEvents", 3, answer);
    const outcome = await execute(cloud, made, host);
    expect(outcome.ok).toBe(true);
    expect(paused(host).map(({ code }) => code)).toEqual(["paused", "resumed"]);
    expect(host.all("paused")[0]?.cause).toBe(cause);
    expect(host.all("resource").at(-1)?.step).toMatchObject({ done: made.changes.length });
  });

  it("ends with words when it is not permitted, and says that the deployment goes on", async () => {
    const made = await planned(cloud, appNamed("denied"));
    const denial = "User: ann is not authorized to perform: cloudformation:DescribeStackEvents on resource: x";
    proxy.trouble = (action) => (action === "DescribeStackEvents" ? refusing(403, "AccessDenied", denial) : undefined);
    const failure = await refusalOf(execute(cloud, made, new Recorder()));
    expect(failure.code).toBe("access-denied");
    expect(failure.message).toContain("cloudformation:DescribeStackEvents");
    expect(failure.fix).toContain("goes on in the cloud");
    await expect
      .poll(async () => (await describeStack(ground.cloud, "denied-default"))?.status, { timeout: 10_000 })
      .toBe("CREATE_COMPLETE");
  });

  it("stops at a signal, and the deployment does not", async () => {
    const slow = await openGround(10);
    try {
      const host = new Recorder();
      const controller = new AbortController();
      const made = await planned(slow.cloud, appNamed("aborted"), host);
      const running = execute(slow.cloud, made, host, controller.signal);
      await host.until("resource");
      controller.abort();
      const outcome = await running;
      expect(outcome).toMatchObject({ ok: false, failure: { code: "detached" } });
      expect(host.all("detached")[0]?.text).toContain("was not cancelled");
      expect((await describeStack(slow.cloud, "aborted-default"))?.status).toBe("CREATE_IN_PROGRESS");
      await expect
        .poll(async () => (await describeStack(slow.cloud, "aborted-default"))?.status, { timeout: 20_000 })
        .toBe("CREATE_COMPLETE");
    } finally {
      await slow.close();
    }
  });

  it("asks for nothing but events until the end", async () => {
    const made = await planned(cloud, appNamed("calls"));
    const before = proxy.calls.length;
    await execute(cloud, made, new Recorder());
    const calls = proxy.calls.slice(before);
    expect(calls[0]).toBe("ExecuteChangeSet");
    expect(calls.at(-1)).toBe("DescribeStacks");
    expect(new Set(calls.slice(1, -1))).toEqual(new Set(["DescribeStackEvents"]));
  });
});

describe("executing", () => {
  it("is not done twice when the answer to it was lost", async () => {
    const made = await planned(cloud, appNamed("lost-answer"));
    let cut = false;
    proxy.trouble = (action) => {
      if (action !== "ExecuteChangeSet" || cut) return undefined;
      cut = true;
      return (response) => {
        const send = fetchOnce(ground.sandbox.endpoint, made.changeSetId);
        void send.finally(() => response.destroy());
      };
    };
    expect((await execute(cloud, made, new Recorder())).ok).toBe(true);
    expect(proxy.calls.filter((action) => action === "ExecuteChangeSet").length).toBeGreaterThan(1);
  });
});

/** Executes a change set behind the proxy's back, as the call whose answer is lost did. */
async function fetchOnce(endpoint: string, changeSetId: string): Promise<void> {
  const body = new URLSearchParams({ Action: "ExecuteChangeSet", Version: "2010-05-15", ChangeSetName: changeSetId });
  const authorization =
    "AWS4-HMAC-SHA256 Credential=sandbox/20260101/us-east-1/cloudformation/aws4_request, SignedHeaders=host, Signature=0";
  const headers = { "content-type": "application/x-www-form-urlencoded", authorization };
  await fetch(endpoint, { method: "POST", body: body.toString(), headers });
}

describe("planning", () => {
  it("repeats by itself what is throttled for a moment", async () => {
    proxy.trouble = firstOf("CreateChangeSet", 2, throttling);
    expect((await planned(cloud, appNamed("throttled-plan"))).changes.length).toBeGreaterThan(0);
  });

  it("names the permission that is missing", async () => {
    const denial = "User: ann is not authorized to perform: cloudformation:CreateChangeSet on resource: x";
    proxy.trouble = (action) => (action === "CreateChangeSet" ? refusing(403, "AccessDenied", denial) : undefined);
    const host = new Recorder();
    const failure = await refusalOf(planned(cloud, appNamed("denied-plan"), host));
    expect(failure.message).toContain("cloudformation:CreateChangeSet");
    expect(host.codes.at(-1)).toBe("failed");
  });
});
