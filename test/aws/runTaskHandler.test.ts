import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { handler } from "../../extension/targets/aws/runTaskHandler";

type Call = { readonly name: string; readonly input: Record<string, unknown> };
type Answers = Readonly<Record<string, (input: Record<string, unknown>) => unknown>>;

const stopped = (container: object, rest: object = {}) => ({
  describeTasks: () => ({
    tasks: [{ lastStatus: "STOPPED", containers: [{ name: "web", ...container }], ...rest }],
  }),
});
const standing = {
  runTask: () => ({ tasks: [{ taskArn: "arn:aws:ecs:eu-west-1:111122223333:task/cluster/abc123" }] }),
  stopTask: () => ({}),
  describeStacks: () => ({ Stacks: [{ StackStatus: "UPDATE_IN_PROGRESS" }] }),
  ...stopped({ exitCode: 0 }),
};

let server: Server;
let answer:
  | { readonly body: Record<string, unknown>; readonly headers: IncomingHttpHeaders; readonly method: string }
  | undefined;

beforeEach(async () => {
  answer = undefined;
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      answer = {
        body: JSON.parse(Buffer.concat(chunks).toString()),
        headers: request.headers,
        method: request.method ?? "",
      };
      response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});

afterEach(async () => {
  await new Promise((closed) => server.close(closed));
});

