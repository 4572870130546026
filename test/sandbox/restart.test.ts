import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Sandbox, startSandbox } from "../../extension/sandbox/sandbox";
import { deploy } from "./support/deploy";
import { clientOf, describe as describeStack, settled, start, story, temporaryDirectory, until } from "./support/start";
import { database, queue, template } from "./support/templates";

interface Served {
  readonly child: ChildProcess;
  readonly endpoint: string;
  readonly owner: boolean;
}

/** A Sandbox in a process of its own. */
async function serve(directory: string, speed: number): Promise<Served> {
  const script = join(__dirname, "support", "serve.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, directory, String(speed)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { child, ...(JSON.parse(line) as { endpoint: string; owner: boolean }) };
}

async function kill({ child }: Served): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

function stackFiles(directory: string): readonly string[] {
  return readdirSync(join(directory, "stacks"));
}

describe("after a restart", () => {
  test("a deployment that was under way goes on where it was", async () => {
    const directory = temporaryDirectory();
    const first = await start({ directory, speed: 10 });
    const client = clientOf(first);
    const body = template(
      { Queue: queue(), Db: database({}, { DependsOn: "Queue" }) },
      { Outputs: { Host: { Value: { "Fn::GetAtt": ["Db", "Endpoint.Address"] } } } },
    );
    await client.createStack({ StackName: "app", TemplateBody: body });
    await until(
      async () => ((await story(client, "app")).includes("Queue CREATE_COMPLETE") ? true : undefined),
      "the queue",
    );
    const before = await story(client, "app");
    await first.close();

    const second = await start({ directory });
    const stack = await settled(clientOf(second), "app");
    expect(stack.StackStatus).toBe("CREATE_COMPLETE");
    expect(stack.Outputs?.[0]?.OutputValue).toMatch(/\.us-east-1\.rds\.amazonaws\.com$/);
    const after = await story(clientOf(second), "app");
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.filter((line) => line === "Queue CREATE_COMPLETE")).toHaveLength(1);
  });

  test("everything is there: parameters, change sets, what can be updated", async () => {
    const directory = temporaryDirectory();
    const first = await start({ directory });
    const parameters = { Parameters: { Delay: { Type: "Number" } } };
    const body = template({ Queue: queue({ DelaySeconds: { Ref: "Delay" } }) }, parameters);
    await deploy(clientOf(first), "app", "CREATE", body, {
      Parameters: [{ ParameterKey: "Delay", ParameterValue: "7" }],
    });
    await first.close();

    const client = clientOf(await start({ directory }));
    expect((await describeStack(client, "app")).Parameters).toEqual([{ ParameterKey: "Delay", ParameterValue: "7" }]);
    const more = template({ Queue: queue({ DelaySeconds: { Ref: "Delay" } }), Second: queue() }, parameters);
    const stack = await deploy(client, "app", "UPDATE", more, {
      Parameters: [{ ParameterKey: "Delay", UsePreviousValue: true }],
    });
    expect(stack.StackStatus).toBe("UPDATE_COMPLETE");
  });

  test("of a process that was killed nothing is lost", async () => {
    const directory = temporaryDirectory();
    const served = await serve(directory, 10);
    const client = clientOf(served);
    await client.createStack({ StackName: "app", TemplateBody: template({ Db: database() }) });
    await until(async () => ((await story(client, "app")).length > 2 ? true : undefined), "the database");
    await kill(served);
    const next = await start({ directory });
    expect(next.owner).toBe(true);
    expect((await settled(clientOf(next), "app")).StackStatus).toBe("CREATE_COMPLETE");
  });

  test("a file that cannot be read is set aside with a notice, and the others are served", async () => {
    const directory = temporaryDirectory();
    const first = await start({ directory });
    await deploy(clientOf(first), "good", "CREATE", template({ A: queue() }));
    await deploy(clientOf(first), "bad", "CREATE", template({ A: queue() }));
    await first.close();
    const file = stackFiles(directory).find((name) =>
      readFileSync(join(directory, "stacks", name), "utf8").includes("stack/bad/"),
    );
    writeFileSync(join(directory, "stacks", file ?? ""), '{ "format": 1, "stack": { "id": ');

    const second = await start({ directory });
    expect(second.notices).toEqual([expect.stringContaining("could not read the state of a stack")]);
    const { Stacks } = await clientOf(second).describeStacks({});
    expect(Stacks?.map(({ StackName }) => StackName)).toEqual(["good"]);
    expect(stackFiles(directory).filter((name) => name.startsWith(`${file}.unreadable-`))).toHaveLength(1);
    const page = await (await fetch(second.endpoint)).text();
    expect(page).toContain("Notice: The Sandbox could not read the state of a stack");
  });

  test("a file of another form is set aside too", async () => {
    const directory = temporaryDirectory();
    await (await start({ directory })).close();
    writeFileSync(join(directory, "stacks", "old.json"), JSON.stringify({ format: 0, stack: {} }));
    expect((await start({ directory })).notices).toHaveLength(1);
  });
});

