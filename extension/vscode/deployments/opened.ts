import * as vscode from "vscode";
import type { Cloud } from "../../deploy/cloud";
import type { Inventory } from "../../deploy/operate/inventory";
import { type Engine, loadEngine } from "../deploy/engine";
import type { Acting } from "./actions";

export interface Opened {
  readonly engine: Engine;
  readonly cloud: Cloud;
  /** As it is now, not as it was when the view was drawn. */
  readonly inventory: Inventory;
}

/** Signs in and reads the stack as it is now. Undefined: the person turned away. */
export async function open({ environment }: Acting): Promise<Opened | undefined> {
  const engine = await loadEngine();
  const stackName = await environment.stackName();
  const cloud = await environment.open();
  if (!cloud || stackName === undefined) return undefined;
  const title = vscode.l10n.t("Looking at {0}", stackName);
  return vscode.window.withProgress({ location: { viewId: "stackwright.deployments" }, title }, async () => ({
    engine,
    cloud,
    inventory: await engine.inventoryOf(cloud, stackName),
  }));
}
