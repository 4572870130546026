import * as vscode from "vscode";
import type { Cloud } from "../../deploy/cloud";
import type { DestroyOptions, JournalEntry, RecoverAction } from "../../deploy/engine";
import type { Log } from "../log";
import { carryOutRecovery } from "./carryOutRecovery";
import { chooseContinuation, chooseResources } from "./chooseContinuation";
import { loadEngine } from "./engine";
import { wayOut } from "./waysOut";

/** What a way out is done with: the stack, and what the window can do with an environment. */
export interface WaysOut {
  readonly cloud: Cloud;
  readonly stackName: string;
  readonly environment: string;
  readonly uri: vscode.Uri;
  readonly log: Log;
  deploy(): Promise<void>;
  destroy(ways?: DestroyOptions): Promise<void>;
  explain(): Promise<void>;
  follow(entry: JournalEntry): Promise<void>;
}

/** Looks at the stack as it is now, offers what its status allows and nothing else, and does what is chosen. */
export async function recoverDeployment(ways: WaysOut): Promise<void> {
  const { cloud, stackName } = ways;
  const engine = await loadEngine();
  const looking = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t("Looking at {0}", stackName),
  };
  const [found, entry] = await vscode.window.withProgress(looking, async () => {
    const operations = await engine.operationsOf({ folder: engine.journalDirectory() });
    const open = operations.find(({ ended, plan }) => ended === undefined && plan.stackName === stackName);
    return [await engine.recoverable(cloud, stackName), open] as const;
  });
  // What was begun elsewhere can only be followed by whoever has it in their journal.
  const isPossible: Partial<Record<RecoverAction, boolean>> = {
    attach: entry !== undefined,
    retain: found.stuck.length > 0,
  };
  const actions = found.actions.filter((action) => isPossible[action] ?? true);
  const items = actions.map((action) => ({ action, ...wayOut(action) }));
  const title = found.status === undefined ? stackName : `${stackName}: ${found.status}`;
  if (items.length === 0) {
    const sentence = vscode.l10n.t("{0} is being worked on from elsewhere. Wait until that has ended.", title);
    return void vscode.window.showInformationMessage(sentence);
  }
  const choice = await vscode.window.showQuickPick(items, { title, matchOnDetail: true });
  if (choice !== undefined) await take(choice.action, ways, found, entry);
}

async function take(
  action: RecoverAction,
  ways: WaysOut,
  {
    stackId = ways.stackName,
    status,
    stuck,
  }: { stackId?: string | undefined; status: string | undefined; stuck: readonly string[] },
  entry: JournalEntry | undefined,
): Promise<unknown> {
  const recovering = { ...ways, stackId };
  switch (action) {
    case "plan":
    case "execute":
      return ways.deploy();
    case "retry":
      return status?.startsWith("DELETE_") ? ways.destroy() : ways.deploy();
    case "discard":
    case "delete":
    case "destroy":
      return ways.destroy();
    case "stop":
      return ways.destroy({ stop: true });
    case "force":
      return ways.destroy({ force: true });
    case "retain": {
      const retain = await chooseResources(vscode.l10n.t("Keep these"), stuck);
      return retain && ways.destroy({ retain });
    }
    case "cancel":
    case "rollBack":
      return carryOutRecovery(action, recovering);
    case "continue": {
      const continuation = await chooseContinuation(ways.stackName, stuck);
      return continuation && carryOutRecovery(action, { ...recovering, ...continuation });
    }
    case "attach":
      return entry && ways.follow(entry);
    case "drift":
      return vscode.commands.executeCommand("stackwright.deployments.focus");
    case "explain":
      return ways.explain();
  }
}
