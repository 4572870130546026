import type { ECS } from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import { deploy } from "../support/deploy";
import { start, temporaryDirectory } from "../support/start";
import { clientsOf, deployed, serviceTemplate } from "./ground";
import { moving } from "./moving";

async function web(ecs: ECS) {
  const { services = [] } = await ecs.describeServices({ cluster: "shop", services: ["web"] });
  const [service] = services;
  if (!service) throw new Error("There is no service web.");
  return service;
}

const tasks = async (ecs: ECS, desiredStatus: "RUNNING" | "STOPPED" = "RUNNING") => {
  const { taskArns = [] } = await ecs.listTasks({ cluster: "shop", serviceName: "web", desiredStatus });
  if (taskArns.length === 0) return [];
  const { tasks: described = [] } = await ecs.describeTasks({ cluster: "shop", tasks: taskArns });
  return described;
};

describe("a service of a stack", () => {
  it("runs as many tasks as its stack wants, with the newest task definition", async () => {
    const { ecs } = await deployed();
    const service = await web(ecs);
    expect(service).toMatchObject({ status: "ACTIVE", desiredCount: 2, runningCount: 2, pendingCount: 0 });
    expect(service.deployments).toMatchObject([{ status: "PRIMARY", rolloutState: "COMPLETED", runningCount: 2 }]);
    expect(service.deployments?.[0]?.taskDefinition).toMatch(
      /^arn:aws:ecs:us-east-1:\d{12}:task-definition\/shop-web:\d+$/,
    );
    expect(await ecs.listServices({ cluster: "shop" })).toMatchObject({ serviceArns: [service.serviceArn] });
  });

  it("shows each task with its container and the agent that a shell needs", async () => {
    const { ecs } = await deployed();
    const [first, second] = await tasks(ecs);
    expect(first?.taskArn).not.toBe(second?.taskArn);
    expect(first).toMatchObject({ lastStatus: "RUNNING", group: "service:web", cpu: "256" });
    expect(first?.startedAt?.getTime()).toBeLessThanOrEqual(Date.now());
    const [container] = first?.containers ?? [];
    expect(container).toMatchObject({ name: "web", managedAgents: [{ name: "ExecuteCommandAgent" }] });
    expect(container?.exitCode).toBeUndefined();
  });

  it("is described with its task definition, whose own words stay as they are", async () => {
    const { ecs } = await deployed();
    const { taskDefinition } = await ecs.describeTaskDefinition({
      taskDefinition: (await web(ecs)).taskDefinition,
    });
    expect(taskDefinition).toMatchObject({ family: "shop-web", status: "ACTIVE" });
    expect(taskDefinition?.containerDefinitions?.[0]).toMatchObject({
      name: "web",
      environment: [{ name: "DB_HOST", value: "db.internal" }],
      portMappings: [{ containerPort: 80 }],
      dockerLabels: { "Shop.Part": "web" },
    });
  });

  it("is scaled until its stack changes it again", async () => {
    const { client, ecs } = await deployed();
    await ecs.updateService({ cluster: "shop", service: "web", desiredCount: 3 });
    expect(await web(ecs)).toMatchObject({ desiredCount: 3, runningCount: 3 });
    await ecs.updateService({ cluster: "shop", service: "web", desiredCount: 1 });
    expect(await web(ecs)).toMatchObject({ desiredCount: 1, runningCount: 1 });
    expect(await tasks(ecs, "STOPPED")).toHaveLength(2);
    await deploy(client, "shop", "UPDATE", serviceTemplate(2, "example/web:2"));
    expect(await web(ecs)).toMatchObject({ desiredCount: 2, runningCount: 2 });
  });

  it("keeps its other tasks when it is scaled", async () => {
    const { ecs } = await deployed();
    const before = (await tasks(ecs)).map(({ taskArn }) => taskArn);
    await ecs.updateService({ cluster: "shop", service: "web", desiredCount: 3 });
    expect((await tasks(ecs)).map(({ taskArn }) => taskArn)).toEqual(expect.arrayContaining(before));
  });

  it("replaces all its tasks when it is restarted, the old ones once the new ones run", async () => {
    const { sandbox, ecs } = await deployed({ speed: 0 });
    const before = (await tasks(ecs)).map(({ taskArn }) => taskArn);
    await ecs.updateService({ cluster: "shop", service: "web", forceNewDeployment: true });
    sandbox.controls?.advance(1);
    const after = (await tasks(ecs)).map(({ taskArn }) => taskArn);
    expect(after).toHaveLength(2);
    expect(after.filter((task) => before.includes(task))).toEqual([]);
    const stopped = await tasks(ecs, "STOPPED");
    expect(stopped.map(({ taskArn }) => taskArn).sort()).toEqual([...before].sort());
    expect(stopped[0]).toMatchObject({ lastStatus: "STOPPED", stopCode: "ServiceSchedulerInitiated" });
  });

  it("takes its time to restart, and says so", async () => {
    const { advance, ecs } = await moving();
    await ecs.updateService({ cluster: "shop", service: "web", forceNewDeployment: true });
    const begun = await web(ecs);
    expect(begun.deployments?.map(({ status, rolloutState }) => [status, rolloutState])).toEqual([
      ["PRIMARY", "IN_PROGRESS"],
      ["ACTIVE", "COMPLETED"],
    ]);
    expect(begun).toMatchObject({ desiredCount: 2, runningCount: 2, pendingCount: 2 });
    advance(60);
    const through = await web(ecs);
    expect(through.deployments).toMatchObject([{ status: "PRIMARY", rolloutState: "COMPLETED" }]);
    expect(through.events?.[0]?.message).toMatch(/^\(service web\) has (reached a steady state|stopped)/);
  });

  it("starts another task for one that is stopped", async () => {
    const { ecs } = await deployed();
    const [first] = await tasks(ecs);
    await ecs.stopTask({ cluster: "shop", task: first?.taskArn, reason: "it hangs" });
    const left = await tasks(ecs);
    expect(left).toHaveLength(2);
    expect(left.map(({ taskArn }) => taskArn)).not.toContain(first?.taskArn);
    expect(await tasks(ecs, "STOPPED")).toMatchObject([{ stopCode: "UserInitiated", stoppedReason: "it hangs" }]);
  });

  it("that does not come up leaves tasks that say how they ended", async () => {
    const { client, ecs } = await deployed();
    const before = await web(ecs);
    const body = serviceTemplate(1, "example/web:2", {
      StackwrightSandbox: { Fail: "The container exited with code 3." },
    });
    await deploy(client, "shop", "UPDATE", body);
    const stopped = (await tasks(ecs, "STOPPED")).filter(
      ({ taskDefinitionArn }) => taskDefinitionArn !== before.taskDefinition,
    );
    expect(stopped[0]).toMatchObject({
      stopCode: "EssentialContainerExited",
      stoppedReason: "Essential container in task exited",
      containers: [{ name: "web", exitCode: 3 }],
    });
    expect(await web(ecs)).toMatchObject({ taskDefinition: before.taskDefinition, runningCount: 2 });
  });

  it("is gone with its stack", async () => {
    const { client, ecs } = await deployed();
    await client.deleteStack({ StackName: "shop" });
    await expect
      .poll(() =>
        web(ecs).then(
          () => "there",
          ({ name }) => name,
        ),
      )
      .toBe("ClusterNotFoundException");
  });

  it("is not in another Region", async () => {
    const { sandbox } = await deployed();
    await expect(clientsOf(sandbox, "eu-west-1").ecs.listServices({ cluster: "shop" })).rejects.toMatchObject({
      name: "ClusterNotFoundException",
      message: "Cluster not found.",
    });
  });

  it("keeps what was asked of it over a restart of the Sandbox", async () => {
    const directory = temporaryDirectory();
    const { sandbox, ecs } = await deployed({ directory });
    await ecs.updateService({ cluster: "shop", service: "web", desiredCount: 4 });
    await sandbox.close();
    expect(await web(clientsOf(await start({ directory })).ecs)).toMatchObject({ desiredCount: 4 });
  });

  it("that nobody made is missing, and not an error", async () => {
    const { ecs } = await deployed();
    expect(await ecs.describeServices({ cluster: "shop", services: ["api"] })).toMatchObject({
      services: [],
      failures: [{ arn: "api", reason: "MISSING" }],
    });
  });
});

