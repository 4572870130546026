import * as vscode from "vscode";
import type { Offered } from "../../packages/install";
import type { GalleryGround } from "./gallery";
import { offeredBy } from "./shelf";

/** Hosts of this machine, which need no encryption. */
const own = new Set(["localhost", "127.0.0.1"]);

/**
 * Fetches the package of a repository, after a question that names the host: whoever wrote the link may be anybody.
 * Undefined: the person turned away. Throws where there is no such package, or it cannot be fetched.
 */
export async function askToFetch({ fetchPackage }: GalleryGround, address: string): Promise<Offered | undefined> {
  const [, scheme, host = ""] = /^(https?):\/\/([A-Za-z0-9.-]{1,253})(?::\d{1,5})?\/[^\s@]{1,500}$/.exec(address) ?? [];
  if (host === "" || (scheme === "http" && !own.has(host))) {
    throw new Error(vscode.l10n.t("The link names no repository: an address that begins with https:// is one."));
  }
  const fetch = vscode.l10n.t("Fetch and Show");
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t("Fetch a package from {0}?", host),
    {
      modal: true,
      detail: vscode.l10n.t(
        "A link asks for the package in {0}. It is fetched with git and shown to you. Nothing of it runs, and nothing is installed or deployed unless you say so.",
        address,
      ),
    },
    fetch,
  );
  if (choice !== fetch) return undefined;
  const title = vscode.l10n.t("Fetching a package from {0}", host);
  const text = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, () =>
    fetchPackage(address),
  );
  return offeredBy(text, address);
}
