import { type Line, type LogStream, linesOf, streamsOf } from "../../containers/lines";
import { present } from "../../containers/present";
import { CloudError } from "../../wire/cloudError";
import type { JsonApi, JsonCall, JsonOperation } from "../jsonOperation";
import { jsonPage } from "../jsonPage";
import { madeResources } from "../resources";
import { readPattern } from "./filterPattern";

const MOST_EVENTS = 10_000;

/** The streams of the group that a request means, which a stack has to have made. */
function streamsIn({ input, service, region }: JsonCall): readonly LogStream[] {
  const group = input.text("logGroupName") ?? input.text("logGroupIdentifier")?.split(":log-group:").at(-1) ?? "";
  const isThere = madeResources(service, region, "AWS::Logs::LogGroup").some(
    ({ resource }) => resource.physicalId === group,
  );
  if (!isThere) {
    throw new CloudError("ResourceNotFoundException", "The specified log group does not exist.");
  }
  return streamsOf(service, region, group);
}

const describeLogGroups: JsonOperation = (call) => {
  const { input, service, region } = call;
  const prefix = input.text("logGroupNamePrefix") ?? "";
  const groups = madeResources(service, region, "AWS::Logs::LogGroup")
    .filter(({ resource }) => resource.physicalId.startsWith(prefix))
    .map(({ stack, resource }) => ({
      logGroupName: resource.physicalId,
      arn: `arn:aws:logs:${region}:${service.account}:log-group:${resource.physicalId}:*`,
      creationTime: stack.createdAt,
      retentionInDays: Number(resource.properties["RetentionInDays"]) || undefined,
    }));
  const { items, nextToken } = jsonPage(call, groups, input.number("limit") ?? 50);
  return { logGroups: items, nextToken };
};

const describeLogStreams: JsonOperation = (call) => {
  const { input, service } = call;
  const prefix = input.text("logStreamNamePrefix") ?? "";
  const now = present(service);
  const streams = streamsIn(call)
    .filter(({ name }) => name.startsWith(prefix))
    .map((stream) => ({ stream, last: linesOf(stream, stream.from, stream.to, now).at(-1)?.at ?? stream.from }));
  const byTime = input.text("orderBy") === "LastEventTime";
  streams.sort((a, b) => (byTime ? a.last - b.last : a.stream.name < b.stream.name ? -1 : 1));
  const sorted = input.flag("descending") ? streams.reverse() : streams;
  const { items, nextToken } = jsonPage(call, sorted, input.number("limit") ?? 50);
  return {
    logStreams: items.map(({ stream: { name, from }, last }) => ({
      logStreamName: name,
      creationTime: from,
      firstEventTimestamp: from,
      lastEventTimestamp: last,
      lastIngestionTime: last,
    })),
    nextToken,
  };
};

/** The lines that a request asks for, oldest first. A stream can be left out by its name or the beginning of it. */
function linesFor(call: JsonCall, streams: readonly LogStream[]): readonly Line[] {
  const { input, service } = call;
  const now = present(service);
  const from = input.number("startTime") ?? 0;
  const to = input.number("endTime") ?? now;
  return streams.flatMap((stream) => linesOf(stream, from, to, now)).sort((a, b) => a.at - b.at);
}

const filterLogEvents: JsonOperation = (call) => {
  const { input } = call;
  const names = input.texts("logStreamNames");
  const prefix = input.text("logStreamNamePrefix") ?? "";
  const streams = streamsIn(call).filter(({ name }) => (names?.includes(name) ?? true) && name.startsWith(prefix));
  const fits = readPattern(input.text("filterPattern"));
  const found = linesFor(call, streams).filter(({ text }) => fits(text));
  const { items, nextToken } = jsonPage(call, found, Math.min(input.number("limit") ?? MOST_EVENTS, MOST_EVENTS));
  return {
    events: items.map(({ id, at, stream, text }) => ({
      eventId: id,
      logStreamName: stream,
      timestamp: at,
      ingestionTime: at,
      message: text,
    })),
    searchedLogStreams: [],
    nextToken,
  };
};

/** Its tokens say where to read on in either direction, and are there also when there is nothing left. */
const getLogEvents: JsonOperation = (call) => {
  const { input } = call;
  const wanted = input.text("logStreamName");
  const stream = streamsIn(call).find(({ name }) => name === wanted);
  if (!stream) {
    throw new CloudError("ResourceNotFoundException", "The specified log stream does not exist.");
  }
  const all = linesFor(call, [stream]);
  const size = Math.max(1, Math.min(input.number("limit") ?? MOST_EVENTS, MOST_EVENTS));
  const [, way, position] = /^([fb])\/(\d+)$/.exec(input.text("nextToken") ?? "") ?? [];
  const fromHead = way === undefined ? (input.flag("startFromHead") ?? false) : way === "f";
  const edge = position === undefined ? (fromHead ? 0 : all.length) : Math.min(Number(position), all.length);
  const start = fromHead ? edge : Math.max(0, edge - size);
  const end = fromHead ? Math.min(all.length, edge + size) : edge;
  return {
    events: all.slice(start, end).map(({ at, text }) => ({ timestamp: at, ingestionTime: at, message: text })),
    nextForwardToken: `f/${end}`,
    nextBackwardToken: `b/${start}`,
  };
};

/** CloudWatch Logs, as far as it is read. */
export const logs: JsonApi = {
  prefix: "logs",
  target: "Logs_20140328",
  operations: new Map<string, JsonOperation>([
    ["DescribeLogGroups", describeLogGroups],
    ["DescribeLogStreams", describeLogStreams],
    ["FilterLogEvents", filterLogEvents],
    ["GetLogEvents", getLogEvents],
  ]),
};
