import { join } from "node:path";
import * as vscode from "vscode";
import { encodeResult } from "./report";

/** Long enough for a window to have finished its own start, which would be measured along. */
const settle = 3_000;

/**
 * Entry of the activation benchmark. Activation is what VS Code's "Running Extensions" calls so: loading the code and
 * the call of `activate`, without the way of the question to the extension host and back.
 */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension("stackwright.stackwright");
  if (!extension) throw new Error("VS Code does not know the extension.");
  await new Promise((resolve) => setTimeout(resolve, settle));
  if (extension.isActive) throw new Error("The extension was active before it was measured.");
  const file = join(extension.extensionPath, extension.packageJSON.main);
  // VS Code finds the module loaded, with an `activate` that takes its own time. The bundler must not see this require.
  const load: NodeRequire = module.require.bind(module) as NodeRequire;
  const start = performance.now();
  const exports = load(file);
  const loaded = performance.now() - start;
  let called = Number.NaN;
  const activate = (context: vscode.ExtensionContext): unknown => {
    const before = performance.now();
    const result = exports.activate(context);
    called = performance.now() - before;
    return result;
  };
  const cached = module.children.find((child) => child.filename === file);
  if (!cached) throw new Error("The extension's module is not where it was loaded to.");
  cached.exports = { ...exports, activate };
  await extension.activate();
  const milliseconds = loaded + called;
  console.log(encodeResult({ suite: "bench", title: "activation", state: "passed", milliseconds }));
}
