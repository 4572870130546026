import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, describe as group, test } from "vitest";
import type { Controls } from "../../extension/sandbox/control/controls";
import type { Fault } from "../../extension/sandbox/control/fault";
import type { Sandbox } from "../../extension/sandbox/sandbox";
import { clientOf, describe, events, identityClientOf, start, temporaryDirectory } from "./support/start";
import { queue, template } from "./support/templates";

const CHAIN = template({ Queue: queue(), Role: { Type: "AWS::SNS::Topic", DependsOn: "Queue" } });

function controls({ controls: given }: Sandbox): Controls {
  if (!given) {
    throw new Error("Another process owns this Sandbox.");
  }
  return given;
}

async function stage(speed = 0) {
  const sandbox = await start({ speed });
  return { sandbox, client: clientOf(sandbox), controls: controls(sandbox) };
}

group("a fault between a client and the Sandbox", () => {
  const refusals: readonly [Fault["kind"], object][] = [
    ["throttled", { name: "Throttling", message: "Rate exceeded" }],
    ["expired", { name: "ExpiredToken", $metadata: expect.objectContaining({ httpStatusCode: 403 }) }],
    ["denied", { name: "AccessDenied", message: expect.stringContaining("perform: cloudformation:ListStacks") }],
    ["unreadable", { $metadata: expect.objectContaining({ httpStatusCode: 500 }) }],
    ["dropped", { name: expect.stringMatching(/Error|ECONNRESET/) }],
  ];

  test.each(refusals)("%s strikes until it is ended", async (kind, error) => {
    const { client, controls } = await stage();
    const end = controls.begin({ kind });
    await expect(client.listStacks({})).rejects.toMatchObject(error);
    end();
    await expect(client.listStacks({})).resolves.toBeDefined();
  });

  test("strikes the operations that it names, and no other", async () => {
    const { client, controls } = await stage();
    controls.begin({ kind: "denied", actions: ["ListStacks"] });
    await expect(client.listExports({})).resolves.toBeDefined();
    await expect(client.listStacks({})).rejects.toThrow("cloudformation:ListStacks");
  });

  test("names the service of the permission that is missing", async () => {
    const { sandbox, controls } = await stage();
    controls.begin({ kind: "denied" });
    await expect(identityClientOf(sandbox).getCallerIdentity({})).rejects.toThrow("sts:GetCallerIdentity");
  });

  test("ends after as many requests as it says", async () => {
    const { client, controls } = await stage();
    controls.begin({ kind: "throttled", times: 2 });
    await expect(client.listStacks({})).rejects.toThrow();
    await expect(client.listStacks({})).rejects.toThrow();
    await expect(client.listStacks({})).resolves.toBeDefined();
  });

  test("ends after its time by the Sandbox's clock", async () => {
    const { client, controls } = await stage();
    controls.begin({ kind: "throttled", seconds: 3_600 });
    await expect(client.listStacks({})).rejects.toThrow();
    controls.advance(3_600);
    await expect(client.listStacks({})).resolves.toBeDefined();
  });

  test("leaves expired credentials renewed and the rest as it was", async () => {
    const { client, controls } = await stage();
    controls.begin({ kind: "expired" });
    controls.begin({ kind: "denied", actions: ["ListExports"] });
    controls.end("expired");
    await expect(client.listStacks({})).resolves.toBeDefined();
    await expect(client.listExports({})).rejects.toThrow("not authorized");
  });

  test.each(["dropped", "unreadable"] as const)("%s afterwards loses the answer alone", async (kind) => {
    const { client, controls } = await stage(1);
    controls.begin({ kind, afterwards: true, times: 1 });
    await expect(client.createStack({ StackName: "shop", TemplateBody: CHAIN })).rejects.toThrow();
    expect((await describe(client, "shop")).StackStatus).toBe("CREATE_IN_PROGRESS");
  });

  test("dropped before leaves nothing behind", async () => {
    const { client, controls } = await stage();
    controls.begin({ kind: "dropped", times: 1 });
    await expect(client.createStack({ StackName: "shop", TemplateBody: CHAIN })).rejects.toThrow();
    await expect(describe(client, "shop")).rejects.toThrow("does not exist");
  });

  test("slow holds an answer back", async () => {
    const { client, controls } = await stage();
    controls.begin({ kind: "slow", actions: ["ListStacks"], delay: 300 });
    const order: string[] = [];
    const late = client.listStacks({}).then(() => order.push("slow"));
    await client.listExports({}).then(() => order.push("quick"));
    await late;
    expect(order).toEqual(["quick", "slow"]);
  });

  test("duplicated and reordered show the same events otherwise", async () => {
    const { client, controls } = await stage(1);
    await client.createStack({ StackName: "shop", TemplateBody: CHAIN });
    controls.advance(60);
    const plain = (await events(client, "shop")).map(({ EventId }) => EventId);
    controls.begin({ kind: "duplicated" });
    expect((await events(client, "shop")).map(({ EventId }) => EventId)).toEqual(plain.flatMap((id) => [id, id]));
    controls.end();
    controls.begin({ kind: "reordered" });
    expect((await events(client, "shop")).map(({ EventId }) => EventId)).toEqual([...plain].reverse());
  });
});

