import * as vscode from "vscode";
import { equal, eventually, includes, ok } from "./expect";
import { shop } from "./fixtures";
import { completionsIn, cursorIn, openText, problemsOf, replaceText } from "./manifests";

describe("language", () => {
  it("gives manifests a language of their own", async () => {
    const { languageId } = await openText(shop);
    equal(languageId, "stackwright", "the language");
  });

  it("reports nothing in a good manifest", async () => {
    const document = await openText(shop.replace("db:", "dbx:"));
    await problemsOf(document, ["unknown-component@14"]);
    await replaceText(document, shop);
    await problemsOf(document, []);
  });

  it("completes the keys of a component's type and leaves present ones out", async () => {
    const labels = await completionsIn(shop.replace("    port: 80\n", "    |\n    port: 80\n"));
    includes(labels, ["cpu", "memory", "env", "healthCheck"], "the list");
    ok(!labels.includes("image") && !labels.includes("highAvailability"), `too much is offered: ${labels.join()}`);
  });

  it("completes the component types", async () => {
    const labels = await completionsIn(shop.replace("type: postgres", "type: |"));
    includes(labels, ["web", "worker", "cron", "postgres", "mysql", "redis", "load-balancer"], "the list");
  });

  it("completes the names of components in a connection", async () => {
    const labels = await completionsIn(shop.replace("connections: [db]", "connections: [|]"));
    includes(labels, ["db"], "the list");
    ok(!labels.includes("edge"), "a load balancer cannot be connected to");
  });

  it("completes the attributes in a reference", async () => {
    const marked = shop.replace("    port: 80\n", '    env: { URL: "${{ db.| }}" }\n    port: 80\n');
    includes(await completionsIn(marked), ["url", "host", "password"], "the list");
  });

  it("says what a proposal means once it is looked at", async () => {
    const { text, offset } = cursorIn(shop.replace("    port: 80\n", "    |\n    port: 80\n"));
    const document = await openText(text);
    const ask = async (resolved: number) => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        document.positionAt(offset),
        undefined,
        resolved,
      );
      return items.filter(({ documentation }) => documentation !== undefined).length;
    };
    equal(await ask(0), 0, "what is documented before");
    ok((await ask(3)) >= 3, "nothing is documented after");
  });

  it("shows documentation at a key", async () => {
    const { text, offset } = cursorIn(shop.replace("image:", "ima|ge:"));
    const document = await openText(text);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      document.positionAt(offset),
    );
    const words = hovers.flatMap(({ contents }) =>
      contents.map((each) => (typeof each === "string" ? each : each.value)),
    );
    ok(/image/i.test(words.join("\n")), `the hover says ${JSON.stringify(words)}`);
    const [range] = hovers.flatMap((hover) => hover.range ?? []);
    equal(range && document.getText(range), "image", "what it stands at");
  });

  it("shows beside it what a component costs", async () => {
    const document = await openText(shop);
    const position = document.positionAt(shop.indexOf("  db:") + 3);
    const words = await eventually("a price", async () => {
      const command = "vscode.executeHoverProvider";
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, position);
      const all = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value)));
      return all.some((one) => one.includes("$")) ? all : undefined;
    });
    ok(words.length > 1, `there is ${JSON.stringify(words)}`);
  });

  it("shows above it what it costs in a month", async () => {
    const document = await openText(shop);
    await eventually("a price", async () => {
      const command = "vscode.executeCodeLensProvider";
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(command, document.uri, 100);
      return (
        lenses.some(({ command: one }) => one?.command === "stackwright.showPrice" && one.title.includes("$")) ||
        undefined
      );
    });
  });

  it("outlines the components", async () => {
    const document = await openText(shop);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    const all = (list: readonly vscode.DocumentSymbol[]): string[] =>
      list.flatMap(({ name, children }) => [name, ...all(children)]);
    includes(all(symbols), ["edge", "web", "db"], "the outline");
  });

  it("finds the definition of a component's name", async () => {
    const { text, offset } = cursorIn(shop.replace("[db]", "[d|b]"));
    const document = await openText(text);
    const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      document.positionAt(offset),
    );
    const lines = places.map((place) => ("range" in place ? place.range : place.targetRange).start.line + 1);
    equal(lines, [15], "the line");
  });

  it("offers to deploy above the text", async () => {
    const document = await openText(shop);
    const lenses = await eventually("a code lens", async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
        10,
      );
      return found.length > 0 ? found : undefined;
    });
    includes(
      lenses.map(({ command }) => command?.command ?? ""),
      [process.env["EXTENSION_HOST"] === "node" ? "stackwright.deploy" : "stackwright.openCanvas"],
      "the lenses",
    );
  });
});

describe("problems", () => {
  it("mark a misspelt key, with a fix that mends it", async () => {
    const document = await openText(shop.replace("image:", "imgae:"));
    const [problem] = await problemsOf(document, ["unknown-key@12"]);
    const range = problem?.range ?? new vscode.Range(0, 0, 0, 0);
    equal(document.getText(range), "imgae", "what is marked");
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
    );
    const edit = fixes.find(({ edit: each }) => each)?.edit;
    ok(edit !== undefined, `no fix; there are ${fixes.map(({ title }) => title).join()}`);
    await vscode.workspace.applyEdit(edit);
    equal(document.getText(), shop, "the mended text");
  });

  it("mark a reference to a component that does not exist", async () => {
    const document = await openText(shop.replace("[db]", "[cache]"));
    const [problem] = await problemsOf(document, ["unknown-component@14"]);
    equal(problem && document.getText(problem.range), "cache", "what is marked");
    equal(problem?.severity, vscode.DiagnosticSeverity.Error, "the severity");
  });

  it("mark a syntax error and go on after it", async () => {
    const document = await openText(shop.replace("[db]", "[db").replace('"16"', '"16"\n    nonsense: 1'));
    await eventually("a syntax error", () =>
      vscode.languages.getDiagnostics(document.uri).some(({ code }) => JSON.stringify(code).includes("yaml-syntax"))
        ? true
        : undefined,
    );
  });

  for (const [what, text] of Object.entries({
    "an empty file": "",
    "text that is no manifest": "hello",
    "two documents": `${shop}---\n${shop}`,
    "an alias bomb": `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi"
      .split("")
      .map((key, at) => `${key}: &${key} [${Array(9).fill(`*${"abcdefgh"[at]}`).join()}]`)
      .join("\n")}\n`,
    "deep nesting": "[".repeat(100_000),
    tabs: shop.replace("    port", "\tport"),
    "duplicate keys": shop.replace("port: 80", "port: 80\n    port: 81"),
  })) {
    it(`say what is wrong with ${what}, and leave it as it is`, async () => {
      const document = await openText(text);
      await eventually("a problem", () => vscode.languages.getDiagnostics(document.uri)[0]);
      equal(document.isDirty, false, "changed by opening");
      ok(document.getText() === text, "the text was changed");
    });
  }
});
