import * as vscode from "vscode";
import { ok } from "./expect";

describe("activation", () => {
  it("finds the extension and activates it", async () => {
    const extension = vscode.extensions.getExtension("stackwright.stackwright");
    ok(extension !== undefined, "VS Code does not know the extension");
    await extension.activate();
    ok(extension.isActive, "the extension is not active");
  });
});
