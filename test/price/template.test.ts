import { describe, expect, it } from "vitest";
import { estimate, estimateTemplate } from "../../extension/targets/aws/price/estimate";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { sampleApps } from "../aws/samples";

const price = (resources: unknown) => estimateTemplate({ Resources: resources }, "us-east-1");
const task = (properties: object) => ({
  Type: "AWS::ECS::TaskDefinition",
  Properties: { Cpu: "1024", Memory: "2048", ...properties },
});
const service = (properties: object) => ({
  Type: "AWS::ECS::Service",
  Properties: { TaskDefinition: { Ref: "Task" }, DesiredCount: 1, ...properties },
});
const lines = (resources: unknown) =>
  price(resources).items.map(({ text, idle }) => [text, idle === undefined ? "unknown" : Number(idle.toFixed(2))]);

describe("the template of a deployed stack", () => {
  it.each(sampleApps())("costs what the manifest of $name costs", ({ app }) => {
    const deployed: unknown = JSON.parse(synthesize(app).text);
    const found = estimateTemplate(deployed, app.region);
    const written = estimate(app);
    expect({ ...found, items: found.items.map(({ path: _, ...item }) => item) }).toMatchObject({
      idle: written.idle,
      maximum: written.maximum,
      items: written.items.map(({ path: _, ...item }) => item),
    });
  });

  it.each([undefined, null, [], "template", { Resources: [] }, { Resources: { A: 3, B: { Type: 4 }, C: {} } }])(
    "may be anything: %j",
    (template) => {
      expect(() => estimateTemplate(template, "us-east-1")).not.toThrow();
    },
  );
});

describe("tasks", () => {
  it("on ARM have a price of their own", () => {
    const arm = { RuntimePlatform: { CpuArchitecture: "ARM64", OperatingSystemFamily: "LINUX" } };
    expect(lines({ Task: task(arm), Web: service({}) })).toEqual([
      ["CPU of Fargate on ARM: 1 vCPU", 23.64],
      ["Memory of Fargate on ARM: 2 GB", 5.2],
    ]);
  });

  it("on Spot have no known price; those kept on regular capacity have", () => {
    const CapacityProviderStrategy = [
      { CapacityProvider: "FARGATE", Base: 1, Weight: 0 },
      { CapacityProvider: "FARGATE_SPOT", Weight: 1 },
    ];
    expect(lines({ Task: task({}), Web: service({ CapacityProviderStrategy, DesiredCount: 3 }) })).toEqual([
      ["CPU of Fargate: 1 vCPU", 29.55],
      ["Memory of Fargate: 2 GB", 6.49],
      ["CPU of Fargate Spot: 2 tasks × 1 vCPU", "unknown"],
      ["Memory of Fargate Spot: 2 tasks × 2 GB", "unknown"],
    ]);
  });

  it("with more disk than comes with them pay for the rest", () => {
    expect(lines({ Task: task({ EphemeralStorage: { SizeInGiB: 50 } }), Web: service({}) })).toContainEqual([
      "Extra disk of Fargate: 30 GB",
      2.43,
    ]);
  });

  it("whose number or size the template does not say have no known price", () => {
    expect(price({ Task: task({}), Web: service({ DesiredCount: { Ref: "Count" } }) }).idle).toEqual({
      usd: 0,
      unknown: 2,
    });
    expect(price({ Task: task({ Cpu: { Ref: "Cpu" } }), Web: service({}) }).idle.unknown).toBe(1);
  });

  it("of another system are not taken for Linux", () => {
    const windows = { RuntimePlatform: { OperatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } };
    expect(price({ Task: task(windows), Web: service({}) }).idle).toEqual({ usd: 0, unknown: 2 });
  });
});

describe("what other people's resources cost", () => {
  it.each([
    ["AWS::S3::Bucket", {}, []],
    ["AWS::CloudWatch::Alarm", {}, [["CloudWatch alarm", "unknown"]]],
    ["AWS::EC2::EIP", {}, [["Public IPv4 address (Elastic IP)", 3.65]]],
    [
      "AWS::ElasticLoadBalancingV2::LoadBalancer",
      { Type: "network", Scheme: "internal" },
      [["Load balancer", "unknown"]],
    ],
    [
      "AWS::RDS::DBInstance",
      { Engine: "postgres", DBInstanceClass: "db.t4g.micro", AllocatedStorage: "20", StorageType: "io2" },
      [
        ["db.t4g.micro, PostgreSQL", 11.68],
        ["Storage (io2): 20 GB", "unknown"],
      ],
    ],
    ["AWS::CloudFormation::WaitConditionHandle", {}, []],
    ["Custom::Anything", {}, []],
    ["AWS::Braket::Job", {}, [["It (AWS::Braket::Job)", "unknown"]]],
  ])("%s %j", (Type, Properties, expected) => {
    expect(lines({ It: { Type, Properties } })).toEqual(expected);
  });
});
