import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CloudFormation } from "@aws-sdk/client-cloudformation";
import { describe, expect, test } from "vitest";
import { openManifest } from "../../extension/manifest/manifest";
import { type Synthesis, synthesize } from "../../extension/targets/aws/synthesize";
import { changeSet } from "./support/deploy";
import { settled, startWithClient, story } from "./support/start";

const SAMPLES = join(__dirname, "..", "..", "samples");
const names = readdirSync(SAMPLES);

function sample(name: string, environment: string, change: (text: string) => string = (text) => text): Synthesis {
  const text = change(readFileSync(join(SAMPLES, name, "stackwright.yaml"), "utf8"));
  const app = openManifest(text).appFor(environment);
  if (!app) {
    throw new Error(`The sample ${name} has errors.`);
  }
  return synthesize(app);
}

function input({ text, capabilities, tags }: Synthesis) {
  return {
    TemplateBody: text,
    Capabilities: capabilities.map((capability) => capability as "CAPABILITY_IAM"),
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  };
}

async function failures(client: CloudFormation, stackName: string): Promise<readonly string[]> {
  return (await story(client, stackName)).filter((line) => line.includes("_FAILED"));
}

const cases = names.flatMap((name) =>
  ["staging", "production"].map((environment): [string, string] => [name, environment]),
);

describe.each(cases)("the sample %s in %s", (name, environment) => {
  test("deploys, has no change to deploy again, changes in part, and is deleted", async () => {
    const client = await startWithClient();
    const first = sample(name, environment);
    const made = await changeSet(client, "app", { ...input(first), ChangeSetType: "CREATE" });
    const { OperationEvents } = await client.describeEvents({ ChangeSetName: made.ChangeSetId });
    expect(
      OperationEvents?.map(
        ({ ValidationPath, ValidationStatusReason }) => `${ValidationPath}: ${ValidationStatusReason}`,
      ),
    ).toEqual([]);
    expect(made.Status).toBe("CREATE_COMPLETE");
    expect(made.Changes).toHaveLength(Object.keys(first.template.Resources).length);
    await client.executeChangeSet({ ChangeSetName: made.ChangeSetId });
    const created = await settled(client, "app");
    expect(await failures(client, "app")).toEqual([]);
    expect(created.StackStatus).toBe("CREATE_COMPLETE");
    expect(created.Outputs?.map(({ OutputKey }) => OutputKey).sort()).toEqual(
      first.outputs.map(({ key }) => key).sort(),
    );

    const again = await changeSet(client, "app", input(first));
    expect([again.Status, again.Changes]).toEqual(["FAILED", []]);

    const second = sample(name, environment, (text) => text.replace(/(\n {4}image: [^\n:]+:)\S+/, "$1next-version"));
    const update = await changeSet(client, "app", input(second));
    const types = update.Changes?.map(({ ResourceChange }) => ResourceChange?.ResourceType) ?? [];
    expect(types).toContain("AWS::ECS::TaskDefinition");
    expect(types.filter((type) => type?.startsWith("AWS::RDS::") || type?.startsWith("AWS::EC2::"))).toEqual([]);
    await client.executeChangeSet({ ChangeSetName: update.ChangeSetId });
    expect((await settled(client, "app")).StackStatus).toBe("UPDATE_COMPLETE");

    const unprotected = second.text
      .replaceAll('"DeletionProtection":true', '"DeletionProtection":false')
      .replaceAll('"deletion_protection.enabled","Value":"true"', '"deletion_protection.enabled","Value":"false"');
    if (unprotected !== second.text) {
      const lifted = await changeSet(client, "app", { ...input(second), TemplateBody: unprotected });
      await client.executeChangeSet({ ChangeSetName: lifted.ChangeSetId });
      await settled(client, "app");
    }
    await client.deleteStack({ StackName: "app" });
    const deleted = await settled(client, created.StackId ?? "");
    expect(await failures(client, created.StackId ?? "")).toEqual([]);
    expect(deleted.StackStatus).toBe("DELETE_COMPLETE");
  });
});
