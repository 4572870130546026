import * as vscode from "vscode";
import { registerCommand } from "../command";
import { checkTrust } from "../deploy/trust";
import { restartService, scaleService } from "./changeService";
import { checkDrift, putBack, takeIntoManifest } from "./drift";
import { compareRevision, provideRevisions, redeploy } from "./earlier";
import type { Environment } from "./environment";
import { LogViews } from "./logViews";
import type { Node } from "./node";
import { recoverStack } from "./recover";
import type { ViewParts } from "./register";
import { runOnce } from "./runOnce";
import { connectDatabase, openShellIn } from "./sessions";
import type { DeploymentsTree } from "./tree";

/** What an action works with: everything of the view, and the row that it was asked on. */
export interface Acting {
  readonly parts: ViewParts;
  readonly tree: DeploymentsTree;
  readonly environment: Environment;
}

type Kind = Node["kind"];
type Of<Name extends Kind> = Extract<Node, { readonly kind: Name }>;

/** Everything that can be done in the view. The commands exist once the view was looked at. */
export function registerActions(parts: ViewParts, tree: DeploymentsTree): vscode.Disposable {
  const logs = new LogViews();
  const on = <Name extends Kind>(
    name: string,
    kinds: readonly Name[],
    run: (acting: Acting, node: Of<Name>) => unknown,
  ): vscode.Disposable =>
    registerCommand(parts.log, `stackwright.deployments.${name}`, async (node?: Node) => {
      if (!isOf(node, kinds)) {
        throw new Error(vscode.l10n.t("The row was just being drawn anew. Choose it again, now that it is there."));
      }
      if (!checkTrust()) return;
      await run({ parts, tree, environment: node.environment }, node);
    });
  const component = ["component"] as const;
  const { deployer } = parts;
  return vscode.Disposable.from(
    logs,
    provideRevisions(),
    registerCommand(parts.log, "stackwright.deployments.refresh", (node?: Node) => tree.refresh(node?.environment)),
    on("logs", component, (acting, node) => logs.follow(acting, node.component)),
    on("filterLogs", component, (acting, node) => logs.filter(acting, node.component)),
    on("stopLogs", component, (acting, node) => logs.stop(acting, node.component)),
    on("logsInEditor", component, (acting, node) => logs.openInEditor(acting, node.component)),
    on("restart", component, (acting, node) => restartService(acting, node.component)),
    on("scale", component, (acting, node) => scaleService(acting, node.component)),
    on("shell", component, (acting, node) => openShellIn(acting, node.component)),
    on("runOnce", component, (acting, node) => runOnce(acting, node.component)),
    on("connect", component, (acting, node) => connectDatabase(acting, node.component)),
    on("checkDrift", ["environment", "drift"], (acting) => checkDrift(acting)),
    on("takeReal", ["drifted"], (acting, node) => takeIntoManifest(acting, node.resource, node.property)),
    on("putBack", ["drift"], (acting) => putBack(acting)),
    on("redeploy", ["operation"], (acting, node) => redeploy(acting, node.entry)),
    on("compareRevision", ["operation"], (acting, node) => compareRevision(acting, node.entry)),
    on("copyOutput", ["output"], async (_, { output }) => {
      await vscode.env.clipboard.writeText(output.value);
      vscode.window.setStatusBarMessage(vscode.l10n.t("Copied: {0}", output.label), 5_000);
    }),
    on("openOutput", ["output"], (_, { output }) => vscode.env.openExternal(vscode.Uri.parse(output.value))),
    on("deploy", ["environment"], async ({ environment }) =>
      deployer.deploy(await environment.document(), { from: "command", environment: environment.name }),
    ),
    on("cancelUpdate", ["environment"], (acting) => recoverStack(acting, "cancel")),
    on("rollBack", ["environment"], (acting) => recoverStack(acting, "rollBack")),
    on("continueRollback", ["environment"], (acting) => recoverStack(acting, "continue")),
    on("destroy", ["environment"], async ({ environment }) =>
      deployer.destroy(await environment.document(), { from: "command", environment: environment.name }),
    ),
  );
}

function isOf<Name extends Kind>(node: Node | undefined, kinds: readonly Name[]): node is Of<Name> {
  return node !== undefined && (kinds as readonly Kind[]).includes(node.kind);
}
