import type * as vscode from "vscode";
import type { Picture } from "../protocol/messages";
import type { Comparisons } from "./canvas/comparisons";
import type { Remembered } from "./deploy/remembered";
import type { Deployer } from "./deployer";
import type { Environments } from "./environments";
import type { Log } from "./log";
import type { Manifests } from "./manifests";
import type { Pages } from "./pages/pages";
import type { Prices } from "./price/prices";

/** What the features are made of. `main.ts` makes it, and owns it. */
export interface Parts {
  readonly log: Log;
  readonly manifests: Manifests;
  readonly environments: Environments;
  readonly deployer: Deployer;
  /** What was last deployed. */
  readonly remembered: Remembered;
  readonly prices: Prices;
  /** What manifests are compared with on their canvases. */
  readonly comparisons: Comparisons;
  readonly pages: Pages;
  /** The last picture of a document: what stays, greyed, while its text cannot be read. */
  readonly pictures: WeakMap<vscode.TextDocument, Picture>;
  readonly extensionUri: vscode.Uri;
  /** For files of the extension's own. */
  readonly storageUri: vscode.Uri;
}