/** Runs the code as Lambda does, with an SDK that answers from a table and time that passes at once. */
async function invoke(event: object = {}, answers: Answers = {}, milliseconds = 600_000): Promise<Call[]> {
  const calls: Call[] = [];
  const table: Answers = { ...standing, ...answers };
  class Client {
    async send(command: { name: string; input: Record<string, unknown> }) {
      calls.push({ name: command.name, input: command.input });
      return table[command.name]?.(command.input);
    }
  }
  const command = (name: string) =>
    class {
      readonly name = name;
      constructor(readonly input: Record<string, unknown>) {}
    };
  const sdk = {
    ECSClient: Client,
    CloudFormationClient: Client,
    ...Object.fromEntries(Object.keys(standing).map((name) => [sdkName(name), command(name)])),
  };
  let left = milliseconds;
  const pass = (done: () => void, time: number) => {
    left -= time;
    done();
  };
  const module: { handler?: (event: object, context: object) => Promise<void> } = {};
  new Function("require", "exports", "setTimeout", "console", handler)(() => sdk, module, pass, {
    error: () => undefined,
  });
  await module.handler?.(
    {
      RequestType: "Create",
      RequestId: "request-1",
      StackId: "arn:aws:cloudformation:eu-west-1:111122223333:stack/shop-test/1",
      LogicalResourceId: "WebPreDeploy",
      ResponseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer?signature=1`,
      ResourceProperties: {
        ServiceToken: "arn:aws:lambda:eu-west-1:111122223333:function:runner",
        Cluster: "cluster",
        TaskDefinition: "shop-test-web:7",
        Container: "web",
        Command: ["bin/migrate"],
        Subnets: ["subnet-1"],
        SecurityGroups: ["sg-1"],
        AssignPublicIp: "DISABLED",
      },
      ...event,
    },
    { getRemainingTimeInMillis: () => left },
  );
  return calls;
}

/** `runTask` is `RunTaskCommand` in the SDK. */
const sdkName = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}Command`;

const names = (calls: readonly Call[]) => calls.map(({ name }) => name);

describe("the function that runs tasks", () => {
  it("fits into a template", () => {
    expect(Buffer.byteLength(handler)).toBeLessThanOrEqual(4096);
  });

  it("runs the new revision with the command, and says that it succeeded", async () => {
    const [, run] = await invoke();
    expect(run).toEqual({
      name: "runTask",
      input: {
        cluster: "cluster",
        taskDefinition: "shop-test-web:7",
        launchType: "FARGATE",
        clientToken: "request-1",
        startedBy: "stackwright",
        propagateTags: "TASK_DEFINITION",
        networkConfiguration: {
          awsvpcConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"], assignPublicIp: "DISABLED" },
        },
        overrides: { containerOverrides: [{ name: "web", command: ["bin/migrate"] }] },
      },
    });
    expect(answer?.method).toBe("PUT");
    // The address is signed for a request without a content type.
    expect(answer?.headers["content-type"] ?? "").toBe("");
    expect(answer?.body).toEqual({
      Status: "SUCCESS",
      StackId: "arn:aws:cloudformation:eu-west-1:111122223333:stack/shop-test/1",
      RequestId: "request-1",
      LogicalResourceId: "WebPreDeploy",
      PhysicalResourceId: "WebPreDeploy",
    });
  });

  it("keeps its physical id, so that an update deletes nothing", async () => {
    await invoke({ RequestType: "Update", PhysicalResourceId: "WebPreDeploy-0" });
    expect(answer?.body["PhysicalResourceId"]).toBe("WebPreDeploy-0");
  });

  it("waits until the task has stopped", async () => {
    let polls = 0;
    const calls = await invoke(
      {},
      {
        describeTasks: () => {
          polls += 1;
          if (polls === 1) return { tasks: [] };
          return {
            tasks: [{ lastStatus: polls < 4 ? "RUNNING" : "STOPPED", containers: [{ name: "web", exitCode: 0 }] }],
          };
        },
      },
    );
    expect(names(calls).filter((name) => name === "describeTasks")).toHaveLength(4);
    expect(answer?.body["Status"]).toBe("SUCCESS");
  });

  it("fails with the exit code and ECS's reason", async () => {
    await invoke({}, stopped({ exitCode: 3 }, { stoppedReason: "Essential container in task exited" }));
    expect(answer?.body).toMatchObject({
      Status: "FAILED",
      Reason: "Task abc123 failed with exit code 3: Essential container in task exited",
    });
  });

  it("fails with the reason when the container never started", async () => {
    await invoke(
      {},
      stopped({ reason: "CannotPullContainerError: no such image" }, { stoppedReason: "Task failed to start" }),
    );
    expect(answer?.body["Reason"]).toBe(
      "Task abc123 failed: CannotPullContainerError: no such image; Task failed to start",
    );
  });

  it("fails when ECS starts nothing", async () => {
    await invoke({}, { runTask: () => ({ failures: [{ reason: "RESOURCE:FARGATE" }] }) });
    expect(answer?.body).toMatchObject({ Status: "FAILED", Reason: "The task did not start: RESOURCE:FARGATE" });
  });

  it("stops a task that does not end, before it is stopped itself", async () => {
    const calls = await invoke({}, { describeTasks: () => ({ tasks: [{ lastStatus: "RUNNING", containers: [] }] }) });
    expect(names(calls).at(-1)).toBe("stopTask");
    expect(answer?.body["Reason"]).toBe("Task abc123 did not end within 15 minutes and was stopped");
  });

  it("tries again while its new role is not known yet", async () => {
    let tries = 0;
    await invoke(
      {},
      {
        runTask: () => {
          tries += 1;
          if (tries < 3) throw Object.assign(new Error("not authorized"), { name: "AccessDeniedException" });
          return standing.runTask();
        },
      },
    );
    expect(tries).toBe(3);
    expect(answer?.body["Status"]).toBe("SUCCESS");
  });

  it("tries again while it may not look at the stack yet", async () => {
    let tries = 0;
    await invoke(
      {},
      {
        describeStacks: () => {
          tries += 1;
          if (tries < 2) throw Object.assign(new Error("not authorized"), { name: "AccessDenied" });
          return standing.describeStacks();
        },
      },
    );
    expect(answer?.body["Status"]).toBe("SUCCESS");
  });

  it("gives up when it is not allowed to run the task", async () => {
    await invoke(
      {},
      {
        runTask: () => {
          throw Object.assign(new Error("not authorized"), { name: "AccessDeniedException" });
        },
      },
    );
    expect(answer?.body).toMatchObject({ Status: "FAILED", Reason: "not authorized" });
  });

  it("does nothing when it is deleted", async () => {
    expect(await invoke({ RequestType: "Delete", PhysicalResourceId: "WebPreDeploy" })).toEqual([]);
    expect(answer?.body["Status"]).toBe("SUCCESS");
  });

  it("does not run the former version while CloudFormation rolls back", async () => {
    const calls = await invoke(
      { RequestType: "Update" },
      { describeStacks: () => ({ Stacks: [{ StackStatus: "UPDATE_ROLLBACK_IN_PROGRESS" }] }) },
    );
    expect(names(calls)).toEqual(["describeStacks"]);
    expect(answer?.body["Status"]).toBe("SUCCESS");
  });

  it("runs a task with its own command when none is given", async () => {
    const calls = await invoke({
      ResourceProperties: { Cluster: "c", TaskDefinition: "t:1", Container: "web", Subnets: [], SecurityGroups: [] },
    });
    expect(calls[1]?.input).not.toHaveProperty("overrides.containerOverrides");
  });
});
