import * as vscode from "vscode";
import type { Operation } from "../../../extension/manifest/edit/operation";
import { Versions } from "../../../extension/manifest/edit/versions";
import { type Written, write } from "../../../extension/vscode/canvas/write";
import { Manifests } from "../../../extension/vscode/manifests";
import { equal, eventually, ok } from "./expect";
import { shop } from "./fixtures";
import { openText, replaceText } from "./manifests";

const canvasType = "stackwright.canvas";

function setField(component: string, path: string[], value: string | number): Operation {
  return { kind: "setField", component, path, value };
}

/** An answer without the texts before and after, which are compared by themselves. */
function answerOf(written: Written): object {
  if (!written.ok) return written;
  const { change: _, ...rest } = written;
  return rest;
}

function tabsOf(uri: vscode.Uri): readonly vscode.Tab[] {
  const isOf = ({ input }: vscode.Tab): boolean =>
    (input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText) &&
    input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(isOf);
}

describe("writing what the canvas asks for", () => {
  let manifests: Manifests;
  beforeEach(() => {
    manifests = new Manifests();
  });
  afterEach(async () => {
    manifests.dispose();
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("writes gestures of several canvases at the same moment, each of them", async () => {
    const document = await openText(shop);
    const answers = await Promise.all([
      write(manifests, document, new Versions(), { operations: [setField("web", ["port"], 81)] }),
      write(manifests, document, new Versions(), { operations: [setField("db", ["size"], "large")] }),
      write(manifests, document, new Versions(), {
        operations: [{ kind: "moveComponents", positions: { web: [1, 2], db: [3, 4] } }],
      }),
    ]);
    equal(answers.map(answerOf), [{ ok: true }, { ok: true }, { ok: true }], "the answers");
    const text = document.getText();
    for (const part of ["port: 81", "size: large", "web: [1, 2]", "db: [3, 4]", "# pinned"]) {
      ok(text.includes(part), `${part} is not in\n${text}`);
    }
  });

  it("loses nothing that is typed while an edit is on its way", async () => {
    const document = await openText(shop);
    const editor = await vscode.window.showTextDocument(document);
    const typing = editor.edit((builder) => builder.insert(new vscode.Position(0, 0), "# typed\n"));
    const writing = write(manifests, document, new Versions(), { operations: [setField("web", ["port"], 81)] });
    equal(answerOf((await Promise.all([typing, writing]))[1]), { ok: true }, "the answer");
    equal(document.getText(), `# typed\n${shop.replace("port: 80", "port: 81")}`, "the text");
  });

  it("refuses what was decided on a picture that the text contradicts by now", async () => {
    const document = await openText(shop);
    const versions = new Versions();
    const { version } = document;
    versions.show(version, manifests.of(document));
    await replaceText(document, shop.replace("port: 80", "port: 8080"));
    const answer = await write(manifests, document, versions, {
      operations: [setField("web", ["port"], 81)],
      version,
    });
    ok(!answer.ok && /changed meanwhile/.test(answer.reason), JSON.stringify(answer));
    equal(document.getText(), shop.replace("port: 80", "port: 8080"), "the text");
  });

  it("is one step of VS Code's undo, however much it changes", async () => {
    const document = await openText(shop);
    const operations: Operation[] = [
      { kind: "pasteComponents", text: "components: { db: { type: mysql }, queue: { type: redis } }", at: [5, 6] },
      { kind: "connect", from: "web", to: "queue" },
      { kind: "removeComponent", name: "edge" },
    ];
    equal(answerOf(await write(manifests, document, new Versions(), { operations })), {
      ok: true,
      components: ["db-2", "queue"],
    });
    await vscode.commands.executeCommand("undo");
    equal(document.getText(), shop, "after one undo");
    await vscode.commands.executeCommand("redo");
    ok(document.getText().includes("  db-2:\n    type: mysql\n"), document.getText());
  });

  it("says why a document that cannot be changed is not changed", async () => {
    const uri = vscode.Uri.parse("conflictResolution:/read/only.stackwright.yaml");
    const provider = vscode.workspace.registerTextDocumentContentProvider("conflictResolution", {
      provideTextDocumentContent: () => shop,
    });
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      const operations = [setField("web", ["port"], 81)];
      const answer = await write(manifests, document, new Versions(), { operations });
      ok(!answer.ok && answer.reason.length > 10, JSON.stringify(answer));
      equal(document.getText(), shop, "the text");
    } finally {
      provider.dispose();
    }
  });
});

describe("which editor opens a manifest", () => {
  afterEach(async () => {
    await configure(undefined);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  async function configure(associations: { readonly [glob: string]: string } | undefined): Promise<void> {
    const settings = vscode.workspace.getConfiguration("workbench");
    await settings.update("editorAssociations", associations, vscode.ConfigurationTarget.Global);
  }

  it("is the canvas for files of those who say so, and the text for versions that git shows", async () => {
    const document = await openText(shop);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await configure({ "*.stackwright.yaml": canvasType });
    const provider = vscode.workspace.registerTextDocumentContentProvider("conflictResolution", {
      provideTextDocumentContent: () => shop,
    });
    try {
      await vscode.commands.executeCommand("vscode.open", document.uri);
      const [tab] = await eventually("the canvas", () => someTabs(document.uri));
      ok(tab?.input instanceof vscode.TabInputCustom, "the file did not open as a canvas");
      const other = vscode.Uri.parse("conflictResolution:/shop/app.stackwright.yaml");
      await vscode.commands.executeCommand("vscode.open", other);
      const [text] = await eventually("the other version", () => someTabs(other));
      ok(text?.input instanceof vscode.TabInputText, "another version did not open as text");
    } finally {
      provider.dispose();
    }
  });

  it("can be the canvas twice for one file, side by side", async () => {
    const document = await openText(shop);
    const { version } = document;
    for (const viewColumn of [vscode.ViewColumn.Two, vscode.ViewColumn.Three]) {
      await vscode.commands.executeCommand("vscode.openWith", document.uri, canvasType, viewColumn);
    }
    const canvases = await eventually("two canvases", () => {
      const found = tabsOf(document.uri).filter(({ input }) => input instanceof vscode.TabInputCustom);
      return found.length === 2 ? found : undefined;
    });
    equal(new Set(canvases.map(({ group }) => group.viewColumn)).size, 2, "columns");
    equal([document.version, document.isDirty], [version, false], "the document");
  });

  function someTabs(uri: vscode.Uri): readonly vscode.Tab[] | undefined {
    const tabs = tabsOf(uri);
    return tabs.length > 0 ? tabs : undefined;
  }
});