describe("the owner of a directory", () => {
  test("is the first to start; the second connects to it", async () => {
    const directory = temporaryDirectory();
    const first = await start({ directory });
    const second = await start({ directory });
    expect([first.owner, second.owner]).toEqual([true, false]);
    expect(second.endpoint).toBe(first.endpoint);
    await second.close();
    await deploy(clientOf(first), "app", "CREATE", template({ A: queue() }));
  });

  test("is one, however many start at once", async () => {
    const directory = temporaryDirectory();
    const all = await Promise.all(Array.from({ length: 6 }, () => start({ directory })));
    expect(all.filter(({ owner }) => owner)).toHaveLength(1);
    expect(new Set(all.map(({ endpoint }) => endpoint)).size).toBe(1);
  });

  test("can be another process, and the next start takes over when it is gone", async () => {
    const directory = temporaryDirectory();
    const served = await serve(directory, 0);
    const guest = await start({ directory });
    expect(guest).toMatchObject({ owner: false, endpoint: served.endpoint });
    await guest.close();
    await kill(served);
    const heir = await start({ directory });
    expect(heir.owner).toBe(true);
  });

  test.each(["closes", "is killed"])("is followed by whoever uses it when it %s, at the same address", async (end) => {
    const directory = temporaryDirectory();
    const served = await serve(directory, 10);
    const heirs = [await start({ directory }), await start({ directory })];
    const client = clientOf(heirs[0] as Sandbox);
    await client.createStack({ StackName: "app", TemplateBody: template({ Db: database() }) });
    await until(async () => ((await story(client, "app")).length > 2 ? true : undefined), "the database");
    if (end === "closes") served.child.stdin?.write("end");
    else served.child.kill("SIGKILL");

    const settledStack = await until(async () => {
      const stack = await describeStack(client, "app").catch(() => undefined);
      return stack?.StackStatus?.endsWith("_COMPLETE") ? stack : undefined;
    }, "the heir");
    expect(settledStack.StackStatus).toBe("CREATE_COMPLETE");
    expect(heirs.filter(({ owner }) => owner)).toHaveLength(1);
    expect(heirs.map(({ endpoint }) => endpoint)).toEqual([served.endpoint, served.endpoint]);
  });

  test("is followed by one after the other", async () => {
    const directory = temporaryDirectory();
    const line = [await start({ directory }), await start({ directory }), await start({ directory })];
    const [first] = line as [Sandbox];
    await deploy(clientOf(first), "app", "CREATE", template({ A: queue() }));
    for (const ended of line.slice(0, 2)) {
      await ended.close();
      await until(() => describeStack(clientOf(first), "app").catch(() => undefined), "the next owner");
    }
    expect(line[2]?.owner).toBe(true);
  });

  test("is nobody once all have closed", async () => {
    const directory = temporaryDirectory();
    const [first, second] = [await start({ directory }), await start({ directory })];
    await second.close();
    await first.close();
    await expect(fetch(first.endpoint)).rejects.toThrow();
    expect(second.owner).toBe(false);
  });

  test("is not whatever answers at its port", async () => {
    const directory = temporaryDirectory();
    const stranger = await start();
    const port = Number(new URL(stranger.endpoint).port);
    writeFileSync(join(directory, "owner.json"), JSON.stringify({ port, token: "of-a-process-that-is-gone" }));
    const sandbox = await start({ directory });
    expect(sandbox.owner).toBe(true);
    expect(sandbox.endpoint).not.toBe(stranger.endpoint);
  });

  test("an unreadable entry keeps nobody out", async () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, "owner.json"), "{");
    expect((await start({ directory })).owner).toBe(true);
  });

  test("says which port it could not have", async () => {
    const port = Number(new URL((await start()).endpoint).port);
    await expect(startSandbox({ directory: temporaryDirectory(), port })).rejects.toThrow(
      `The Sandbox cannot listen on port ${port} of 127.0.0.1: another program uses it. Choose another port.`,
    );
  });
});

test("a stack deleted more than 90 days ago is forgotten", async () => {
  const directory = temporaryDirectory();
  const first = await start({ directory });
  for (const name of ["long-ago", "lately"]) {
    const { StackId = "" } = await deploy(clientOf(first), name, "CREATE", template({ A: queue() }));
    await clientOf(first).deleteStack({ StackName: name });
    await settled(clientOf(first), StackId);
  }
  await first.close();
  for (const name of stackFiles(directory)) {
    const file = join(directory, "stacks", name);
    const content = JSON.parse(readFileSync(file, "utf8"));
    if (content.stack.name === "long-ago") {
      content.stack.deletedAt -= 91 * 24 * 60 * 60 * 1000;
      writeFileSync(file, JSON.stringify(content));
    }
  }
  const { StackSummaries } = await clientOf(await start({ directory })).listStacks({});
  expect(StackSummaries?.map(({ StackName }) => StackName)).toEqual(["lately"]);
  expect(stackFiles(directory)).toHaveLength(1);
});
