import { stringify } from "yaml";
import type { App } from "../../manifest/app";
import { stackName } from "../../targets/aws/stackName";
import type { PipelineOptions } from "./role";

/** The workflow's own words for a value that GitHub fills in. */
const filled = (expression: string): string => `\${{ ${expression} }}`;

/** Where nobody has to approve, a plan that can lose data waits for somebody who starts the workflow with this. */
const asked = {
  inputs: {
    confirm: {
      description: "The environment's name, to confirm a plan that can lose data",
      required: false,
      type: "string",
    },
  },
};

/**
 * A workflow for GitHub Actions: a pull request gets its plan as a comment, and what is merged is deployed. It signs in
 * with GitHub's own identity; there is no key to keep.
 * @param file the manifest's path from the repository's root
 * @param version of Stackwright that it runs
 */
export function workflow(app: App, file: string, version: string, { branch }: PipelineOptions): string {
  const stack = stackName(app);
  const where = `${quoted(file)} --environment ${app.environment} --target aws`;
  const stackwright = `npx --yes stackwright@${version}`;
  const text = stringify(
    {
      name: `Stackwright ${app.environment}`,
      on: {
        pull_request: { branches: [branch] },
        push: { branches: [branch] },
        workflow_dispatch: app.protected ? null : asked,
      },
      permissions: { contents: "read" },
      // A deployment that is under way is never cut off by the next; it waits.
      concurrency: { group: `stackwright-${stack}-${filled("github.event.number || 'deploy'")}` },
      jobs: {
        plan: {
          // A fork's pull request gets no credentials, so there is nothing to plan with.
          if: "github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository",
          "runs-on": "ubuntu-latest",
          permissions: { contents: "read", "id-token": "write", "pull-requests": "write" },
          steps: [
            { uses: "actions/checkout@v4", with: { "persist-credentials": false } },
            signIn(app, "AWS_PLAN_ROLE"),
            { name: "Plan", run: `${stackwright} plan ${where} --markdown > plan.md` },
            {
              name: "Comment",
              env: { GH_TOKEN: filled("github.token"), NUMBER: filled("github.event.number") },
              run: 'gh pr comment "$NUMBER" --body-file plan.md --edit-last || gh pr comment "$NUMBER" --body-file plan.md\n',
            },
          ],
        },
        deploy: {
          if: `github.event_name != 'pull_request' && github.ref == 'refs/heads/${branch}'`,
          "runs-on": "ubuntu-latest",
          // Who has to approve is said in the repository's settings for this environment.
          environment: app.environment,
          permissions: { contents: "read", "id-token": "write" },
          steps: [
            { uses: "actions/checkout@v4", with: { "persist-credentials": false } },
            signIn(app, "AWS_DEPLOY_ROLE"),
            app.protected
              ? { name: "Deploy", run: `${stackwright} deploy ${where} --yes --confirm ${app.environment}` }
              : {
                  name: "Deploy",
                  env: { CONFIRM: filled("inputs.confirm") },
                  run: `${stackwright} deploy ${where} --yes \${CONFIRM:+--confirm "$CONFIRM"}\n`,
                },
          ],
        },
      },
    },
    { lineWidth: 0, nullStr: "" },
  );
  return `# Written by \`stackwright pipeline\`. It is yours: change what you like.\n${text}`;
}

/** The role's name is no secret, and lies in the repository's variables. */
const signIn = (app: App, variable: string) => ({
  uses: "aws-actions/configure-aws-credentials@v4",
  with: { "role-to-assume": filled(`vars.${variable}`), "aws-region": app.region },
});

/** For a shell; a path of words alone stays as it is. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);