describe("a task that is run by itself", () => {
  const run = async (ecs: ECS, command: readonly string[]) => {
    const { taskDefinition } = await web(ecs);
    const overrides = { containerOverrides: [{ name: "web", command: [...command] }] };
    const { tasks: made = [] } = await ecs.runTask({ cluster: "shop", taskDefinition, startedBy: "me", overrides });
    return made[0]?.taskArn ?? "";
  };
  const described = async (ecs: ECS, task: string) =>
    (await ecs.describeTasks({ cluster: "shop", tasks: [task] })).tasks?.[0];

  it("begins, runs and ends with the code that its command says", async () => {
    const { advance, ecs } = await moving();
    const task = await run(ecs, ["sh", "-c", "exit 4"]);
    expect(await described(ecs, task)).toMatchObject({
      lastStatus: "PENDING",
      startedBy: "me",
      group: "family:shop-web",
    });
    advance(4);
    expect(await described(ecs, task)).toMatchObject({ lastStatus: "RUNNING" });
    advance(4);
    const ended = await described(ecs, task);
    expect(ended).toMatchObject({ lastStatus: "STOPPED", stopCode: "EssentialContainerExited" });
    expect(ended?.containers?.[0]?.exitCode).toBe(4);
  });

  it("is stopped for the reason that is given", async () => {
    const { advance, ecs } = await moving();
    const task = await run(ecs, ["sleep", "60"]);
    await ecs.stopTask({ cluster: "shop", task, reason: "enough" });
    advance(4);
    expect(await described(ecs, task)).toMatchObject({ lastStatus: "STOPPED", stoppedReason: "enough" });
  });

  it("is none of the service's", async () => {
    const { ecs } = await deployed();
    const task = await run(ecs, ["true"]);
    expect((await tasks(ecs)).map(({ taskArn }) => taskArn)).not.toContain(task);
  });

  it("needs a task definition that a stack has made", async () => {
    const { ecs } = await deployed();
    await expect(ecs.runTask({ cluster: "shop", taskDefinition: "nobody" })).rejects.toMatchObject({
      name: "ClientException",
    });
  });
});

