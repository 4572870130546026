import * as vscode from "vscode";
import { equal, eventually } from "./expect";
import { shop } from "./fixtures";
import { openText } from "./manifests";

const canvasType = "stackwright.canvas";

function canvasTab(document: vscode.TextDocument): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(
      ({ input }) =>
        input instanceof vscode.TabInputCustom &&
        input.viewType === canvasType &&
        input.uri.toString() === document.uri.toString(),
    );
}

describe("the canvas editor", () => {
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("opens beside the text by its command and leaves the text alone", async () => {
    const document = await openText(shop);
    const { version } = document;
    await vscode.commands.executeCommand("stackwright.openCanvas");
    const tab = await eventually("the canvas", () => canvasTab(document));
    equal(tab.group.viewColumn, vscode.ViewColumn.Two, "the column");
    equal(document.version, version, "the version of the text");
    equal(document.isDirty, false, "changed by opening");
  });

  it("opens in place by Reopen With", async () => {
    const document = await openText(shop);
    await vscode.commands.executeCommand("vscode.openWith", document.uri, canvasType);
    const tab = await eventually("the canvas", () => canvasTab(document));
    equal(tab.isActive, true, "active");
  });

  it("opens once, however often it is asked for", async () => {
    const document = await openText(shop);
    await vscode.commands.executeCommand("stackwright.openCanvas");
    await eventually("the canvas", () => canvasTab(document));
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand("stackwright.openCanvas");
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    equal(tabs.filter(({ input }) => input instanceof vscode.TabInputCustom).length, 1, "canvases");
  });

  it("opens on a text that is no manifest yet", async () => {
    const document = await openText("");
    await vscode.commands.executeCommand("stackwright.openCanvas");
    await eventually("the canvas", () => canvasTab(document));
  });
});
