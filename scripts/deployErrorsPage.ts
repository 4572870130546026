import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { KnownFailure } from "../extension/deploy/explain/known";
import { account } from "../extension/deploy/explain/known/account";
import { commands } from "../extension/deploy/explain/known/commands";
import { databases } from "../extension/deploy/explain/known/databases";
import { names } from "../extension/deploy/explain/known/names";
import { network } from "../extension/deploy/explain/known/network";
import { stack } from "../extension/deploy/explain/known/stack";
import { tasks } from "../extension/deploy/explain/known/tasks";
import { root } from "./setup/paths";

export const deployErrorsFile = join(root, "docs", "deploy-errors.md");

const sections: readonly (readonly [title: string, failures: readonly KnownFailure[]])[] = [
  ["Services and their containers", tasks],
  ["Commands during a deployment", commands],
  ["Databases and caches", databases],
  ["Network, domains and certificates", network],
  ["Names, and what is still in use", names],
  ["Permissions and the account", account],
  ["CloudFormation", stack],
];

const introduction = `# What can go wrong in a deployment

When a deployment fails, Stackwright looks for the oldest failure that is not just the consequence of another, says in
one sentence what caused it, at which component and line, and what to do, and keeps the cloud's own words below. For a
service it asks ECS for the tasks that stopped and reads the end of their log; for a command that runs during a
deployment it reads that command's log.

\`stackwright explain\` does this for the last failure of a stack, however long ago and by whichever tool; in the editor,
it is the command **Explain Last Failure**.

These are the failures that it knows, from the table in \`extension/deploy/explain/known\`. Of others it quotes what the
cloud says.
`;

/** The page of all failures that are known, made from their table. */
export function deployErrorsPage(): string {
  const parts = sections.map(([title, failures]) => `## ${title}\n\n${failures.map(entry).join("\n\n")}\n`);
  return [introduction, ...parts].join("\n");
}

function entry({ id, because, fix, field, setting }: KnownFailure): string {
  const decided =
    field !== undefined
      ? `\n\nField of the component: \`${field}\``
      : setting !== undefined
        ? `\n\nSetting of the manifest: \`${setting}\``
        : "";
  return `### ${id}\n\nIt failed because ${because}.\n\n${fix}${decided}`;
}

if (process.argv[1]?.endsWith("deployErrorsPage.ts") === true) writeFileSync(deployErrorsFile, deployErrorsPage());
