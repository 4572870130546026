import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { App, Component } from "../../extension/manifest/app";
import { estimate } from "../../extension/targets/aws/price/estimate";
import { isKnown } from "../../extension/targets/aws/price/pricers";
import { type Estimate, hoursInMonth } from "../../extension/targets/estimate";
import { app, balancer, cron, database, network, redis, route, web, worker } from "../aws/fixture";

const east = { region: "us-east-1" } as const;
const of = (components: readonly Component[], rest: Partial<App> = {}) =>
  estimate(app(components, { ...east, ...rest }));
/** The items of one component: text, idle and at most in cents. */
const items = (found: Estimate, component?: string) =>
  found.items
    .filter((item) => item.component === component)
    .map(({ text, idle, maximum }) => [text, cents(idle), cents(maximum)]);
const cents = (usd: number | undefined) => (usd === undefined ? "unknown" : Math.round(usd * 100) / 100);

describe("a service", () => {
  it("is paid for by vCPU and by gigabyte, for each task all the time", () => {
    expect(items(of([worker("jobs", { cpu: 1, memory: 2048, scale: { min: 2, max: 2 } })]), "jobs")).toEqual([
      ["CPU of Fargate: 2 tasks × 1 vCPU", cents(2 * 0.04048 * hoursInMonth), cents(2 * 0.04048 * hoursInMonth)],
      ["Memory of Fargate: 2 tasks × 2 GB", cents(2 * 2 * 0.004445 * hoursInMonth), cents(4 * 0.004445 * hoursInMonth)],
    ]);
  });

  it("costs from its fewest tasks to its most, and the alarms of its scaling have no known price", () => {
    const found = of([worker("jobs", { cpu: 1, memory: 2048, scale: { min: 1, max: 4, cpu: 60 } })]);
    expect(items(found, "jobs")).toEqual([
      ["CPU of Fargate: 1 to 4 tasks × 1 vCPU", 29.55, 118.2],
      ["Memory of Fargate: 1 to 4 tasks × 2 GB", 6.49, 25.96],
      ["2 CloudWatch alarms", "unknown", "unknown"],
    ]);
    expect(found.idle.unknown).toBe(1);
  });

  it("that is scaled to nothing costs nothing", () => {
    const found = of([worker("jobs", { scale: { min: 0, max: 0 } })], { network: network({ egress: "public" }) });
    expect(found.idle).toEqual({ usd: 0, unknown: 0 });
  });

  it("has a public address for each task where the network is public", () => {
    const found = of([worker("jobs", { scale: { min: 1, max: 3 } })], { network: network({ egress: "public" }) });
    expect(items(found, "jobs")).toContainEqual(["1 to 3 public IPv4 addresses of tasks", 3.65, 10.95]);
    expect(items(found)).toEqual([]);
  });

  it("has no price where none is published, and that is counted", () => {
    const found = of([worker("jobs")], { region: "ap-southeast-2", network: network({ egress: "public" }) });
    expect(found.idle).toEqual({ usd: 0, unknown: 3 });
    expect(found.items.map(({ source }) => source)).toEqual(Array(3).fill("no price known in ap-southeast-2"));
  });
});

describe("a job", () => {
  const found = of([cron("nightly", { cpu: 1, memory: 2048 })], { network: network({ egress: "public" }) });

  it("is in no sum, for nobody knows how long it runs", () => {
    expect(found.items).toEqual([]);
    expect(found.idle).toEqual({ usd: 0, unknown: 0 });
  });

  it("says what an hour of it costs", () => {
    const run = found.usage.find(({ text }) => text === "Its task, only while it runs");
    expect(run?.component).toBe("nightly");
    expect(run?.unit).toEqual({ name: "hour", usd: expect.closeTo(0.04048 + 2 * 0.004445, 8) });
    expect(found.notIncluded).toContain("Its task, only while it runs ($0.04937 for each hour): nightly");
  });
});

describe("a database", () => {
  const db = (rest: Parameters<typeof database>[1], more: Partial<App> = {}) =>
    items(of([database("db", rest)], more), "db");

  it("is paid for by its machine and its disk", () => {
    expect(db({ size: "micro", storage: 50 })).toEqual([
      ["2 secrets in Secrets Manager", 0.8, 0.8],
      ["db.t4g.micro, PostgreSQL", 11.68, 11.68],
      ["Storage (gp3): 50 GB", 5.75, 5.75],
    ]);
  });

  it("costs more when its disk has grown", () => {
    expect(db({ storage: 20, maxStorage: 100 })).toContainEqual(["Storage (gp3): 20 GB, growing to 100 GB", 2.3, 11.5]);
  });

  it("in two zones has the price that is published for two zones, never a multiple of another", () => {
    expect(db({ size: "micro", highAvailability: true })).toContainEqual([
      "db.t4g.micro, PostgreSQL, in two zones",
      cents(0.032 * hoursInMonth),
      cents(0.032 * hoursInMonth),
    ]);
    expect(db({ size: "small", highAvailability: true })).toContainEqual([
      "db.t4g.small, PostgreSQL, in two zones",
      "unknown",
      "unknown",
    ]);
  });

  it("of a class or an engine without a published price is unknown", () => {
    expect(db({ size: "db.r8g.16xlarge" })).toContainEqual(["db.r8g.16xlarge, PostgreSQL", "unknown", "unknown"]);
    expect(db({ type: "mysql", size: "micro" })).toContainEqual(["db.t4g.micro, MySQL", "unknown", "unknown"]);
  });

  it("takes a price that names no engine where there is no better one", () => {
    expect(db({ size: "micro" }, { region: "eu-west-1" })).toContainEqual(["db.t4g.micro, PostgreSQL", 12.41, 12.41]);
  });

  it("says what is paid by use", () => {
    const { usage } = of([database("db", { size: "micro" })]);
    expect(
      usage.filter(({ component }) => component === "db").map(({ text, unit }) => [text, unit.usd]),
    ).toContainEqual(["Backups beyond the size of the disk", 0.095]);
  });
});

