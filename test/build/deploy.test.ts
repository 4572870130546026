import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ListStackResourcesCommand } from "@aws-sdk/client-cloudformation";
import { DescribeImagesCommand } from "@aws-sdk/client-ecr";
import { DescribeServicesCommand, DescribeTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepareImages, pushImages } from "../../extension/deploy/build/prepareImages";
import { execute } from "../../extension/deploy/execute";
import { clientOf } from "../../extension/deploy/operate/clients";
import { plan } from "../../extension/deploy/plan";
import type { Plan } from "../../extension/deploy/types";
import { repositoryOf } from "../../extension/targets/aws/image";
import { stackName } from "../../extension/targets/aws/stackName";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { appOf, type Ground, openGround, Recorder } from "../deploy/ground";
import { folderOf, missing } from "./containers";

const app = appOf(`name: shop
region: us-east-1
components:
  web:
    type: web
    build: ./app
    port: 80
`);
const repositoryName = repositoryOf(app);

/** Builds, plans and, where there is something to do, pushes and executes: as the command does. */
async function deploy({ cloud }: Ground, folder: string) {
  const host = new Recorder();
  const prepared = await prepareImages(cloud, app, folder, host);
  try {
    const result = await plan(cloud, prepared.app, synthesize(prepared.app), host);
    if (result.kind !== "plan") return { plan: undefined, host };
    await pushImages(cloud, prepared, host);
    expect(await execute(cloud, result.plan, host)).toMatchObject({ ok: true });
    return { plan: result.plan, host };
  } finally {
    await prepared.dispose();
  }
}

const changedIn = (made: Plan | undefined) => made?.changes.map(({ resourceType }) => resourceType) ?? [];

describe.skipIf(missing)(
  `an application that is built${missing ? ` (skipped: ${missing})` : ""}`,
  { timeout: 180_000 },
  () => {
    let ground: Ground;
    let source: Awaited<ReturnType<typeof folderOf>>;
    const images = async () => {
      const { imageDetails = [] } = await clientOf(ground.cloud, "ecr").send(
        new DescribeImagesCommand({ repositoryName }),
      );
      return imageDetails.map(({ imageDigest = "" }) => imageDigest);
    };
    const runs = async () => {
      const ecs = clientOf(ground.cloud, "ecs");
      const inventory = await ground.cloud.cloudFormation.send(
        new ListStackResourcesCommand({ StackName: stackName(app) }),
      );
      const named = (type: string) =>
        inventory.StackResourceSummaries?.find(({ ResourceType }) => ResourceType === type)?.PhysicalResourceId;
      const { services = [] } = await ecs.send(
        new DescribeServicesCommand({
          cluster: named("AWS::ECS::Cluster"),
          services: [named("AWS::ECS::Service") ?? ""],
        }),
      );
      const { taskDefinition } = await ecs.send(
        new DescribeTaskDefinitionCommand({ taskDefinition: services[0]?.taskDefinition }),
      );
      return taskDefinition?.containerDefinitions?.[0]?.image;
    };

    beforeAll(async () => {
      ground = await openGround();
      source = await folderOf({
        "app/Dockerfile": "FROM scratch\nCOPY hello.txt /hello.txt\n",
        "app/hello.txt": "hello\n",
      });
    });
    afterAll(async () => {
      await ground?.close();
      await source?.remove();
    });

    it("is built, sent to the account's registry and run by its digest", async () => {
      const { host } = await deploy(ground, source.folder);
      const [digest] = await images();
      expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(host.all("pushed")).toMatchObject([{ repository: repositoryName, digest, isNew: true }]);
      expect(await runs()).toBe(`000000000000.dkr.ecr.us-east-1.amazonaws.com/${repositoryName}@${digest}`);
    });

    it("has nothing to deploy as long as nothing that it is built from changes", async () => {
      const before = await images();
      expect((await deploy(ground, source.folder)).plan).toBeUndefined();
      expect(await images()).toEqual(before);
    });

    it("is deployed again with another task definition when a file has changed", async () => {
      const [old] = await images();
      await writeFile(join(source.folder, "app", "hello.txt"), "good day\n");
      const { plan: made } = await deploy(ground, source.folder);
      expect(changedIn(made)).toContain("AWS::ECS::TaskDefinition");
      const all = await images();
      expect(all).toHaveLength(2);
      const digest = all.find((other) => other !== old);
      expect(await runs()).toContain(`@${digest}`);
    });
  },
);
