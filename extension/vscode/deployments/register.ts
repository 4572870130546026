import * as vscode from "vscode";
import type { ManifestTools } from "../../deploy/operate/manifestTools";
import { applyEdits, edit } from "../../manifest/edit/edit";
import { openManifest } from "../../manifest/manifest";
import { guard } from "../command";
import type { EditorDeployer } from "../deploy/deployer";
import type { Ground } from "../start";
import type { DeploymentsTree, Node } from "./bundle";

/** What the view is made of. */
export interface ViewParts extends Ground {
  readonly deployer: EditorDeployer;
  /** Of this bundle, so that the view's own need not have them too. */
  readonly tools: ManifestTools;
}

/** The Deployments view. What is in it, and what can be done there, is loaded when it is first looked at. */
export function registerDeployments(ground: Omit<ViewParts, "tools">): vscode.Disposable {
  const changed = new vscode.EventEmitter<Node | undefined>();
  let loading: Promise<DeploymentsTree> | undefined;
  const load = (): Promise<DeploymentsTree> => {
    loading ??= import("./bundle").then(({ openDeployments }) =>
      openDeployments({ ...ground, tools: { applyEdits, edit, openManifest } }, changed),
    );
    return loading;
  };
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: (node) => node.item,
    getChildren: (node) => guard(ground.log, async () => (await load()).childrenOf(node)).then((nodes) => nodes ?? []),
  };
  return vscode.Disposable.from(vscode.window.registerTreeDataProvider("stackwright.deployments", provider), changed, {
    dispose: () => void loading?.then((tree) => tree.dispose()),
  });
}
