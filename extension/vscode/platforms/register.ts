import * as vscode from "vscode";
import { registerCommand } from "../command";
import { pickManifest } from "../pickManifest";
import type { Ground } from "../start";

/** What becomes of an application elsewhere: read when somebody first asks. */
export function registerPlatforms(ground: Ground, storage: vscode.Uri): vscode.Disposable {
  const on = (name: "comparePlatforms" | "exportApplication" | "runLocally"): vscode.Disposable =>
    registerCommand(ground.log, `stackwright.${name}`, async (uri?: unknown) => {
      const document = await pickManifest(uri);
      if (document) await (await import("./bundle"))[name]({ ...ground, storage }, document);
    });
  return vscode.Disposable.from(on("comparePlatforms"), on("exportApplication"), on("runLocally"));
}
