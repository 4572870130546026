import * as vscode from "vscode";
import { equal, eventually, includes, ok } from "./expect";
import { shop } from "./fixtures";
import { openText, problemsOf, replaceText } from "./manifests";

const actionsAt = (document: vscode.TextDocument, range: vscode.Range, kind?: string) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range, kind);

/** Carries out what is offered under a title at the first place of `at`, and gives the text that it leaves. */
async function take(text: string, at: string, title: string, kind: string): Promise<string> {
  const document = await openText(text);
  const start = document.positionAt(text.indexOf(at) + 1);
  const actions = await actionsAt(document, new vscode.Range(start, start), kind);
  const action = actions.find((one) => one.title === title);
  ok(action?.edit !== undefined, `no “${title}”; there are ${actions.map((one) => one.title).join(", ")}`);
  await vscode.workspace.applyEdit(action.edit);
  return document.getText();
}

describe("code actions", () => {
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

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

  it("mend all of a file when it is saved, for those who say so", async () => {
    const document = await openText(shop);
    const settings = vscode.workspace.getConfiguration("editor", document);
    await settings.update("codeActionsOnSave", { "source.fixAll": "explicit" }, vscode.ConfigurationTarget.Workspace);
    try {
      await replaceText(document, shop.replace("image:", "imgae:"));
      await problemsOf(document, ["unknown-key@12"]);
      await document.save();
      await eventually("the mended text", () => document.getText() === shop || undefined);
    } finally {
      await settings.update("codeActionsOnSave", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it("write a field in its other form", async () => {
    const document = await openText(shop.replace("port: 80", "port: 80\n    scale: 2"));
    const place = new vscode.Range(13, 6, 13, 6);
    const titles = (await actionsAt(document, place, "refactor")).map(({ title }) => title);
    includes(titles, ["Write as limits", "Add a load balancer in front of “web”"], "the actions");
  });

  it("write a command for a shell as a list, and back", async () => {
    const line = shop.replace("port: 80", "port: 80\n    command: nginx -g daemon");
    const list = line.replace("nginx -g daemon", '[nginx, "-g", daemon]');
    equal(await take(line, "command:", "Write as a list, which needs no shell", "refactor.rewrite"), list, "the list");
    equal(await take(list, "command:", "Write as one line for a shell", "refactor.rewrite"), line, "the line");
  });

  it("take settings that are written twice from where they are first", async () => {
    const env = "    env: { A: one, B: two }\n";
    const text = shop
      .replace("    port: 80\n", `    port: 80\n${env}`)
      .replace("  db:", `  job:\n    type: worker\n    image: busybox:1.37\n${env}  db:`);
    const after = await take(text, env, "Take “env” from “web”", "refactor.extract").catch(() => undefined);
    equal(after, undefined, "what is offered at the first");
    const second = text.lastIndexOf("env:");
    const document = await openText(text);
    const at = document.positionAt(second + 1);
    const action = (await actionsAt(document, new vscode.Range(at, at), "refactor.extract")).find(
      ({ title }) => title === "Take “env” from “web”",
    );
    ok(action?.edit !== undefined, "there is no action");
    await vscode.workspace.applyEdit(action.edit);
    const wanted =
      text.slice(0, second).replace("env: {", "env: &web-env {") +
      text.slice(second).replace(/env: .*/, "env: *web-env");
    equal(document.getText(), wanted, "the text");
  });

  it("sort the keys of a component", async () => {
    const text = shop.replace('    type: postgres\n    version: "16"\n', '    version: "16"\n    type: postgres\n');
    equal(await take(text, "version:", "Sort the keys of “db”", "refactor.rewrite"), shop, "the text");
  });

  it("take a comment away that silences nothing", async () => {
    const text = shop.replace("# pinned", "# stackwright-ignore: plain-http");
    const after = await take(text, "plain-http", "Remove “plain-http”", "quickfix");
    equal(after, shop.replace("   # pinned", ""), "the text");
  });
});
