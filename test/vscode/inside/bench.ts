import * as vscode from "vscode";
import { encodeResult } from "./report";

/** Entry of the activation benchmark: how long the extension takes from being asked for to being there. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension("stackwright.stackwright");
  if (!extension) throw new Error("VS Code does not know the extension.");
  if (extension.isActive) throw new Error("The extension was active before it was measured.");
  const start = performance.now();
  await extension.activate();
  const milliseconds = performance.now() - start;
  console.log(encodeResult({ suite: "bench", title: "activation", state: "passed", milliseconds }));
}
