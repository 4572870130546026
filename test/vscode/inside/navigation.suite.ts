import * as vscode from "vscode";
import { equal, includes, ok } from "./expect";
import { shop } from "./fixtures";
import { cursorIn, openText } from "./manifests";

/** Opens the shop with `|` at a place, and asks a provider there. */
async function ask<T>(command: string, from: string, marked: string, ...rest: unknown[]) {
  const { text, offset } = cursorIn(shop.replace(from, marked));
  const document = await openText(text);
  const position = document.positionAt(offset);
  const answer = await vscode.commands.executeCommand<T>(command, document.uri, position, ...rest);
  return { document, position, answer };
}

const lines = (places: readonly { readonly range: vscode.Range }[]): number[] =>
  places.map(({ range }) => range.start.line + 1).sort((a, b) => a - b);

describe("navigation", () => {
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("finds every reference to a component", async () => {
    const { answer } = await ask<vscode.Location[]>("vscode.executeReferenceProvider", "[db]", "[d|b]");
    equal(lines(answer), [14, 15], "the lines");
  });

  it("highlights them", async () => {
    const { answer } = await ask<vscode.DocumentHighlight[]>("vscode.executeDocumentHighlights", "[db]", "[d|b]");
    equal(lines(answer), [14, 15], "the lines");
  });

  it("renames a component everywhere", async () => {
    const command = "vscode.executeDocumentRenameProvider";
    const { answer, document } = await ask<vscode.WorkspaceEdit>(command, "[db]", "[d|b]", "store");
    await vscode.workspace.applyEdit(answer);
    equal(document.getText(), shop.replace("[db]", "[store]").replace("  db:", "  store:"), "the text");
  });

  it("renames a component in what an environment changes, on the canvas, in groups and in references", async () => {
    const rest = [
      "environments:",
      "  live: { components: { db: { size: large } } }",
      "canvas:",
      "  db: [1, 2]",
      "  $groups: { data: { components: [db] } }",
      "",
    ].join("\n");
    const text = shop.replace("port: 80", 'port: 80\n    env: { URL: "${{ db.url }}" }') + rest;
    const document = await openText(text);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      document.positionAt(text.indexOf("  db:") + 3),
      "store",
    );
    await vscode.workspace.applyEdit(edit);
    equal(document.getText(), text.replaceAll(/\bdb\b/g, "store"), "the text");
  });

  it("renames an anchor with its aliases", async () => {
    const text = shop.replace("port: 80", "port: &port 80\n    cpu: *port");
    const document = await openText(text);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      document.positionAt(text.indexOf("*port") + 2),
      "number",
    );
    await vscode.workspace.applyEdit(edit);
    equal(document.getText(), text.replace("&port", "&number").replace("*port", "*number"), "the text");
  });

  it("prepares a rename, and refuses in words where there is none", async () => {
    const command = "vscode.prepareRename";
    const { answer } = await ask<{ readonly placeholder: string }>(command, "[db]", "[d|b]");
    equal(answer.placeholder, "db", "what is renamed");
    let reason = "";
    await ask(command, "port: 80", "port: 8|0").catch((error: unknown) => {
      reason = String(error);
    });
    ok(/Only components and anchors/.test(reason), `the reason is ${reason}`);
  });

  it("links an image to its registry", async () => {
    const document = await openText(shop);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      "vscode.executeLinkProvider",
      document.uri,
    );
    includes(
      links.map(({ target }) => target?.toString() ?? ""),
      ["https://hub.docker.com/_/nginx"],
      "the links",
    );
  });

  it("folds components", async () => {
    const document = await openText(shop);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      "vscode.executeFoldingRangeProvider",
      document.uri,
    );
    ok(
      folds.some(({ start, end }) => start === 9 && end === 13),
      `the folds are ${folds.map(({ start, end }) => `${start}-${end}`).join()}`,
    );
  });

  it("grows a selection from a name to the whole text", async () => {
    const { text, offset } = cursorIn(shop.replace("[db]", "[d|b]"));
    const document = await openText(text);
    const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      "vscode.executeSelectionRangeProvider",
      document.uri,
      [document.positionAt(offset)],
    );
    const parts: string[] = [];
    for (let one = selection; one; one = one.parent) parts.push(document.getText(one.range));
    includes(parts, ["db", "[db]", "connections: [db]", shop], "the selections");
  });

  it("finds components of every manifest in the workspace", async () => {
    const document = await openText(shop.replace("  db:", "  treasury: { type: postgres }\n  db:"));
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      "vscode.executeWorkspaceSymbolProvider",
      "treasury",
    );
    const places = symbols.map(({ name, location }) => `${name} ${location.uri.toString()}`);
    includes(places, [`treasury ${document.uri.toString()}`], "the symbols");
  });

  it("finds them also in the moment after a manifest was opened, each time", async () => {
    const missed: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      const document = await openText(shop.replace("  db:", `  vault-${round}: { type: postgres }\n  db:`));
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        "vscode.executeWorkspaceSymbolProvider",
        `vault-${round}`,
      );
      if (!symbols.some(({ location }) => location.uri.toString() === document.uri.toString())) missed.push(round);
    }
    equal(missed, [], "the rounds without an answer");
  });
});

describe("on the page", () => {
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("marks components and types", async () => {
    const document = await openText(shop);
    const command = "vscode.provideDocumentSemanticTokens";
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(command, document.uri);
    // Seven names: three definitions, three types, a route and a connection; five numbers each.
    equal(tokens.data.length / 5, 8, "how many");
    const [line, character, length] = tokens.data;
    equal([line, character, length], [3, 2, "edge".length], "the first");
  });

  it("shows defaults between the lines once the setting says so", async () => {
    const document = await openText(shop);
    const hints = () =>
      vscode.commands.executeCommand<vscode.InlayHint[]>(
        "vscode.executeInlayHintProvider",
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
    equal((await hints()).length, 0, "hints that nobody asked for");
    const configuration = vscode.workspace.getConfiguration(undefined, document);
    await configuration.update("stackwright.inlayHints", true, vscode.ConfigurationTarget.Workspace);
    const shown = await hints();
    await configuration.update("stackwright.inlayHints", undefined, vscode.ConfigurationTarget.Workspace);
    ok(shown.length > 0, "there are no hints");
  });

  it("formats the lines that are asked for and no others", async () => {
    const text = shop.replace("    port: 80\n", "    port: 80   \n").replace("type: postgres", "type: postgres   ");
    const document = await openText(text);
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      "vscode.executeFormatRangeProvider",
      document.uri,
      new vscode.Range(12, 0, 12, 12),
      { insertSpaces: true, tabSize: 2 },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    equal(document.getText(), text.replace("    port: 80   \n", "    port: 80\n"), "the text");
  });

  it("formats without printing anew", async () => {
    const document = await openText(shop.replace("    port: 80\n", "    port: 80   \n"));
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
      "vscode.executeFormatDocumentProvider",
      document.uri,
      { insertSpaces: true, tabSize: 2 },
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    equal(document.getText(), shop, "the text");
  });
});
