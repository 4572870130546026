import { describe, expect, it } from "vitest";
import { moving } from "./moving";

async function ready() {
  const ground = await moving();
  const { TargetGroups: [group] = [] } = await ground.elb.describeTargetGroups({});
  const states = async () => {
    const answer = await ground.elb.describeTargetHealth({ TargetGroupArn: group?.TargetGroupArn });
    return (answer.TargetHealthDescriptions ?? []).map(({ TargetHealth }) => TargetHealth?.State);
  };
  return { ...ground, group, states };
}

describe("the targets of a load balancer", () => {
  it("are the tasks of its service, each at an address and the container's port", async () => {
    const { elb, group } = await ready();
    expect(group).toMatchObject({ Protocol: "HTTP", Port: 80, TargetType: "ip" });
    const { TargetHealthDescriptions: targets = [] } = await elb.describeTargetHealth({
      TargetGroupArn: group?.TargetGroupArn,
    });
    expect(targets).toHaveLength(2);
    expect(targets[0]).toMatchObject({ Target: { Port: 80 }, TargetHealth: { State: "healthy" } });
    expect(targets[0]?.Target?.Id).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  });

  it("come in before the old ones go out", async () => {
    const { ecs, advance, states } = await ready();
    await ecs.updateService({ cluster: "shop", service: "web", forceNewDeployment: true });
    expect(await states()).toEqual(["healthy", "healthy"]);
    advance(3.5);
    expect((await states()).sort()).toEqual(["draining", "draining", "initial", "initial"]);
    advance(10);
    expect(await states()).toEqual(["healthy", "healthy"]);
  });

  it("of a group that is not there are not there either", async () => {
    const { elb } = await ready();
    const TargetGroupArn = "arn:aws:elasticloadbalancing:us-east-1:000000000000:targetgroup/none/1";
    await expect(elb.describeTargetHealth({ TargetGroupArn })).rejects.toMatchObject({
      name: "TargetGroupNotFoundException",
    });
  });
});
