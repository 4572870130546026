import { CreateLogStreamCommand, PutLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DescribeServicesCommand } from "@aws-sdk/client-ecs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientOf } from "../../extension/deploy/operate/clients";
import { reach } from "../../extension/deploy/operate/database";
import { healthOf, healthOfService } from "../../extension/deploy/operate/health";
import { followLogs, type LogLine, readLogs, tasksWithLogs } from "../../extension/deploy/operate/logs";
import { followRollout, restart, scale } from "../../extension/deploy/operate/rollout";
import { runnableOf, runnablesOf, serviceOf } from "../../extension/deploy/operate/runnable";
import { openShell } from "../../extension/deploy/operate/session";
import { refusalOf } from "../deploy/ground";
import { hasMoto, type Moto, startMoto } from "./moto";

// On a developer's machine without the checkers this is left out; in CI they are always there.
describe.skipIf(!hasMoto && !process.env["CI"])("what runs, asked over ECS's own protocol", () => {
  let moto: Moto;
  beforeAll(async () => {
    moto = await startMoto();
  }, 90_000);
  afterAll(() => moto.close());

  const described = async (component: string) => {
    const { cluster, service } = serviceOf(moto.inventory, component);
    const command = new DescribeServicesCommand({ cluster, services: [service.arn] });
    const { services = [] } = await clientOf(moto.cloud, "ecs").send(command);
    return services[0];
  };

  it("is told by component, with its tasks, its rollout and its targets", async () => {
    const [jobs, web, ...others] = await healthOf(moto.cloud, moto.inventory);
    expect(others).toEqual([]);
    expect(jobs).toMatchObject({ component: "jobs", desired: 2, targets: [], revision: "jobs:1" });
    expect(web).toMatchObject({ component: "web", range: { min: 2, max: 4 } });
    expect(web?.targets).toEqual(["10.0.0.1:80", "10.0.0.2:80"].map((id) => ({ id, state: "healthy" })));
    expect(web?.text).toContain("2 of 2 targets healthy");
  });

  it("is scaled as far as autoscaling leaves it alone", async () => {
    await scale(moto.cloud, serviceOf(moto.inventory, "jobs"), 5);
    expect((await described("jobs"))?.desiredCount).toBe(5);
    const failure = await refusalOf(scale(moto.cloud, serviceOf(moto.inventory, "web"), 5));
    expect(failure).toMatchObject({ code: "scale-refused", path: ["components", "web", "scale"] });
    expect((await described("web"))?.desiredCount).toBe(2);
  });

  it("is scaled to nothing and said to be stopped, not down", async () => {
    await scale(moto.cloud, serviceOf(moto.inventory, "jobs"), 0);
    expect(await healthOfService(moto.cloud, serviceOf(moto.inventory, "jobs"))).toMatchObject({ state: "stopped" });
  });

  it("is restarted with the same tasks' definition", async () => {
    const before = await described("web");
    await restart(moto.cloud, serviceOf(moto.inventory, "web"));
    const after = await described("web");
    expect(after?.taskDefinition).toBe(before?.taskDefinition);
    expect(after?.desiredCount).toBe(2);
  });

  it("is no longer watched when the person stops watching, and goes on", async () => {
    const stop = new AbortController();
    const outcome = await followRollout(moto.cloud, serviceOf(moto.inventory, "web"), () => stop.abort(), stop.signal);
    expect(outcome).toMatchObject({ ok: false, failure: { code: "detached", component: "web" } });
  });

  describe("and its log", () => {
    const stream = "web/web/0123456789abcdef";
    const write = async (...texts: readonly string[]) => {
      const logEvents = texts.map((message) => ({ message, timestamp: Date.now() }));
      const put = { logGroupName: "/shop/web", logStreamName: stream, logEvents };
      await clientOf(moto.cloud, "logs").send(new PutLogEventsCommand(put));
    };
    const read = async (options: { filter?: string; task?: string } = {}) => {
      const lines: LogLine[] = [];
      const since = Date.now() - 60_000;
      const all = readLogs(moto.cloud, runnableOf(moto.inventory, "web"), { since, ...options });
      for await (const batch of all) lines.push(...batch);
      return lines;
    };
    beforeAll(async () => {
      const made = { logGroupName: "/shop/web", logStreamName: stream };
      await clientOf(moto.cloud, "logs").send(new CreateLogStreamCommand(made));
      await write("listening on 80", "password=hunter2-hunter2 refused");
    });

    it("is read with the task that wrote each line, and without what looks like a secret", async () => {
      const lines = await read();
      expect(lines.map(({ text }) => text)).toEqual(["listening on 80", "password=**** refused"]);
      expect(new Set(lines.map(({ task }) => task))).toEqual(new Set(["0123456789abcdef"]));
    });

    it("is read by words, and names the tasks that wrote", async () => {
      expect((await read({ filter: "listening" })).map(({ text }) => text)).toEqual(["listening on 80"]);
      expect(await tasksWithLogs(moto.cloud, runnableOf(moto.inventory, "web"))).toEqual(["0123456789abcdef"]);
    });

    it("is followed, each line once, until the person has seen enough", async () => {
      const stop = new AbortController();
      const texts: string[] = [];
      const since = Date.now() - 60_000;
      for await (const batch of followLogs(moto.cloud, runnableOf(moto.inventory, "web"), { since }, stop.signal)) {
        texts.push(...batch.map(({ text }) => text));
        if (texts.includes("second")) stop.abort();
        else await write(texts.includes("first") ? "second" : "first");
      }
      expect(texts).toEqual(["listening on 80", "password=**** refused", "first", "second"]);
    });

    it("that nobody has made is refused, and not waited for", async () => {
      const { logGroup: _, ...without } = runnableOf(moto.inventory, "web");
      await expect(readLogs(moto.cloud, without, { since: 0 }).next()).rejects.toThrow("web has no log group");
    });
  });

  it("is run once in the network of the component, also of one on a schedule", () => {
    for (const component of ["jobs", "nightly"]) {
      const { network } = runnableOf(moto.inventory, component);
      expect(network.subnets.length).toBeGreaterThan(1);
      expect(network.securityGroups).toHaveLength(1);
      expect(network.assignPublicIp).toBe("DISABLED");
    }
  });

  it("finds the way to a database through a service that is connected to it", async () => {
    expect(await reach(moto.cloud, moto.inventory, "db")).toMatchObject({
      engine: "postgres",
      host: "db.internal",
      port: 5432,
      through: { component: "web" },
      secret: "dbconnection",
    });
    expect(await refusalOf(reach(moto.cloud, moto.inventory, "web"))).toMatchObject({
      code: "tunnel-impossible",
      fix: "These can be connected to: db.",
    });
  });

  it("is entered only where the manifest says so, and only with AWS's plugin", async () => {
    const open = (component: string) =>
      openShell(
        moto.cloud,
        serviceOf(moto.inventory, component),
        () => Promise.reject(new Error("looked for the plugin")),
        { command: "/bin/sh" },
      );
    expect(await refusalOf(open("jobs"))).toMatchObject({
      code: "shell-impossible",
      path: ["components", "jobs", "exec"],
    });
    await expect(open("web")).rejects.toThrow("looked for the plugin");
  });

  it("is what has tasks: not a database, and a schedule only as something to run", () => {
    expect(runnablesOf(moto.inventory).map(({ component }) => component)).toEqual(["jobs", "nightly", "web"]);
    expect(() => serviceOf(moto.inventory, "nightly")).toThrow("runs on a schedule");
    expect(() => runnableOf(moto.inventory, "db")).toThrow("db has no tasks");
  });
});
