import * as vscode from "vscode";
import { equal, eventually, includes, ok } from "./expect";
import { shop } from "./fixtures";
import { completionsIn, cursorIn, openText, replaceText } from "./manifests";

/** What typing leaves, with the cursor as `|`. The language's rules are loaded some time after its first document. */
async function typed(marked: string, keys: string, wanted: string): Promise<void> {
  const { text, offset } = cursorIn(marked);
  const document = await openText("");
  const editor = await vscode.window.showTextDocument(document);
  let seen = "";
  try {
    await eventually("what typing leaves", async () => {
      await replaceText(document, text);
      const at = document.positionAt(offset);
      editor.selection = new vscode.Selection(at, at);
      await vscode.commands.executeCommand("type", { text: keys });
      const cursor = document.offsetAt(editor.selection.active);
      seen = `${document.getText().slice(0, cursor)}|${document.getText().slice(cursor)}`;
      return seen === wanted || undefined;
    });
  } catch {
    equal(seen, wanted, "what typing leaves");
  }
}

describe("typing", () => {
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("goes one level deeper behind a key without a value", async () => {
    await typed("components:\n  db:|\n", "\n", "components:\n  db:\n    |\n");
  });

  it("stays at a key's level behind its value", async () => {
    await typed("components:\n  db:\n    type: redis|\n", "\n", "components:\n  db:\n    type: redis\n    |\n");
  });

  it("goes below the first key of a list's entry, not below its dash", async () => {
    await typed("routes:\n  - to: web|\n", "\n", "routes:\n  - to: web\n    |\n");
  });

  it("closes brackets and quotes", async () => {
    await typed("connections: |\n", "[", "connections: [|]\n");
  });

  it("offers in a comment the codes that it can silence, first those of the line", async () => {
    const plain = shop.replace(/ {4}domain.*\n {4}hostedZone.*\n/, "");
    const labels = await completionsIn(
      plain.replace("type: load-balancer", "type: load-balancer # stackwright-ignore: |"),
    );
    ok(labels.length > 3, `there are ${labels.join()}`);
    includes(labels, ["plain-http", "secret-in-clear"], "the list");
    ok(!labels.includes("yaml-syntax"), "an error cannot be silenced");
  });

  it("silences a problem by such a comment, and says when nothing is left to silence", async () => {
    const plain = shop.replace(/ {4}domain.*\n {4}hostedZone.*\n/, "");
    const document = await openText(plain);
    const codes = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .map(({ code }) => (typeof code === "object" ? code.value : code))
        .join();
    await eventually("the problem", () => codes() === "plain-http" || undefined);
    const place = vscode.languages.getDiagnostics(document.uri)[0]?.range.start.line ?? 0;
    const lines = plain.split("\n");
    const silenced = lines.with(place, `${lines[place]} # stackwright-ignore: plain-http`).join("\n");
    await replaceText(document, silenced);
    await eventually("no problem", () => codes() === "" || undefined);
    await replaceText(document, silenced.replace("plain-http", "secret-in-clear"));
    await eventually("both", () => codes().split(",").sort().join() === "plain-http,unused-suppression" || undefined);
  });
});
