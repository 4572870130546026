import * as vscode from "vscode";
import { compareOnCanvas } from "./canvas/compareOnCanvas";
import { guard, registerCommand } from "./command";
import type { DeployRequest } from "./deployer";
import { loadImport } from "./import/load";
import { newManifest } from "./newManifest";
import { openCanvas, openText } from "./open";
import type { Parts } from "./parts";
import { pickManifest } from "./pickManifest";
import { showPrice } from "./price/showPrice";

/** The commands of the palette, the title bar and the code lenses. */
export function registerCommands(parts: Parts): vscode.Disposable {
  const { log, environments, deployer } = parts;
  const onManifest = (
    id: string,
    run: (document: vscode.TextDocument, argument: unknown) => Promise<unknown>,
  ): vscode.Disposable =>
    registerCommand(log, `stackwright.${id}`, async (uri?: unknown, argument?: unknown) => {
      const document = await pickManifest(uri);
      if (document) await run(document, argument);
    });
  return vscode.Disposable.from(
    onManifest("openCanvas", (document) => openCanvas(document.uri)),
    onManifest("openText", (document) => openText(document)),
    onManifest("chooseEnvironment", async (document) => {
      const chosen = await environments.ask(document, vscode.l10n.t("Environment"));
      if (chosen !== undefined) vscode.window.setStatusBarMessage(vscode.l10n.t("Environment: {0}", chosen), 5_000);
    }),
    onManifest("deploy", (document, environment) => deployer.deploy(document, requestFor(environment))),
    onManifest("destroy", (document, environment) => deployer.destroy(document, requestFor(environment))),
    onManifest("explainFailure", (document) => deployer.explain(document)),
    onManifest("recover", (document, environment) =>
      deployer.recover(document, typeof environment === "string" ? environment : undefined),
    ),
    onManifest("eject", (document) => deployer.eject(document)),
    onManifest("chooseTarget", (document) => deployer.chooseTarget(document)),
    onManifest("showPrice", (document, environment) =>
      showPrice(parts, document, typeof environment === "string" ? environment : environments.of(document)),
    ),
    registerCommand(log, "stackwright.compareOnCanvas", (uri?: unknown) => compareOnCanvas(parts, uri)),
    registerCommand(log, "stackwright.newManifest", () => newManifest()),
    registerCommand(log, "stackwright.importApplication", async (file?: unknown) =>
      (await loadImport()).importApplication({ ...parts, background: (run) => void guard(log, run) }, file),
    ),
    registerCommand(log, "stackwright.startSandbox", () => deployer.startSandbox()),
    registerCommand(log, "stackwright.showLog", () => log.show()),
  );
}

/** A code lens at an environment says which one. */
function requestFor(environment: unknown): DeployRequest {
  return typeof environment === "string" ? { from: "command", environment } : { from: "command" };
}
