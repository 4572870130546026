import type * as vscode from "vscode";
import type { HistoryEntry } from "../../deploy/operate/history";
import type { Output } from "../../deploy/types";
import type { Environment } from "./environment";

/** A row of the view. What can be done with it depends on its kind and on what it is about. */
export type Node = {
  /** That of an environment is replaced when more is known of it; the row stays the same. */
  item: vscode.TreeItem;
  readonly environment: Environment;
} & (
  | { readonly kind: "environment" | "outputs" | "history" | "drift" | "note" | "resource" | "stopped" }
  | { readonly kind: "component"; readonly component: string }
  | { readonly kind: "output"; readonly output: Output }
  | { readonly kind: "operation"; readonly entry: HistoryEntry }
  | { readonly kind: "drifted"; readonly resource: number; readonly property: number }
);
