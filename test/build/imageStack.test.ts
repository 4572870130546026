import { CreateStackCommand, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { DescribeRepositoriesCommand } from "@aws-sdk/client-ecr";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { renderDestroyPlan } from "../../extension/cli/render/destroyPlan";
import { ensureRepository, imageStackOf } from "../../extension/deploy/build/imageStack";
import { destroy } from "../../extension/deploy/destroy";
import { clientOf } from "../../extension/deploy/operate/clients";
import { planDestroy } from "../../extension/deploy/planDestroy";
import { doomedOf } from "../../extension/deploy/track";
import { stackName } from "../../extension/targets/aws/stackName";
import { appOf, deployed, type Ground, openGround, Recorder } from "../deploy/ground";

const app = appOf(`name: shop
region: us-east-1
components:
  jobs:
    type: worker
    image: example/jobs:1
`);
const name = stackName(app);

describe("the stack with an application's images", () => {
  let ground: Ground;
  beforeEach(async () => {
    ground = await openGround();
    expect(await deployed(ground.cloud, app)).toMatchObject({ ok: true });
  });
  afterEach(() => ground.close());

  const repositories = async () =>
    (await clientOf(ground.cloud, "ecr").send(new DescribeRepositoriesCommand({}))).repositories ?? [];
  const statusOf = async (stack: string) => {
    const { Stacks } = await ground.cloud.cloudFormation.send(new DescribeStacksCommand({ StackName: stack }));
    return Stacks?.[0]?.StackStatus;
  };

  it("is made once, and used from then on", async () => {
    expect(await ensureRepository(ground.cloud, app)).toBe(await ensureRepository(ground.cloud, app));
    expect(await repositories()).toHaveLength(1);
  });

  it("is listed among what destroying the application deletes, and is nobody's data", async () => {
    const repository = await ensureRepository(ground.cloud, app);
    const plan = await planDestroy(ground.cloud, name, new Recorder());
    expect(plan.deleted.at(-1)).toMatchObject({
      resourceType: "AWS::ECR::Repository",
      physicalId: repository,
      stackName: imageStackOf(name),
      stateful: false,
    });
    expect(plan.dataRisks.join()).not.toContain("Repository");
    expect(renderDestroyPlan(plan, (_, text) => text, 80)).toContain("image registry");
    expect(doomedOf(plan).map(({ logicalId }) => logicalId)).not.toContain("Repository");
  });

  it("goes with the application, after it", async () => {
    await ensureRepository(ground.cloud, app);
    const host = new Recorder();
    const plan = await planDestroy(ground.cloud, name, host);
    expect(await destroy(ground.cloud, plan, host)).toMatchObject({ ok: true, report: { deleted: plan.deleted } });
    expect(await repositories()).toEqual([]);
    expect(await statusOf(plan.imageStackId ?? "")).toBe("DELETE_COMPLETE");
    await expect(statusOf(imageStackOf(name))).rejects.toThrow("does not exist");
  });

  it("that cannot be deleted is told of, once the application is gone", async () => {
    await ground.cloud.cloudFormation.send(
      new CreateStackCommand({
        StackName: imageStackOf(name),
        TemplateBody: JSON.stringify({
          Resources: {
            Repository: {
              Type: "AWS::ECR::Repository",
              Metadata: { StackwrightSandbox: { FailDelete: "It is in use." } },
              Properties: { RepositoryName: "stackwright/held" },
            },
          },
        }),
        Tags: [{ Key: "stackwright:application", Value: "shop" }],
      }),
    );
    await expect.poll(() => statusOf(imageStackOf(name))).toBe("CREATE_COMPLETE");
    const plan = await planDestroy(ground.cloud, name, new Recorder());
    const outcome = await destroy(ground.cloud, plan, new Recorder());
    expect(outcome).toMatchObject({ ok: false, failure: { code: "image-repository" } });
    expect(await statusOf(plan.stackId)).toBe("DELETE_COMPLETE");
    expect(await statusOf(imageStackOf(name))).toBe("DELETE_FAILED");
  });

  it("is left alone when another tool has made one of this name", async () => {
    const Properties = { RepositoryName: "theirs" };
    const TemplateBody = JSON.stringify({ Resources: { Theirs: { Type: "AWS::ECR::Repository", Properties } } });
    await ground.cloud.cloudFormation.send(new CreateStackCommand({ StackName: imageStackOf(name), TemplateBody }));
    await expect.poll(() => statusOf(imageStackOf(name))).toBe("CREATE_COMPLETE");
    const plan = await planDestroy(ground.cloud, name, new Recorder());
    expect(plan.imageStackId).toBeUndefined();
    expect(await destroy(ground.cloud, plan, new Recorder())).toMatchObject({ ok: true });
    expect(await repositories()).toMatchObject([{ repositoryName: "theirs" }]);
  });
});
