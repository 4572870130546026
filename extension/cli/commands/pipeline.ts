import { relative } from "node:path";
import { version } from "../../../package.json";
import { openApp } from "../openApp";
import type { Options } from "../parseArguments";
import { roleTemplate } from "../pipeline/role";
import { workflow } from "../pipeline/workflow";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage";
import { withFailure } from "../withFailure";
import { writeFiles } from "../writeFiles";

/** Writes a workflow for GitHub Actions that plans and deploys, and the roles it needs. Overwrites nothing. */
export async function pipeline(options: Options, terminal: Terminal): Promise<number> {
  const { repository = "", branch = "main" } = options;
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new UsageError("Whose workflow it is has to be said: --repository OWNER/NAME, as on GitHub.");
  }
  if (!/^[\w./-]+$/.test(branch)) throw new UsageError(`${branch} is no name of a branch.`);
  const opened = await openApp(options, terminal);
  if (opened === undefined) return 1;
  const { file, app } = opened;
  const tell = options.json ? (result: object) => terminal.out(`${JSON.stringify(result)}\n`) : undefined;
  return withFailure({ terminal, file, tell }, async () => {
    const engine = await import("../../deploy/bundle");
    const { template } = engine.synthesize(app);
    const settings = { repository, branch };
    const folder = options.output ?? ".";
    const roles = `stackwright-${app.environment}-roles.json`;
    const files = new Map([
      [`.github/workflows/stackwright-${app.environment}.yml`, workflow(app, pathOf(file.name), version, settings)],
      [roles, roleTemplate(app, template, settings)],
    ]);
    const written = await writeFiles(folder, files);
    if (tell) tell({ ok: true, files: written });
    else terminal.out(`${written.join("\n")}\n\n${next(engine.stackName(app), roles, app)}`);
    return 0;
  });
}

/** From the folder that the command runs in, which is taken for the repository's root, and with slashes. */
const pathOf = (name: string): string => (relative(".", name) || "stackwright.yaml").replaceAll("\\", "/");

const next = (
  stack: string,
  roles: string,
  app: { readonly region: string; readonly environment: string },
): string => `What is left to do, once:
  1. Deploy the roles, signed in to the account:
     aws cloudformation deploy --stack-name ${stack}-pipeline --template-file ${roles} \\
       --capabilities CAPABILITY_IAM --region ${app.region}
     Where the account has GitHub's identity provider already, add --parameter-overrides ProviderArn=ARN.
  2. Put its outputs into the repository's variables AWS_PLAN_ROLE and AWS_DEPLOY_ROLE.
  3. In the repository's settings, make the environment ${app.environment} and say who has to approve.
  4. Commit the workflow.
`;
