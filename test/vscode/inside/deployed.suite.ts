import * as vscode from "vscode";
import type { Deployed } from "../../../extension/vscode/deploy/deployed";
import { Remembered } from "../../../extension/vscode/deploy/remembered";
import { cannotDeploy } from "../../../extension/vscode/deployer";
import { Environments } from "../../../extension/vscode/environments";
import { publishDiagnostics } from "../../../extension/vscode/language/diagnostics";
import { provideFixes } from "../../../extension/vscode/language/fixes";
import { provideLenses } from "../../../extension/vscode/language/lenses";
import { createLog } from "../../../extension/vscode/log";
import { Manifests } from "../../../extension/vscode/manifests";
import { equal, eventually, includes, ok } from "./expect";
import { shop } from "./fixtures";
import { openText, problemsOf, replaceText } from "./manifests";

const big = shop.replace('version: "16"', 'version: "16"\n    storage: 100Gi');

const deployed: Deployed = {
  environment: "default",
  at: "2026-11-20T10:00:00.000Z",
  stackName: "shop-default",
  identity: { target: "sandbox", account: "000000000000", arn: "arn:aws:iam::000000000000:root", region: "us-east-1" },
  text: big,
  outputs: [],
};

/** Of this workspace alone: each extension host writes beside its manifests. */
function memory(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No folder is open.");
  return vscode.Uri.joinPath(folder.uri, `${process.env["EXTENSION_HOST"]}-memory`);
}

class Chosen implements vscode.Memento {
  keys = () => [];
  get<T>(_key: string, fallback?: T): T | undefined {
    return fallback;
  }
  update = async () => {};
}

// The parts that the extension is made of, over a deployment that an earlier window has kept on disk.
describe("what was deployed", () => {
  let own: vscode.Disposable[] = [];

  async function openAfterDeployment(): Promise<vscode.TextDocument> {
    const log = createLog();
    const manifests = new Manifests();
    const environments = new Environments(manifests, new Chosen());
    const earlier = new Remembered(memory(), log);
    const remembered = new Remembered(memory(), log);
    const document = await openText(big);
    await earlier.keep(document.uri, deployed);
    const parts = { log, manifests, environments, remembered, deployer: cannotDeploy() };
    own = [
      log,
      manifests,
      environments,
      earlier,
      remembered,
      publishDiagnostics(parts),
      provideFixes(parts),
      provideLenses(parts),
    ];
    return document;
  }

  afterEach(async () => {
    for (const each of own) each.dispose();
    await vscode.workspace.fs.delete(memory(), { recursive: true });
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("is no problem while the text is the same", async () => {
    const document = await openAfterDeployment();
    await replaceText(document, big.replace("name: shop", "name: store"));
    await problemsOf(document, ["replaced-field@1"]);
    await replaceText(document, `# the same\n${big}`);
    await problemsOf(document, []);
  });

  it("is told of while a change that cannot be made in place is written", async () => {
    const document = await openAfterDeployment();
    await replaceText(document, big.replace("type: postgres", "type: mysql").replace('"16"', '"8.4"'));
    const [problem] = await problemsOf(document, ["replaced-field@16"]);
    equal(problem && document.getText(problem.range), "mysql", "what is marked");
    equal(problem?.severity, vscode.DiagnosticSeverity.Warning, "the severity");
  });

  it("is what a size that can only grow is put back to", async () => {
    const document = await openAfterDeployment();
    await replaceText(document, big.replace("100Gi", "20Gi"));
    const [problem] = await problemsOf(document, ["shrunk-field@18"]);
    const range = problem?.range ?? new vscode.Range(0, 0, 0, 0);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
    );
    const action = actions.find(({ title }) => title === "Put back “100Gi”, as it is deployed");
    ok(action?.edit !== undefined, `there are ${actions.map(({ title }) => title).join()}`);
    await vscode.workspace.applyEdit(action.edit);
    equal(document.getText(), big, "the text");
  });

  it("can be silenced on its line", async () => {
    const document = await openAfterDeployment();
    await replaceText(document, big.replace("100Gi", "20Gi"));
    await problemsOf(document, ["shrunk-field@18"]);
    await replaceText(document, big.replace("100Gi", "20Gi # stackwright-ignore: shrunk-field"));
    await eventually(
      "no such problem",
      () =>
        !vscode.languages
          .getDiagnostics(document.uri)
          .some(({ code }) => typeof code === "object" && code.value === "shrunk-field") || undefined,
    );
  });

  it("stands above the text, and whether that has changed since", async () => {
    const document = await openAfterDeployment();
    const titles = async () => {
      const command = "vscode.executeCodeLensProvider";
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(command, document.uri, 100);
      return lenses.map(({ command: one }) => one?.title ?? "");
    };
    const story = (end: RegExp) => async () =>
      (await titles()).find((title) => title.startsWith("default deployed to the Sandbox") && end.test(title));
    await eventually("the last deployment", story(/, as it is here$/));
    await replaceText(document, big.replace("port: 80", "port: 81"));
    await eventually("that it has changed", story(/, changed since$/));
    includes(await titles(), ["Open Canvas"], "the lenses");
  });
});
