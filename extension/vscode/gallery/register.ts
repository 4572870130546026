import * as vscode from "vscode";
import { draw } from "../../protocol/picture";
import { fillPage } from "../canvas/fillPage";
import { guard, registerCommand } from "../command";
import type { Parts } from "../parts";
import type { GalleryGround } from "./gallery";
import { loadGallery } from "./load";
import { loadRepository } from "./repository/load";

/** The packages, by command and by link. */
export function registerGallery({ log, extensionUri, prices }: Parts): vscode.Disposable {
  const ground: GalleryGround = {
    log,
    extensionUri,
    prices,
    draw,
    fetchPackage: async (address) => (await loadRepository()).fetchPackage(address),
    fill: (webview, title) => fillPage(webview, extensionUri, { title, page: "gallery" }),
  };
  return vscode.Disposable.from(
    registerCommand(log, "stackwright.browsePackages", async () => (await loadGallery()).browsePackages(ground)),
    vscode.window.registerUriHandler({
      handleUri: (uri) => guard(log, async () => (await loadGallery()).openLink(ground, uri)),
    }),
  );
}
