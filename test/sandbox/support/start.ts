import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudFormation, type Stack, type StackEvent } from "@aws-sdk/client-cloudformation";
import { STS } from "@aws-sdk/client-sts";
import { onTestFinished } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../../extension/sandbox/sandbox";

const CLIENT = {
  region: "us-east-1",
  credentials: { accessKeyId: "AKIASANDBOX", secretAccessKey: "any" },
  maxAttempts: 1,
};

/** A directory that goes away with the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "stackwright-sandbox-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export async function start(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ directory: options.directory ?? temporaryDirectory(), speed: 0, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** AWS's own client, unmodified, pointed at the Sandbox. */
export function clientOf(sandbox: Pick<Sandbox, "endpoint">, region = CLIENT.region): CloudFormation {
  return new CloudFormation({ ...CLIENT, region, endpoint: sandbox.endpoint });
}

export function identityClientOf(sandbox: Sandbox): STS {
  return new STS({ ...CLIENT, endpoint: sandbox.endpoint });
}

export async function startWithClient(options: Partial<SandboxOptions> = {}): Promise<CloudFormation> {
  return clientOf(await start(options));
}

const POLL = 3;
const PATIENCE = 20_000;

/** Asks again and again until the answer is there. */
export async function until<T>(ask: () => Promise<T | undefined>, what: string): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`Waited in vain for ${what}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

export async function describe(client: CloudFormation, stackName: string): Promise<Stack> {
  const { Stacks = [] } = await client.describeStacks({ StackName: stackName });
  const [stack] = Stacks;
  if (!stack) {
    throw new Error(`No stack ${stackName}`);
  }
  return stack;
}

/** The stack once nothing is under way any more. A deleted one is found by its id. */
export function settled(client: CloudFormation, stackNameOrId: string): Promise<Stack> {
  return until(async () => {
    const stack = await describe(client, stackNameOrId);
    return stack.StackStatus?.endsWith("_IN_PROGRESS") ? undefined : stack;
  }, `${stackNameOrId} to settle`);
}

/** Every event, oldest first. */
export async function events(client: CloudFormation, stackNameOrId: string): Promise<readonly StackEvent[]> {
  const all: StackEvent[] = [];
  let NextToken: string | undefined;
  do {
    const answer = await client.describeStackEvents({ StackName: stackNameOrId, ...(NextToken ? { NextToken } : {}) });
    all.push(...(answer.StackEvents ?? []));
    NextToken = answer.NextToken;
  } while (NextToken);
  return all.reverse();
}

/** `Bucket CREATE_COMPLETE` for each event, with the reason behind a colon. */
export async function story(client: CloudFormation, stackNameOrId: string): Promise<readonly string[]> {
  const all = await events(client, stackNameOrId);
  return all.map(({ LogicalResourceId, ResourceStatus, ResourceStatusReason }) =>
    [`${LogicalResourceId} ${ResourceStatus}`, ...(ResourceStatusReason ? [ResourceStatusReason] : [])].join(": "),
  );
}