describe("a way into a container", () => {
  it("is refused in words, since there is none", async () => {
    const { ecs, ssm } = await deployed();
    const [task] = await tasks(ecs);
    const shell = { cluster: "shop", task: task?.taskArn, command: "/bin/sh", interactive: true };
    await expect(ecs.executeCommand(shell)).rejects.toThrow("runs no container");
    await expect(ssm.startSession({ Target: "ecs:shop_1_2" })).rejects.toMatchObject({ name: "TargetNotConnected" });
  });
});

describe("a request in AWS JSON", () => {
  it("meets the faults that are begun, in the form that the client reads", async () => {
    const { sandbox, ecs } = await deployed();
    sandbox.controls?.begin({ kind: "denied", actions: ["ListServices"], times: 1 });
    await expect(ecs.listServices({ cluster: "shop" })).rejects.toThrow("not authorized to perform: ecs:ListServices");
    expect((await ecs.listServices({ cluster: "shop" })).serviceArns).toHaveLength(1);
  });

  it("for what the Sandbox has not is refused in words", async () => {
    const { ecs } = await deployed();
    await expect(ecs.listTaskDefinitions({})).rejects.toThrow("not supported in the Stackwright Sandbox");
  });

  it("that is no JSON, or has no signature, is refused", async () => {
    const { endpoint } = await start();
    const ask = async (body: string, headers: Record<string, string>) => {
      const target = { "x-amz-target": "AmazonEC2ContainerServiceV20141113.ListServices" };
      const answer = await fetch(endpoint, { method: "POST", headers: { ...target, ...headers }, body });
      return [answer.status, ((await answer.json()) as { __type: string }).__type];
    };
    const authorization = "AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/ecs/aws4_request, Signature=0";
    expect(await ask("[", { authorization })).toEqual([400, "SerializationException"]);
    expect(await ask("{}", {})).toEqual([403, "MissingAuthenticationTokenException"]);
  });
});
