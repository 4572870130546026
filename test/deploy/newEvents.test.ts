import type { CloudFormationClient, DescribeStackEventsCommand, StackEvent } from "@aws-sdk/client-cloudformation";
import { describe, expect, it } from "vitest";
import type { Cloud } from "../../extension/deploy/cloud";
import { type EventCursor, newEvents } from "../../extension/deploy/newEvents";

/** A cloud whose stack has these events, the newest first, two on a page. Remembers how many pages were read. */
function cloudWith(history: () => readonly StackEvent[]) {
  const reads = { pages: 0 };
  const watching = {
    send: async ({ input }: DescribeStackEventsCommand) => {
      reads.pages++;
      const start = Number(input.NextToken ?? 0);
      const events = history();
      const more = start + 2 < events.length ? { NextToken: String(start + 2) } : {};
      return { StackEvents: events.slice(start, start + 2), ...more };
    },
  } as unknown as CloudFormationClient;
  return { cloud: { watching } as Cloud, reads };
}

/** `5` happened at second 5; `5:other` has that token. */
function event(text: string): StackEvent {
  const [second = "", token] = text.split(":");
  return {
    StackId: "s",
    StackName: "s",
    EventId: text,
    Timestamp: new Date(Number(second) * 1000),
    ...(token === undefined ? {} : { ClientRequestToken: token }),
  };
}

const cursor = (since: number): EventCursor => ({
  stackId: "s",
  since: new Date(since * 1000),
  token: "ours",
  back: new Set<string>(),
  seen: new Set(),
});
const ids = (events: readonly StackEvent[]) => events.map(({ EventId }) => EventId);

describe("reading a stack's events", () => {
  it("gives the oldest first, over all pages, from the beginning of the operation on", async () => {
    const { cloud, reads } = cloudWith(() => ["6", "5", "4", "3", "2", "1"].map(event));
    expect(ids(await newEvents(cloud, cursor(3)))).toEqual(["3", "4", "5", "6"]);
    expect(reads.pages).toBe(3);
  });

  it("gives each event once, and reads no further than what it knows", async () => {
    const history = ["2", "1"].map(event);
    const { cloud, reads } = cloudWith(() => history);
    const from = cursor(0);
    await newEvents(cloud, from);
    history.unshift(...["4", "3"].map(event));
    reads.pages = 0;
    expect(ids(await newEvents(cloud, from))).toEqual(["3", "4"]);
    expect(reads.pages).toBe(2);
    expect(await newEvents(cloud, from)).toEqual([]);
  });

  it("gives an event once although it moves to the next page meanwhile", async () => {
    let calls = 0;
    const { cloud } = cloudWith(() => (calls++ === 0 ? ["4", "3", "2", "1"] : ["5", "4", "3", "2", "1"]).map(event));
    expect(ids(await newEvents(cloud, cursor(0)))).toEqual(["1", "2", "3", "4"]);
  });

  it("leaves out what belongs to another operation", async () => {
    const { cloud } = cloudWith(() => ["3:ours", "2:other", "1"].map(event));
    expect(ids(await newEvents(cloud, cursor(0)))).toEqual(["1", "3:ours"]);
  });

  it("reads all of it again when a later page could not be read", async () => {
    const { cloud } = cloudWith(() => ["4", "3", "2", "1"].map(event));
    const send = cloud.watching.send.bind(cloud.watching);
    let calls = 0;
    const failing = {
      ...cloud,
      watching: { send: (command: never) => (++calls === 2 ? Promise.reject(new Error("cut")) : send(command)) },
    };
    const from = cursor(0);
    await expect(newEvents(failing as unknown as Cloud, from)).rejects.toThrow("cut");
    expect(ids(await newEvents(failing as unknown as Cloud, from))).toEqual(["1", "2", "3", "4"]);
  });
});
