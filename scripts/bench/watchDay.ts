/**
 * Watches a stack that does not come to an end for a day, and prints how many bytes the heap grew by after the first
 * hour, and how often the cloud was asked. The day is one of a moved clock: whenever nothing is under way, time goes on.
 * A process of its own for `pollMemory.ts`, with `--expose-gc`.
 */

import { mock } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { CreateStackCommand } from "@aws-sdk/client-cloudformation";
import { connect } from "../../extension/deploy/connect";
import { watch } from "../../extension/deploy/watch";

const [, , endpoint = "", template = ""] = process.argv;
const [hour, day] = [3_600_000, 86_400_000];
const step = 500;

function heap(): number {
  if (globalThis.gc === undefined) throw new Error("Run it with --expose-gc.");
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

async function main(): Promise<void> {
  const cloud = await connect({ target: "sandbox", region: "us-east-1", endpoint });
  const since = new Date(0);
  const { StackId: stackId = "" } = await cloud.cloudFormation.send(
    new CreateStackCommand({ StackName: "day", TemplateBody: template, ClientRequestToken: "day" }),
  );
  let [time, underWay, looks] = [0, 0, 0];
  const send = cloud.watching.send.bind(cloud.watching) as (...given: unknown[]) => Promise<unknown>;
  const counted = async (...given: unknown[]) => {
    underWay += 1;
    looks += 1;
    return send(...given).finally(() => {
      underWay -= 1;
    });
  };
  Object.assign(cloud.watching, { send: counted });
  mock.timers.enable({ apis: ["setTimeout"] });
  performance.now = () => time;
  let told = 0;
  const host = { notify: () => (told += 1) };
  const options = { stackName: "day", stackId, since, token: "day", expected: [], originOf: () => ({}) };
  // Without a signal: Node's mock of a timer keeps what listens to one for good, which its real timer does not.
  void watch(cloud, host, options).then(({ status }) => {
    throw new Error(`The stack came to ${status} within the day.`);
  });
  let before = 0;
  while (time < day) {
    await turn();
    if (underWay > 0) continue;
    // What the last answer led to comes first.
    await turn();
    time += step;
    mock.timers.tick(step);
    if (time === hour) before = heap();
  }
  const after = heap();
  console.log(JSON.stringify({ bytes: after - before, looks, told }));
  process.exit(0);
}

void main();
