import * as vscode from "vscode";
import type { Plan } from "../../deploy/types";
import { loadEngine } from "./engine";

/** Opens a plan as a page for a review, or as data for a program: an unsaved document, to be kept or closed. */
export async function exportPlan(plan: Plan, format: "markdown" | "json"): Promise<void> {
  const { planMarkdown } = await loadEngine();
  const content = format === "json" ? `${JSON.stringify(plan, null, 2)}\n` : planMarkdown(plan);
  const document = await vscode.workspace.openTextDocument({ language: format, content });
  await vscode.window.showTextDocument(document, { preview: true });
}
