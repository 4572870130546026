import * as vscode from "vscode";
import { type ProblemCode, problemCodes } from "../../manifest/problem";

const scheme = "stackwright-problem";

/** What a problem's code leads to. A link to the file itself would open it as source, and one to a command is not followed. */
export function linkTo(code: ProblemCode): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${code}.md` });
}

/** The page of a problem, and of nothing else: a link may come from anywhere. `Pages` shows it as it is meant to be read. */
export function provideProblemPages(pages: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) => {
      const code = path.slice(1).replace(/\.md$/, "");
      if (!Object.hasOwn(problemCodes, code)) return `There is no problem \`${code}\`.`;
      const page = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(pages, `${code}.md`));
      return new TextDecoder().decode(page);
    },
  });
}
