import { describe, expect, it } from "vitest";
import type { Component } from "../../extension/manifest/app";
import { synthesize } from "../../extension/targets/aws/synthesize";
import type { Properties } from "../../extension/targets/aws/template";
import { app, cron, network, worker } from "./fixture";

function made(component: Component, egress: "nat" | "endpoints" = "nat") {
  const { Resources } = synthesize(app([component], { network: network({ egress }) })).template;
  return { ids: Object.keys(Resources), at: (id: string): Properties => Resources[id]?.Properties ?? {}, Resources };
}
const target = (properties: Properties) => (properties["Target"] as { EcsParameters: Properties }).EcsParameters;
const sessions = "ssmmessages:OpenDataChannel";

describe("the processor", () => {
  it.each([
    ["x86_64", "X86_64"],
    ["arm64", "ARM64"],
  ] as const)("%s is asked for by its name on ECS", (architecture, expected) => {
    const task = made(worker("jobs", { architecture })).at("JobsTaskDefinition");
    expect(task["RuntimePlatform"]).toEqual({ CpuArchitecture: expected, OperatingSystemFamily: "LINUX" });
  });
});

describe("spare capacity", () => {
  const spot = made(worker("jobs", { spot: true }));

  it("is a strategy of the service, and nothing else runs there", () => {
    expect(spot.at("JobsService")["CapacityProviderStrategy"]).toEqual([
      { CapacityProvider: "FARGATE_SPOT", Weight: 1 },
    ]);
    expect(spot.at("JobsService")["LaunchType"]).toBeUndefined();
  });

  it("is given to the cluster before the service, and after the network, when ECS has its role", () => {
    expect(spot.Resources["JobsService"]?.DependsOn).toContain("SpareCapacity");
    expect(spot.Resources["SpareCapacity"]?.DependsOn).toContain("PrivateDefaultRoute1");
    expect(spot.at("SpareCapacity")["CapacityProviders"]).toEqual(["FARGATE_SPOT"]);
  });

  it("is not given to a cluster where nothing asks for it", () => {
    const regular = made(worker("jobs"));
    expect(regular.ids).not.toContain("SpareCapacity");
    expect(regular.at("JobsService")["LaunchType"]).toBe("FARGATE");
  });

  it("takes jobs as well, by one schedule and by two", () => {
    expect(target(made(cron("nightly", { spot: true })).at("NightlySchedule"))["CapacityProviderStrategy"]).toEqual([
      { CapacityProvider: "FARGATE_SPOT", Weight: 1 },
    ]);
    const twice = made(cron("nightly", { spot: true, schedule: "0 0 13 * 5" })).at("NightlyScheduleByWeekday");
    expect(JSON.stringify(twice["Target"])).toContain("FARGATE_SPOT");
  });
});

describe("a shell in a task", () => {
  it("is possible where it is asked for, with the rights to open a session", () => {
    const open = made(worker("jobs", { exec: true }));
    expect(open.at("JobsService")["EnableExecuteCommand"]).toBe(true);
    expect(JSON.stringify(open.at("JobsTaskRole"))).toContain(sessions);
  });

  it("is not possible otherwise", () => {
    const closed = made(worker("jobs"));
    expect(closed.at("JobsService")["EnableExecuteCommand"]).toBe(false);
    expect(JSON.stringify(closed.Resources)).not.toContain("ssmmessages");
  });

  it("is possible in a job", () => {
    const job = made(cron("nightly", { exec: true }));
    expect(target(job.at("NightlySchedule"))["EnableExecuteCommand"]).toBe(true);
    expect(JSON.stringify(job.at("NightlyTaskRole"))).toContain(sessions);
  });

  it("has its own way where there is no way out, and only then", () => {
    expect(made(worker("jobs", { exec: true }), "endpoints").ids).toContain("SsmMessagesEndpoint");
    expect(made(worker("jobs"), "endpoints").ids).not.toContain("SsmMessagesEndpoint");
    expect(made(worker("jobs", { exec: true }), "nat").ids).not.toContain("SsmMessagesEndpoint");
  });
});

it("reads a parameter through an endpoint of its own, where there is no way out", () => {
  const from = "arn:aws:ssm:eu-west-1:111122223333:parameter/shop/smtp";
  expect(made(worker("jobs", { secrets: [{ name: "SMTP", from }] }), "endpoints").ids).toContain("SsmEndpoint");
  expect(made(worker("jobs", { secrets: [{ name: "SMTP", from: "smtp" }] }), "endpoints").ids).not.toContain(
    "SsmEndpoint",
  );
});
