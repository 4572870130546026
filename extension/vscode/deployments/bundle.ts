import * as vscode from "vscode";
import { registerActions } from "./actions";
import type { Node } from "./node";
import type { ViewParts } from "./register";
import { DeploymentsTree } from "./tree";

export type { Node } from "./node";
export type { DeploymentsTree } from "./tree";

/** What the Deployments view loads when it is first looked at. The tree owns everything that is made here. */
export function openDeployments(parts: ViewParts, changed: vscode.EventEmitter<Node | undefined>): DeploymentsTree {
  const tree = new DeploymentsTree(parts, changed);
  tree.own(registerActions(parts, tree));
  vscode.commands.executeCommand("setContext", "stackwright.deploymentsShown", true);
  return tree;
}
