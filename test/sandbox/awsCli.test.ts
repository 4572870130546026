import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { start, temporaryDirectory, until } from "./support/start";
import { queue, template, topic } from "./support/templates";

const LOCAL = join(__dirname, "..", "..", ".cache", "python", process.platform === "win32" ? "Scripts" : "bin", "aws");
const MISSING = "the AWS CLI is missing; install Python 3 and run `npm run setup`, or put `aws` on the PATH";

const run = promisify(execFile);

async function findCli(): Promise<string | undefined> {
  for (const candidate of [LOCAL, "aws"]) {
    if (candidate === "aws" || existsSync(candidate)) {
      const works = await run(candidate, ["--version"]).then(
        () => true,
        () => false,
      );
      if (works) {
        return candidate;
      }
    }
  }
  return undefined;
}

const cli = await findCli();
const isRequired = Boolean(process.env["CI"]);

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function aws(endpoint: string, ...args: readonly string[]): Promise<Result> {
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: "AKIASANDBOX",
    AWS_SECRET_ACCESS_KEY: "any",
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_CONFIG_FILE: "none",
    AWS_SHARED_CREDENTIALS_FILE: "none",
    AWS_PAGER: "",
  };
  const command = ["cloudformation", ...args, "--endpoint-url", endpoint, "--output", "json"];
  return run(cli ?? "aws", command, { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Result) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
  );
}

function written(name: string, content: string): string {
  const file = join(temporaryDirectory(), name);
  writeFileSync(file, content);
  return file;
}

const YAML = `
Description: A queue and a topic that knows it
Parameters:
  Purpose: { Type: String, Default: trial }
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      Tags: [{ Key: purpose, Value: !Ref Purpose }]
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !Sub "\${AWS::StackName} \${Purpose}"
      Subscription:
        - Protocol: sqs
          Endpoint: !GetAtt Queue.Arn
Outputs:
  QueueUrl: { Value: !Ref Queue }
`;

test("the AWS CLI is there", ({ skip }) => {
  skip(!cli && !isRequired, MISSING);
  expect(cli, MISSING).toBeDefined();
});

// In deploy, the CLI looks again only after half a minute when the end was not there at its first look.
describe.skipIf(!cli)(cli ? "the AWS CLI" : `the AWS CLI (skipped: ${MISSING})`, { timeout: 180_000 }, () => {
  test("deploys, updates, sees no change, lists events and deletes", async () => {
    const { endpoint } = await start();
    const file = written("template.yaml", YAML);
    const deploy = ["deploy", "--stack-name", "trial", "--template-file", file];

    const created = await aws(endpoint, ...deploy);
    expect(created.stderr).toBe("");
    expect(created.stdout).toContain("Successfully created/updated stack - trial");

    const unchanged = await aws(endpoint, ...deploy);
    expect(unchanged.stdout + unchanged.stderr).toContain("No changes to deploy. Stack trial is up to date");

    // The CLI names its change sets after the second, and the one without changes is still there.
    const second = Math.floor(Date.now() / 1000);
    await until(async () => (Math.floor(Date.now() / 1000) > second ? true : undefined), "the next second");
    const updated = await aws(
      endpoint,
      ...deploy,
      "--parameter-overrides",
      "Purpose=second",
      "--tags",
      "team=community",
    );
    expect(updated.stderr).toBe("");
    expect(updated.stdout).toContain("Successfully created/updated stack - trial");

    const { Stacks } = JSON.parse((await aws(endpoint, "describe-stacks", "--stack-name", "trial")).stdout);
    expect(Stacks[0]).toMatchObject({
      StackStatus: "UPDATE_COMPLETE",
      Description: "A queue and a topic that knows it",
      Parameters: [{ ParameterKey: "Purpose", ParameterValue: "second" }],
      Tags: [{ Key: "team", Value: "community" }],
    });
    expect(Stacks[0].Outputs[0].OutputValue).toMatch(
      /^https:\/\/sqs\.us-east-1\.amazonaws\.com\/000000000000\/trial-Queue-/,
    );

    const { StackEvents } = JSON.parse((await aws(endpoint, "describe-stack-events", "--stack-name", "trial")).stdout);
    expect(StackEvents[0]).toMatchObject({ LogicalResourceId: "trial", ResourceStatus: "UPDATE_COMPLETE" });
    expect(StackEvents.at(-1)).toMatchObject({ LogicalResourceId: "trial", ResourceStatus: "REVIEW_IN_PROGRESS" });

    expect((await aws(endpoint, "delete-stack", "--stack-name", "trial")).code).toBe(0);
    expect((await aws(endpoint, "wait", "stack-delete-complete", "--stack-name", "trial")).code).toBe(0);
    const gone = await aws(endpoint, "describe-stacks", "--stack-name", "trial");
    expect(gone.stderr).toContain(
      "An error occurred (ValidationError) when calling the DescribeStacks operation: Stack with id trial does not exist",
    );
  });

  test("creates with create-stack, waits, lists resources and reads the template back", async () => {
    const { endpoint } = await start();
    const file = `file://${written("template.json", template({ Queue: queue(), Topic: topic() }))}`;
    expect((await aws(endpoint, "create-stack", "--stack-name", "plain", "--template-body", file)).code).toBe(0);
    expect((await aws(endpoint, "wait", "stack-create-complete", "--stack-name", "plain")).code).toBe(0);

    const listed = JSON.parse((await aws(endpoint, "list-stack-resources", "--stack-name", "plain")).stdout);
    expect(
      listed.StackResourceSummaries.map((summary: { ResourceType: string }) => summary.ResourceType).sort(),
    ).toEqual(["AWS::SNS::Topic", "AWS::SQS::Queue"]);
    const read = JSON.parse((await aws(endpoint, "get-template", "--stack-name", "plain")).stdout);
    expect(read.TemplateBody).toEqual(JSON.parse(template({ Queue: queue(), Topic: topic() })));
  });

  test("says in CloudFormation's words what is wrong with a template", async () => {
    const { endpoint } = await start();
    const file = `file://${written("template.json", template({ Thing: { Type: "AWS::Nothing::Here" } }))}`;
    const result = await aws(endpoint, "validate-template", "--template-body", file);
    expect(result.code).not.toBe(0);
    expect(result.stderr).toContain("(ValidationError)");
    expect(result.stderr).toContain("Template format error: Unrecognized resource types: [AWS::Nothing::Here]");
  });

  test("reports a failed deployment with the CLI's own exit code", async () => {
    const { endpoint } = await start();
    const failing = topic({}, { Metadata: { StackwrightSandbox: { Fail: "no room" } } });
    const file = written("template.json", template({ Topic: failing }));
    const result = await aws(endpoint, "deploy", "--stack-name", "bad", "--template-file", file);
    expect(result.code).not.toBe(0);
    expect(result.stderr).toContain("Failed to create/update the stack");
    const { Stacks } = JSON.parse((await aws(endpoint, "describe-stacks", "--stack-name", "bad")).stdout);
    expect(Stacks[0].StackStatus).toBe("ROLLBACK_COMPLETE");
  });
});
