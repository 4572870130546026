import * as vscode from "vscode";
import { Comparisons } from "./canvas/comparisons";
import { CanvasEditor } from "./canvas/editor";
import { registerCommands } from "./commands";
import { Remembered } from "./deploy/remembered";
import type { Deployer } from "./deployer";
import { Environments } from "./environments";
import { registerGallery } from "./gallery/register";
import { provideLanguage } from "./language/provide";
import { createLog, type Log } from "./log";
import { Manifests } from "./manifests";
import { openBesideText } from "./openBeside";
import { Pages } from "./pages/pages";
import type { Parts } from "./parts";
import { Prices } from "./price/prices";
import { providePrices } from "./price/provide";
import { followWalkthrough } from "./walkthrough";

/** What a host's own way to deploy is made of. */
export type Ground = Pick<Parts, "log" | "manifests" | "environments" | "remembered" | "pages">;

/** Puts the extension together. Whatever is made here is given to the context, which takes it down in the end. */
export function start(context: vscode.ExtensionContext, makeDeployer: (ground: Ground) => Deployer): void {
  const own = <Thing extends vscode.Disposable>(thing: Thing): Thing => {
    context.subscriptions.push(thing);
    return thing;
  };
  const log = own(createLog());
  sayFailure(log, () => {
    const manifests = own(new Manifests());
    const environments = own(new Environments(manifests, context.workspaceState));
    const remembered = own(new Remembered(context.storageUri, log));
    const pages = own(new Pages());
    const deployer = own(makeDeployer({ log, manifests, environments, remembered, pages }));
    const parts: Parts = {
      log,
      manifests,
      environments,
      deployer,
      remembered,
      prices: own(new Prices(manifests, environments, log)),
      comparisons: own(new Comparisons(manifests)),
      pages,
      pictures: new WeakMap(),
      extensionUri: context.extensionUri,
      storageUri: context.storageUri ?? context.globalStorageUri,
    };
    // VS Code puts what is registered last first: prices stand behind what can be done and what things mean.
    own(providePrices(parts));
    own(provideLanguage(parts));
    own(new CanvasEditor(parts));
    own(registerCommands(parts));
    own(registerGallery(parts));
    own(openBesideText(log));
    own(followWalkthrough(parts));
  });
}

/** VS Code keeps quiet about an extension that could not be activated. */
function sayFailure(log: Log, run: () => void): void {
  try {
    run();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    const reason = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(vscode.l10n.t("Stackwright could not start: {0}", reason));
    throw error;
  }
}
