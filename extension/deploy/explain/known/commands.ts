import { t } from "../../../manifest/l10n";
import type { KnownFailure } from "../known";

/** Why a command that runs in the middle of a deployment stopped it. */
export const commands: readonly KnownFailure[] = [
  {
    id: "command-not-begun",
    code: "task-failed",
    matches: /The task did not start:/,
    because: t`ECS could not start the task that its command runs in`,
    fix: t`Deploy again in a few minutes; if it stays, lower \`cpu\` and \`memory\` of the component.`,
  },
  {
    id: "command-too-long",
    code: "task-failed",
    matches: /did not end within 15 minutes/,
    because: t`its command ran for more than fifteen minutes and was stopped`,
    fix: t`Make the migration shorter, or run it by itself with stackwright run, which knows no limit.`,
    field: "preDeploy",
  },
  {
    id: "custom-resource-silent",
    code: "custom-resource-failed",
    matches: /did not receive a response from your Custom Resource|Custom Resource failed to stabilize/i,
    because: t`the function behind it gave no answer in time`,
    fix: t`Look at the function's log in the CloudWatch console for what stopped it, then deploy again.`,
  },
  {
    id: "custom-resource-failed",
    code: "custom-resource-failed",
    matches: /Received response status \[FAILED\] from custom resource|Custom Resource/i,
    because: t`the function behind it said that it failed`,
    fix: t`The original message says why; the function's log in the CloudWatch console has the details.`,
  },
];
