import * as vscode from "vscode";
import { equal, includes, ok } from "./expect";
import { shop } from "./fixtures";
import { cursorIn, openText, problemsOf, replaceText } from "./manifests";

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
});

describe("on the page", () => {
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("marks components and types", async () => {
    const document = await openText(shop);
    const command = "vscode.provideDocumentSemanticTokens";
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(command, document.uri);
    // Seven names: three definitions, three types, a route and a connection; five numbers each.
    equal(tokens.data.length / 5, 8, "how many");
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

describe("code actions", () => {
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  const actionsAt = (document: vscode.TextDocument, range: vscode.Range, kind?: string) =>
    vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range, kind);

  it("create the component that is named", async () => {
    const document = await openText(shop.replace("[db]", "[db, cache]"));
    const [problem] = await problemsOf(document, ["unknown-component@14"]);
    const range = problem?.range ?? new vscode.Range(0, 0, 0, 0);
    const titles = (await actionsAt(document, range)).map(({ title }) => title);
    ok(
      titles.some((title) => title.startsWith("Create “cache”")),
      `there are ${titles.join()}`,
    );
  });

  it("mend all of a file at once", async () => {
    const document = await openText(shop);
    await replaceText(document, shop.replace("image:", "imgae:").replace('"16"', "16"));
    await problemsOf(document, ["unknown-key@12", "wrong-type@17"]);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const [action] = await actionsAt(document, all, "source.fixAll.stackwright");
    ok(action?.edit !== undefined, "there is no action");
    await vscode.workspace.applyEdit(action.edit);
    equal(document.getText(), shop, "the text");
  });

  it("write a field in its other form", async () => {
    const document = await openText(shop.replace("port: 80", "port: 80\n    scale: 2"));
    const place = new vscode.Range(13, 6, 13, 6);
    const titles = (await actionsAt(document, place, "refactor")).map(({ title }) => title);
    includes(titles, ["Write as limits", "Add a load balancer in front of “web”"], "the actions");
  });
});
