import * as vscode from "vscode";
import { type ProblemCode, problemCodes } from "../../manifest/problem";

const scheme = "stackwright-problem";
const viewType = "stackwright.problemPage";

/** What a problem's code leads to. A link to the file itself would open it as source, and one to a command is not followed. */
export function linkTo(code: ProblemCode): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${code}.md` });
}

/** Shows the page of a problem as it is meant to be read, and of nothing else: a link may come from anywhere. */
export function provideProblemPages(pages: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: async ({ path }) => {
        const code = path.slice(1).replace(/\.md$/, "");
        if (!Object.hasOwn(problemCodes, code)) return `There is no problem \`${code}\`.`;
        const page = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(pages, `${code}.md`));
        return new TextDecoder().decode(page);
      },
    }),
    vscode.window.registerCustomEditorProvider(viewType, {
      resolveCustomTextEditor: async (document, { webview }) => {
        const body = await vscode.commands.executeCommand<string>("markdown.api.render", document.getText());
        webview.html = pageOf(body);
      },
    }),
  );
}

/** In the theme's own colours and type, as wide as lines can be read. */
function pageOf(body: string): string {
  const nonce = crypto.randomUUID();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<style nonce="${nonce}">
body { max-width: 46em; padding: 0 2em 2em; line-height: 1.5; }
h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin-top: 1.6em; }
pre { padding: 0.8em 1em; background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent); overflow: auto; }
code { font-family: var(--vscode-editor-font-family); }
</style>
</head>
<body>${body}</body>
</html>`;
}
