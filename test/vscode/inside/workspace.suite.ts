import * as vscode from "vscode";
import { equal, eventually, ok } from "./expect";
import { shop } from "./fixtures";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function file(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No folder is open.");
  return vscode.Uri.joinPath(folder.uri, `${process.env["EXTENSION_HOST"]}-${name}.stackwright.yaml`);
}

describe("manifests that are not open", () => {
  // A provided file system in the browser tells its watchers only what VS Code itself writes, as here.
  it("are checked when they appear and change, and forgotten when they go", async () => {
    await vscode.extensions.getExtension("stackwright.stackwright")?.activate();
    const uri = file("closed");
    const problems = () => vscode.languages.getDiagnostics(uri);
    await vscode.workspace.fs.writeFile(uri, encode(shop.replace("[db]", "[nothing]")));
    const [problem] = await eventually("a problem", () => (problems().length > 0 ? problems() : undefined));
    equal(problem?.range.start.line, 13, "the line");
    await vscode.workspace.fs.writeFile(uri, encode(shop));
    await eventually("no problem", () => problems().length === 0 || undefined);
    await vscode.workspace.fs.writeFile(uri, encode("name: ["));
    await eventually("a problem", () => problems().length > 0 || undefined);
    await vscode.workspace.fs.delete(uri);
    await eventually("a file without problems", () => problems().length === 0 || undefined);
  });

  it("lead from a problem's code to its page", async () => {
    const uri = file("coded");
    await vscode.workspace.fs.writeFile(uri, encode(shop.replace("[db]", "[nothing]")));
    const [problem] = await eventually("a problem", () => {
      const found = vscode.languages.getDiagnostics(uri);
      return found.length > 0 ? found : undefined;
    });
    const code = problem?.code;
    ok(typeof code === "object", "no link");
    ok((await vscode.workspace.openTextDocument(code.target)).getText().startsWith("# `unknown-component`"), "no page");
    const other = code.target.with({ path: "/package.json" });
    ok((await vscode.workspace.openTextDocument(other)).getText().startsWith("There is no problem"), "another file");
    await vscode.workspace.fs.delete(uri);
  });
});
