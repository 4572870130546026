import { describe, expect, it } from "vitest";
import { readPattern } from "../../../extension/sandbox/services/logs/filterPattern";
import { serviceTemplate } from "./ground";
import { moving } from "./moving";

const logGroupName = "/shop/web";

describe("the log of a service", () => {
  it("says that it is made up, and where the container listens", async () => {
    const { logs } = await moving(serviceTemplate(1));
    const { events = [] } = await logs.filterLogEvents({ logGroupName, limit: 2 });
    expect(events.map(({ message }) => message)).toEqual([
      "Stackwright Sandbox: a simulation of example/web:1. No container runs, and these lines are made up.",
      "Listening on port 80",
    ]);
    expect(events[0]?.logStreamName).toMatch(/^web\/web\/[0-9a-f]{32}$/);
  });

  it("grows with the clock, and what was read stays as it was", async () => {
    const { logs, advance } = await moving();
    const read = async () => (await logs.filterLogEvents({ logGroupName })).events ?? [];
    const before = await read();
    advance(60);
    const after = await read();
    expect(after.length).toBeGreaterThanOrEqual(before.length + 20);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(new Set(after.map(({ eventId }) => eventId)).size).toBe(after.length);
    expect(after.map(({ timestamp = 0 }) => timestamp)).toEqual(after.map(({ timestamp = 0 }) => timestamp).sort());
  });

  it("is read in pages, from a moment on, by words and by task", async () => {
    const { logs, advance } = await moving();
    advance(60);
    const all = (await logs.filterLogEvents({ logGroupName })).events ?? [];
    const first = await logs.filterLogEvents({ logGroupName, limit: 5 });
    const rest = await logs.filterLogEvents({ logGroupName, nextToken: first.nextToken });
    expect([...(first.events ?? []), ...(rest.events ?? [])].slice(0, all.length)).toEqual(all);
    const { timestamp: startTime, logStreamName = "" } = all[10] ?? {};
    const late = (await logs.filterLogEvents({ logGroupName, startTime })).events ?? [];
    expect(late.every(({ timestamp = 0 }) => timestamp >= (startTime ?? 0))).toBe(true);
    const own = (await logs.filterLogEvents({ logGroupName, logStreamNamePrefix: logStreamName })).events ?? [];
    expect(new Set(own.map((event) => event.logStreamName))).toEqual(new Set([logStreamName]));
    const listening = (await logs.filterLogEvents({ logGroupName, filterPattern: "Listening" })).events ?? [];
    expect(listening).toHaveLength(2);
  });

  it("has a stream for each task, also for one that has stopped", async () => {
    const { logs, ecs, advance } = await moving();
    await ecs.updateService({ cluster: "shop", service: "web", forceNewDeployment: true });
    advance(30);
    const { logStreams = [] } = await logs.describeLogStreams({
      logGroupName,
      orderBy: "LastEventTime",
      descending: true,
    });
    expect(logStreams).toHaveLength(4);
    const [newest, , , oldest] = logStreams;
    expect(newest?.lastEventTimestamp).toBeGreaterThan(oldest?.lastEventTimestamp ?? 0);
    const { events = [] } = await logs.getLogEvents({ logGroupName, logStreamName: oldest?.logStreamName, limit: 1 });
    expect(events[0]?.message).toBe("Received SIGTERM, shutting down");
  });

  it("is read from its head or its end, and on from there", async () => {
    const { logs, advance } = await moving(serviceTemplate(1));
    advance(30);
    const { logStreams: [stream] = [] } = await logs.describeLogStreams({ logGroupName });
    const whole = { logGroupName, logStreamName: stream?.logStreamName };
    const head = await logs.getLogEvents({ ...whole, startFromHead: true, limit: 2 });
    expect(head.events?.[1]?.message).toBe("Listening on port 80");
    const on = await logs.getLogEvents({ ...whole, nextToken: head.nextForwardToken, limit: 1 });
    expect(on.events?.[0]?.message).toMatch(/^GET \/ 200 \d+ ms/);
    const end = await logs.getLogEvents({ ...whole, nextToken: `f/${10 ** 6}` });
    expect(end.events).toEqual([]);
  });

  it("has the command of a task that was run by itself, and its end", async () => {
    const { logs, ecs, advance } = await moving();
    const { services: [web] = [] } = await ecs.describeServices({ cluster: "shop", services: ["web"] });
    await ecs.runTask({
      cluster: "shop",
      taskDefinition: web?.taskDefinition,
      overrides: { containerOverrides: [{ name: "web", command: ["migrate", "--all"] }] },
    });
    advance(30);
    const found = await logs.filterLogEvents({ logGroupName, filterPattern: "?Command ?Exited" });
    expect(found.events?.map(({ message }) => message)).toEqual(["Command: migrate --all", "Exited with code 0"]);
  });

  it("that no stack has made is not there", async () => {
    const { logs } = await moving();
    await expect(logs.filterLogEvents({ logGroupName: "/shop/api" })).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "The specified log group does not exist.",
    });
    await expect(logs.getLogEvents({ logGroupName, logStreamName: "none" })).rejects.toThrow("log stream");
  });
});

describe("a filter pattern", () => {
  it.each([
    ["", "anything", true],
    ["GET 200", "GET / 200", true],
    ["GET 500", "GET / 200", false],
    ['"GET / 200"', "x GET / 200 y", true],
    ['"/ GET"', "GET / 200", false],
    ["GET -200", "GET / 200", false],
    ["?ERROR ?WARN", "WARN: full", true],
    ["?ERROR ?WARN", "fine", false],
    ["%GET.*2\\d\\d%", "GET / 204", true],
    ['{ $.level = "error" }', "level error", false],
    ["get", "GET / 200", false],
  ])("%s for the line %s: %s", (pattern, line, fits) => {
    expect(readPattern(pattern)(line)).toBe(fits);
  });

  it.each(['"open', "%(%"])("%s is refused", (pattern) => {
    expect(() => readPattern(pattern)).toThrow("Invalid filter pattern");
  });
});
