import { DescribeStacksCommand, GetTemplateCommand } from "@aws-sdk/client-cloudformation";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "../../extension/deploy/execute";
import { bucketName, bucketStack, bucketTemplate } from "../../extension/deploy/largeTemplate/bucketTemplate";
import { templateSource } from "../../extension/deploy/largeTemplate/templateSource";
import { upload } from "../../extension/deploy/largeTemplate/upload";
import { plan } from "../../extension/deploy/plan";
import type { App } from "../../extension/manifest/app";
import { synthesize } from "../../extension/targets/aws/synthesize";
import { findLinter, lint } from "../aws/lint";
import { appOf, type Ground, openGround, Recorder } from "./ground";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());

/** Its template has more than 51,200 bytes: a long text for each of many variables. */
function largeApp(name: string): App {
  const lines = Array.from({ length: 60 }, (_, index) => `      TEXT_${index}: "${"x".repeat(1000)}"`).join("\n");
  return appOf(`name: ${name}\ncomponents:\n  jobs:\n    type: worker\n    image: a:1\n    env:\n${lines}\n`);
}

describe("a template that is too large for a call", () => {
  it("is deployed from a bucket that is made for it, with all that it says", async () => {
    const app = largeApp("large");
    const synthesis = synthesize(app);
    expect(Buffer.byteLength(synthesis.text)).toBeGreaterThan(51_200);
    const host = new Recorder();
    const result = await plan(ground.cloud, app, synthesis, host);
    if (result.kind !== "plan") throw new Error("There is nothing to deploy.");
    expect((await execute(ground.cloud, result.plan, host)).ok).toBe(true);
    const { TemplateBody } = await ground.cloud.cloudFormation.send(
      new GetTemplateCommand({ StackName: synthesis.stackName }),
    );
    expect(TemplateBody).toBe(synthesis.text);
    const { Stacks } = await ground.cloud.cloudFormation.send(new DescribeStacksCommand({ StackName: bucketStack }));
    expect(Stacks?.[0]?.StackStatus).toBe("CREATE_COMPLETE");
  });

  it("uses the bucket again that is there", async () => {
    const { text } = synthesize(largeApp("second"));
    const source = await templateSource(ground.cloud, {}, text);
    expect(source).toMatchObject({
      TemplateURL: expect.stringMatching(
        new RegExp(`/${bucketName(ground.cloud.identity.account, "us-east-1")}/stackwright/[0-9a-f]{64}\\.json$`),
      ),
    });
  });

  it("goes into the bucket that the manifest names", async () => {
    const { text } = synthesize(largeApp("third"));
    expect(await templateSource(ground.cloud, { templateBucket: "our-templates" }, text)).toMatchObject({
      TemplateURL: expect.stringContaining("/our-templates/stackwright/"),
    });
  });

  it("is not uploaded when it is small enough", async () => {
    expect(await templateSource(ground.cloud, {}, "{}")).toEqual({ TemplateBody: "{}" });
  });

  it("is not put into a bucket of another account", async () => {
    const stranger = { ...ground.cloud, identity: { ...ground.cloud.identity, account: "999999999999" } };
    await expect(upload(stranger, "our-templates", "{}")).rejects.toMatchObject({
      failure: { code: "template-bucket", message: expect.stringContaining("AccessDenied") },
    });
  });
});

describe("the Sandbox's bucket", () => {
  const put = (headers: Record<string, string>, path = "/a-bucket/key") =>
    fetch(new URL(path, ground.sandbox.endpoint), { method: "PUT", body: "{}", headers });
  const signed = { authorization: "AWS4-HMAC-SHA256 Credential=a/20261122/us-east-1/s3/aws4_request, Signature=b" };

  it("takes what is signed for S3, and nothing else", async () => {
    expect((await put(signed)).status).toBe(200);
    expect((await put({})).status).toBe(403);
    expect((await put({ authorization: signed.authorization.replace("/s3/", "/ec2/") })).status).toBe(403);
  });

  it("refuses what has changed on the way, and what is no object", async () => {
    const damaged = await put({ ...signed, "x-amz-checksum-sha256": "AAAA" });
    expect([damaged.status, await damaged.text()]).toEqual([400, expect.stringContaining("BadDigest")]);
    expect((await put(signed, "/only-a-bucket")).status).toBe(400);
  });

  it("has nothing that was not put there", async () => {
    const TemplateURL = `${ground.sandbox.endpoint}/a-bucket/nothing`;
    const client = ground.cloud.cloudFormation;
    const { GetTemplateSummaryCommand } = await import("@aws-sdk/client-cloudformation");
    await expect(client.send(new GetTemplateSummaryCommand({ TemplateURL }))).rejects.toThrow("S3 error");
  });
});

const linter = findLinter();
it.skipIf(linter === undefined)(
  "the bucket's own stack has nothing that cfn-lint would find",
  { timeout: 60_000 },
  () => {
    // The bucket's name is what its uploads are found by.
    const findings = lint(linter ?? "", new Map([["bucket", bucketTemplate("stackwright-templates-1-us-east-1")]]));
    expect(findings).toEqual([]);
  },
);
