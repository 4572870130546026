import { describe, expect, it } from "vitest";
import type { Path } from "../../extension/manifest/problem";
import { allSizeChoices, estimateIfPossible } from "../../extension/targets/aws/price/all";
import { egressChoices, sizeChoices } from "../../extension/targets/aws/price/choices";
import { estimate } from "../../extension/targets/aws/price/estimate";
import { explainPrice } from "../../extension/targets/aws/price/explain";
import { app, balancer, cron, database, redis, route, web } from "../aws/fixture";

const shop = app(
  [
    balancer("edge", { routes: [route("web")] }),
    web("web", { cpu: 1, memory: 2048, connections: [{ to: "db", prefix: "DB" }] }),
    cron("nightly"),
    database("db", { size: "small" }),
    redis("cache"),
  ],
  { region: "us-east-1" },
);
const explained = (...path: Path) => explainPrice(shop, estimate(shop), path);

describe("the price of a field", () => {
  it("is that of what it decides about", () => {
    expect(explained("components", "web", "cpu")).toBe(
      [
        "**Price:** ≈ $30/month",
        "- CPU of Fargate: 1 vCPU: $30 ($0.04048 for each vCPU-hour)",
        "_AWS list prices of 2026-11-22 in us-east-1, before tax, discounts and free tiers._",
      ].join("\n\n"),
    );
    expect(explained("components", "web", "memory")).toContain("$6.49 ($0.004445 for each GB-hour)");
    expect(explained("components", "db", "storage")).toContain("Storage (gp3): 20 GB: $2.30");
  });

  it("lists what each size is and costs", () => {
    expect(explained("components", "db", "size")).toContain(
      ["- `small`, db.t4g.small: $23", "- `medium`, db.t4g.medium: $47", "- `large`, db.m7g.large: unknown"].join("\n"),
    );
  });

  it("of a whole component has all its items, and what is paid by use", () => {
    const text = explained("components", "db") ?? "";
    for (const part of ["db.t4g.small", "Storage (gp3)", "Secrets Manager", "Paid by use", "Backups beyond the size"])
      expect(text).toContain(part);
    expect(text).not.toContain("Fargate");
    expect(explained("components", "nightly", "type")).toContain("**Price:** paid by use");
  });

  it("of the way out of the network compares the ways", () => {
    expect(explained("network", "egress")).toContain(
      "- `natPerAz`, 2 public IPv4 addresses of NAT gateways, 2 NAT gateways: $73",
    );
    expect(explained("network", "azs")).toContain("NAT gateway: $33");
  });

  it.each<Path>([
    ["components", "web", "image"],
    ["components", "web", "toString"],
    ["components", "gone", "cpu"],
    ["components", "cache", "cpu"],
    ["name"],
    [],
  ])("is not there for %j %j %j", (...path) => {
    expect(explained(...path)).toBeUndefined();
  });
});

describe("sizes to choose from", () => {
  it("cost what an application with that size costs", () => {
    for (const { value, idle } of sizeChoices(shop, "db")) {
      const other = app([database("db", { size: value })], { region: "us-east-1" });
      expect(estimate(other).items.find(({ unit }) => unit.name === "instance-hour")?.idle).toBe(idle);
    }
  });

  it("are there for databases and caches alone", () => {
    expect([...allSizeChoices(shop).keys()].filter((name) => shop.components.has(name))).toEqual(["db", "cache"]);
    expect(sizeChoices(shop, "web")).toEqual([]);
    expect(sizeChoices(shop, "gone")).toEqual([]);
  });
});

describe("ways out of the network", () => {
  it("count public addresses of tasks where there is no gateway", () => {
    const [open, nat] = egressChoices(shop);
    expect(open).toEqual({ value: "public", means: "Public IPv4 address of a task", idle: 3.65 });
    expect(nat?.idle).toBeCloseTo(36.5);
  });

  it("leave out what has nothing to do with the way out", () => {
    const two = app([web("a", { env: [] }), web("b", { scale: { min: 2, max: 3 } })], { region: "us-east-1" });
    expect(egressChoices(two)[0]).toMatchObject({ value: "public", means: "3 public IPv4 addresses of tasks" });
  });

  it("are nobody's choice in an existing network", () => {
    const network = { ...shop.network, vpc: { id: "vpc-1", publicSubnets: ["a", "b"], privateSubnets: ["c", "d"] } };
    expect(egressChoices({ ...shop, network })).toEqual([]);
  });
});

describe("an application that no template can be made of", () => {
  it("has no price", () => {
    const overrides = [{ op: "remove", path: "/Resources/Missing" }] as const;
    expect(estimateIfPossible({ ...shop, overrides })).toBeUndefined();
    expect(estimateIfPossible(shop)).toBeDefined();
  });
});