describe("a cache", () => {
  it("is paid for by its nodes", () => {
    expect(items(of([redis("cache", { replicas: 1 })]), "cache")).toContainEqual([
      "2 × cache.t4g.micro, Valkey",
      cents(2 * 0.0128 * hoursInMonth),
      cents(2 * 0.0128 * hoursInMonth),
    ]);
  });
});

describe("the way in and out", () => {
  const entrance = [web("web"), balancer("edge", { routes: [route("web")] })];

  it("is a load balancer with a public address in each zone", () => {
    expect(items(of(entrance, { network: network({ azs: 3 }) }), "edge")).toEqual([
      ["Load balancer", 16.43, 16.43],
      ["3 public IPv4 addresses of the load balancer", 10.95, 10.95],
    ]);
  });

  it.each([
    [
      "nat",
      [
        ["Public IPv4 address of the NAT gateway", 3.65, 3.65],
        ["NAT gateway", 32.85, 32.85],
      ],
    ],
    [
      "natPerAz",
      [
        ["2 public IPv4 addresses of NAT gateways", 7.3, 7.3],
        ["2 NAT gateways", 65.7, 65.7],
      ],
    ],
    ["public", []],
  ] as const)("%s is what the template has of it", (egress, expected) => {
    expect(items(of(entrance, { network: network({ egress }) }))).toEqual(expected);
  });

  it("through endpoints is counted in each zone, and its price is unknown", () => {
    const [found, ...others] = items(of(entrance, { network: network({ egress: "endpoints" }) }));
    expect(found).toEqual([expect.stringMatching(/^\d+ endpoints of AWS services/), "unknown", "unknown"]);
    expect(others).toEqual([]);
  });
});

describe("an estimate", () => {
  it("counts what overrides change and add", () => {
    const found = of([worker("jobs", { cpu: 1, memory: 2048 })], {
      overrides: [
        { op: "replace", path: "/Resources/JobsTaskDefinition/Properties/Cpu", value: "4096" },
        { op: "add", path: "/Resources/Graph", value: { Type: "AWS::Neptune::DBCluster" } },
      ],
    });
    expect(items(found, "jobs")).toContainEqual(["CPU of Fargate: 4 vCPU", 118.2, 118.2]);
    expect(items(found)).toContainEqual(["Graph (AWS::Neptune::DBCluster)", "unknown", "unknown"]);
  });

  it("is the sum of its items", () => {
    const found = of([web("web", { scale: { min: 1, max: 5 } }), database("db"), redis("cache")]);
    for (const key of ["idle", "maximum"] as const) {
      const known = found.items.flatMap((item) => item[key] ?? []);
      expect(found[key].usd).toBeCloseTo(known.reduce((total, usd) => total + usd, 0));
      expect(found[key].unknown).toBe(found.items.length - known.length);
    }
  });

  it("says of each item where it stands in the manifest and who says the price", () => {
    for (const { path, source, component } of of([database("db")]).items) {
      expect(source).not.toBe("");
      expect(path.slice(0, component === undefined ? 0 : 2)).toEqual(
        component === undefined ? [] : ["components", "db"],
      );
    }
  });

  it("says in words what it leaves out", () => {
    const { notIncluded } = of([database("db")]);
    expect(notIncluded).toContain("Traffic to the internet ($0.09 for each GB)");
    expect(notIncluded).toContain("Taxes, discounts, support plans and free tiers");
  });
});

describe("each type of resource that a template can have", () => {
  const folder = join(__dirname, "..", "..", "extension", "targets", "aws");
  const types = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("price"))
    .flatMap((file) => readFileSync(join(folder, file), "utf8").match(/"AWS::\w+::\w+"/g) ?? [])
    .map((quoted) => quoted.slice(1, -1));

  it.each([...new Set(types)].filter((type) => type !== "AWS::NoValue"))(
    "%s is known to be paid for or not",
    (type) => {
      expect(isKnown(type)).toBe(true);
    },
  );
});
