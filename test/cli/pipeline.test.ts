import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { findLinter, lint } from "../aws/lint";
import { fixtures, sandboxFolder, stackwright } from "./command";

const shop = `${fixtures}/shop.yaml`;

async function written() {
  const { folder, remove } = await sandboxFolder();
  const options = ["--repository", "acme/shop", "--output", join(folder, "repository")];
  const { code, out } = await stackwright(["pipeline", shop, ...options], { folder });
  const read = (name: string) => readFile(join(folder, "repository", name), "utf8");
  const workflow = parse(await read(".github/workflows/stackwright-default.yml"));
  const text = await read("stackwright-default-roles.json");
  const again = await stackwright(["pipeline", shop, ...options], { folder });
  await remove();
  return { code, out, workflow, text, roles: JSON.parse(text).Resources, again };
}

const subject = "token.actions.githubusercontent.com:sub";
interface Role {
  readonly Properties: {
    readonly AssumeRolePolicyDocument: {
      readonly Statement: readonly { readonly Condition: { StringEquals: object } }[];
    };
  };
}
const trustOf = (role: Role) => role.Properties.AssumeRolePolicyDocument.Statement[0]?.Condition.StringEquals;

it("is a workflow that plans for a pull request of the repository's own, and deploys what is merged", async () => {
  const { code, workflow } = await written();
  expect(code).toBe(0);
  const { plan, deploy } = workflow.jobs;
  expect(plan.if).toContain("head.repo.full_name == github.repository");
  expect(JSON.stringify(plan.steps)).toMatch(
    /stackwright@[\d.]+ plan .*shop\.yaml --environment default --target aws --markdown/,
  );
  expect(deploy.if).toContain("refs/heads/main");
  expect(deploy.environment).toBe("default");
  expect(JSON.stringify(deploy.steps)).toContain("--yes");
  expect(workflow.permissions).toEqual({ contents: "read" });
});

it("confirms what can lose data for nobody, but where a person has to approve", async () => {
  const { workflow } = await written();
  expect(workflow.on.workflow_dispatch.inputs.confirm).toMatchObject({ required: false });
  const own = workflow.jobs.deploy.steps.at(-1);
  expect(own.env).toEqual({ CONFIRM: "${{ inputs.confirm }}" });
  expect(own.run.trim()).toMatch(/--yes \$\{CONFIRM:\+--confirm "\$CONFIRM"\}$/);
  const { folder, remove } = await sandboxFolder();
  const live = ["pipeline", `${fixtures}/environments.yaml`, "-e", "live", "--repository", "acme/shop"];
  await stackwright([...live, "--output", folder], { folder });
  const approved = parse(await readFile(join(folder, ".github/workflows/stackwright-live.yml"), "utf8"));
  expect(approved.on.workflow_dispatch).toBeNull();
  expect(approved.jobs.deploy.environment).toBe("live");
  expect(approved.jobs.deploy.steps.at(-1).run).toMatch(/--yes --confirm live$/);
  await remove();
});

it("gives each role to one repository for one purpose", async () => {
  const { roles } = await written();
  expect(trustOf(roles.PlanRole)).toMatchObject({ [subject]: "repo:acme/shop:pull_request" });
  expect(trustOf(roles.DeployRole)).toMatchObject({ [subject]: "repo:acme/shop:environment:default" });
});

it("lets the role that plans change nothing but change sets", async () => {
  const { roles } = await written();
  const actions = roles.PlanRole.Properties.Policies[0].PolicyDocument.Statement.flatMap(
    ({ Action }: { readonly Action: readonly string[] }) => Action,
  );
  const reading = /:(?:Describe|Get|List|Validate)|ChangeSet$/;
  expect(actions.filter((action: string) => !reading.test(action))).toEqual([]);
});

it("lets the role that deploys use the services of the application's resources, and no other", async () => {
  const { text } = await written();
  expect(text).toContain('"rds:*"');
  expect(text).toContain('"ecs:*"');
  expect(text).not.toContain('"elasticache:*"');
  expect(text).not.toMatch(/"(?:\*|iam:\*)"\s*[,\]]\s*"?Resource/);
});

it.skipIf(findLinter() === undefined && !process.env["CI"])("has roles that cfn-lint finds nothing in", async () => {
  const linter = findLinter();
  if (linter === undefined) throw new Error("cfn-lint is not installed.");
  const { text } = await written();
  expect(lint(linter, new Map([["roles", text]]))).toEqual([]);
});

it("overwrites nothing", async () => {
  const { again } = await written();
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining("exists already") });
});

it("wants to know whose it is", async () => {
  const { folder, remove } = await sandboxFolder();
  for (const options of [[], ["--repository", "shop"], ["--repository", "a/b; rm"]]) {
    const { code, err } = await stackwright(["pipeline", shop, ...options], { folder });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("--repository OWNER/NAME") });
  }
  await remove();
});