group("the clock", () => {
  test("moved on, makes what is due happen at once, each at its own time", async () => {
    const { client, controls } = await stage(0.001);
    await client.createStack({ StackName: "shop", TemplateBody: CHAIN });
    controls.advance(24 * 3_600);
    expect((await describe(client, "shop")).StackStatus).toBe("CREATE_COMPLETE");
    const times = (await events(client, "shop")).map(({ Timestamp }) => Number(Timestamp));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    // Two resources of 0.8 seconds each, one after the other, a thousand times slower.
    expect(Math.round(((times.at(-1) ?? 0) - (times[0] ?? 0)) / 10_000)).toBe(160);
  });

  test("moved on by less than is needed, leaves the operation under way", async () => {
    const { client, controls } = await stage(0.001);
    await client.createStack({ StackName: "shop", TemplateBody: CHAIN });
    controls.advance(900);
    expect((await describe(client, "shop")).StackStatus).toBe("CREATE_IN_PROGRESS");
  });

  test("does not go back", async () => {
    const { controls } = await stage();
    expect(() => controls.advance(-1)).toThrow(RangeError);
  });
});

test("a stack that vanishes is gone by its name, and by its id is told as deleted", async () => {
  const { client, controls } = await stage(1);
  const { StackId = "" } = await client.createStack({ StackName: "shop", TemplateBody: CHAIN });
  expect(controls.vanish("shop")).toBe(true);
  await expect(describe(client, "shop")).rejects.toThrow("does not exist");
  expect((await describe(client, StackId)).StackStatus).toBe("DELETE_COMPLETE");
  expect(controls.vanish("shop")).toBe(false);
});

group("the control path", () => {
  async function say(sandbox: Sandbox, token: string, order: object) {
    const headers = { "x-stackwright-token": token };
    const address = `${sandbox.endpoint}/stackwright-sandbox/control`;
    const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(order) });
    return { status: answer.status, ...((await answer.json()) as { error?: string; now?: string }) };
  }

  function tokenIn(directory: string): string {
    const { token } = JSON.parse(readFileSync(join(directory, "owner.json"), "utf8")) as { token: string };
    return token;
  }

  test("obeys whoever can read the state folder", async () => {
    const directory = temporaryDirectory();
    const sandbox = await start({ directory });
    const client = clientOf(sandbox);
    const token = tokenIn(directory);
    expect(await say(sandbox, token, { begin: { kind: "throttled" } })).toMatchObject({ status: 200 });
    await expect(client.listStacks({})).rejects.toThrow("Rate exceeded");
    expect(await say(sandbox, token, { end: "throttled" })).toMatchObject({ status: 200 });
    await expect(client.listStacks({})).resolves.toBeDefined();
    const { now = "" } = await say(sandbox, token, { advance: 86_400 });
    expect(Date.parse(now) - Date.now()).toBeGreaterThan(86_000_000);
  });

  test("refuses whoever has no token, and what it does not understand", async () => {
    const directory = temporaryDirectory();
    const sandbox = await start({ directory });
    const token = tokenIn(directory);
    expect((await say(sandbox, "guess", { end: true })).status).toBe(403);
    for (const order of [{}, { begin: { kind: "flood" } }, { begin: { kind: "slow", delay: -1 } }, { advance: "1" }]) {
      expect(await say(sandbox, token, order)).toMatchObject({
        status: 400,
        error: expect.stringContaining("Say one"),
      });
    }
    expect((await say(sandbox, token, { vanish: "nobody" })).error).toBe("There is no stack nobody.");
  });
});
