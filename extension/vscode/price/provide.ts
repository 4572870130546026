import * as vscode from "vscode";
import type { Parts } from "../parts";
import { providePriceHover } from "./hover";
import { providePriceLenses } from "./lenses";

/** What the text editor says about prices. */
export function providePrices(parts: Parts): vscode.Disposable {
  return vscode.Disposable.from(providePriceLenses(parts), providePriceHover(parts));
}
