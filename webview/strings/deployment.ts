import type { ChangeAction, DataFate } from "../../extension/deploy/types";
import { t } from "../../extension/manifest/l10n";
import type { DeploymentView } from "../../extension/protocol/messages";

const title = {
  planning: t`Planning`,
  planned: t`Plan`,
  deploying: t`Deploying`,
  destroying: t`Destroying`,
  succeeded: t`Deployed`,
  unchanged: t`Nothing to deploy`,
  failed: t`Failed`,
  destroyed: t`Destroyed`,
} satisfies Record<DeploymentView["phase"], string>;

export const deployment = {
  label: t`Deployment`,
  simulation: t`Simulation. The Sandbox runs on this machine; no cloud is touched and nothing costs anything.`,
  sandbox: t`Sandbox`,
  account: t`Account`,
  region: t`Region`,
  profile: t`Profile`,
  stack: t`Stack`,
  risks: t`Data is at stake`,
  deploy: t`Deploy`,
  deployAsking: t`Deploy…`,
  discard: t`Discard`,
  close: t`Close`,
  log: t`Show Log`,
  recover: t`What Can Be Done…`,
  destroy: t`Destroy…`,
  copy: (label: string, owner: string) => t`Copy ${label} of ${owner}`,
  open: (label: string, owner: string) => t`Open ${label} of ${owner}`,
  showText: t`Show in Text`,
  shared: t`Shared by all components`,
  openAddress: t`Open`,
  copyAddress: t`Copy`,
  ofApplication: t`Application`,
  protection: {
    on: t`Termination protection is turned on: the stack cannot be deleted until it is off again.`,
    off: t`Termination protection is turned off: the stack can then be deleted.`,
  },
  change: {
    add: t`Add`,
    modify: t`Change`,
    "maybe-replace": t`May be replaced`,
    replace: t`Replace`,
    remove: t`Remove`,
  } satisfies Record<ChangeAction, string>,
  counts: {
    add: (number: number) => t`${number} to add`,
    modify: (number: number) => t`${number} to change`,
    "maybe-replace": (number: number) => t`${number} that may be replaced`,
    replace: (number: number) => t`${number} to replace`,
    remove: (number: number) => t`${number} to remove`,
  } satisfies Record<ChangeAction, (number: number) => string>,
  data: {
    kept: t`Its data is kept.`,
    snapshot: t`A last snapshot of its data is kept.`,
    retained: t`It is left in the account with its data, and keeps costing.`,
    deleted: t`Its data is deleted.`,
  } satisfies Record<DataFate, string>,
  recreates: t`replaces the resource`,
  mayRecreate: t`may replace the resource`,
  nothing: t`(none)`,
  raw: t`In the cloud's own words`,
  fix: t`What to do`,
  outputs: t`Outputs`,
  noOutputs: t`This deployment has no outputs.`,
  progress: (done: number, total: number) => t`${done} of ${total}`,
  title,
  announce: (deployment: DeploymentView): string =>
    `${title[deployment.phase]}: ${deployment.failure?.message ?? deployment.text}`,
} as const;
